package report

import (
	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Section is a heading and what stands under it.
type Section struct {
	Kind    Kind          // what the heading means; Other if it is none of the known kinds
	Heading Field[string] // without marks, emoji or closing hashes; unwritten for the part before the first heading
	Level   int           // 1 to 6; 0 for the part before the first heading
	Span    source.Span   // from the heading to the end of the last subsection
	Body    source.Span   // the section's own text, from below the heading to the next heading of any level
	Parent  *Section      // nil at the top
	Nodes   []ast.Node    // the section's own blocks

	heading ast.Node // nil for the part before the first heading
}

// Within reports whether the section is, or stands inside, one of a kind.
func (s *Section) Within(kind Kind) bool {
	for ; s != nil; s = s.Parent {
		if s.Kind == kind {
			return true
		}
	}
	return false
}

// sections cuts the document at its headings. The sections' own parts (heading and body) tile the
// file from the end of the front matter on.
func (r *Report) sections(start int) {
	end := len(r.File.Text)
	cur := &Section{Span: source.Span{Start: start, End: end}, Body: source.Span{Start: start, End: end}}
	r.Sections = append(r.Sections, cur)
	for n := r.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			cur.Nodes = append(cur.Nodes, n)
			continue
		}
		at := r.lineStart(h.Pos())
		cur.Body.End = at
		text := newPassage(r.File, h)
		s := &Section{heading: h, Level: h.Level, Heading: Field[string]{cleanHeading(text.Text), text.Full()}, Span: source.Span{Start: at, End: end}}
		if s.Heading.Span.IsZero() {
			s.Heading.Span = source.Span{Start: at, End: at}
		}
		s.Body = source.Span{Start: r.headingEnd(h), End: end}
		for p := cur; p != nil; p = p.Parent {
			if p.Level > 0 && p.Level < s.Level {
				s.Parent = p
				break
			}
			p.Span.End = at
		}
		s.Kind = kindOf(s)
		r.Sections = append(r.Sections, s)
		cur = s
	}
}

func (r *Report) lineStart(offset int) int { return r.File.Line(r.File.LineAt(offset)).Start }

// headingEnd is the offset of the line below a heading; a setext heading has its underline too.
func (r *Report) headingEnd(h *ast.Heading) int {
	last := h.Pos()
	if l := h.Lines(); l.Len() > 0 {
		last = l.At(l.Len() - 1).Stop
	}
	n := r.File.LineAt(max(last, h.Pos()))
	if text := r.File.Text; h.Pos() < len(text) && text[h.Pos()] != '#' {
		n++
	}
	if n >= r.File.Lines() {
		return len(r.File.Text)
	}
	return r.File.Line(n + 1).Start
}
