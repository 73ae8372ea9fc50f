package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// runs takes running text a run at a time. goldmark asks at every byte whether something begins there; this
// parser, which it asks first at the start of a line and behind every mark, takes all up to the next byte
// that may be one, and is done with most lines in one step. The tree is the one that goldmark makes.
type runs struct{}

// Trigger names the blank, which to goldmark is the start of a line too.
func (runs) Trigger() []byte { return []byte{' '} }

// marks are the bytes that begin something inside a block, or end its line.
var marks = [256]bool{'\\': true, '`': true, '*': true, '_': true, '~': true, '[': true, ']': true, '!': true, '<': true, '\n': true}

func (runs) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	n := 0
	for n < len(line) && !marks[line[n]] {
		n++
	}
	if n == 0 || at.Padding != 0 || at.Start > 0 && block.Source()[at.Start-1] == '\\' {
		return nil
	}
	if n == len(line) || line[n] == '\n' {
		t := newText(pc, at.TrimRightSpace(block.Source()))
		if n < len(line) {
			hard := bytes.HasSuffix(bytes.TrimSuffix(line[:n], []byte("\r")), []byte("  "))
			t.SetHardLineBreak(hard)
			t.SetSoftLineBreak(!hard)
		}
		block.AdvanceLine()
		return t
	}
	block.Advance(n)
	at = at.WithStop(at.Start + n)
	if t, ok := parent.LastChild().(*ast.Text); ok && t.Segment.Stop == at.Start && !t.SoftLineBreak() {
		t.Segment = t.Segment.WithStop(at.Stop)
		return t
	}
	return newText(pc, at)
}

// newText makes a node for a run. They are most of a tree's nodes, and are taken from slabs.
func newText(pc parser.Context, at text.Segment) *ast.Text {
	slab, _ := pc.Get(slabKey).(*[]ast.Text)
	if slab == nil {
		slab = new([]ast.Text)
		pc.Set(slabKey, slab)
	}
	if len(*slab) == 0 {
		*slab = make([]ast.Text, 32)
	}
	t := &(*slab)[0]
	*slab = (*slab)[1:]
	t.Segment = at
	return t
}

var slabKey = parser.NewContextKey()
