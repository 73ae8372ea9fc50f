package source

import (
	"bytes"
	"fmt"
	"slices"
)

// Edit replaces the bytes of Span by New. An empty Span inserts; an empty New deletes.
type Edit struct {
	Span Span
	New  string
}

// Apply gives the text with all edits made, or the error that names two edits that overlap or one
// that lies outside the text. Nothing is done by halves. Edits are independent changes to the same
// text, so their order does not matter, except that several insertions at one place are made in
// the order given; the same edit given twice is made once.
func (f *File) Apply(edits ...Edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return a.Span.End - b.Span.End
	})
	edits = slices.CompactFunc(edits, func(a, b Edit) bool { return a == b && a.Span.Len() > 0 })
	var out bytes.Buffer
	at := 0
	for i, e := range edits {
		if e.Span.Start < 0 || e.Span.End > len(f.Text) || e.Span.Start > e.Span.End {
			return nil, fmt.Errorf("edit of bytes %d to %d lies outside the text of %d bytes", e.Span.Start, e.Span.End, len(f.Text))
		}
		if e.Span.Start < at {
			a, b := f.Position(edits[i-1].Span.Start), f.Position(e.Span.Start)
			return nil, fmt.Errorf("edits at %d:%d and %d:%d overlap", a.Line, a.Column, b.Line, b.Column)
		}
		out.Write(f.Text[at:e.Span.Start])
		out.WriteString(e.New)
		at = e.Span.End
	}
	out.Write(f.Text[at:])
	return out.Bytes(), nil
}
