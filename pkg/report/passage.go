package report

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Passage is the text of one block as a reader sees it: emphasis marks, links' destinations, code
// and comments are gone, soft line breaks are blanks. It remembers where each byte came from.
//
// Code is left out and leaves a U+FFFC behind, so that words on its two sides do not meet.
type Passage struct {
	Text    string
	Section *Section
	Node    ast.Node // the block: paragraph, text block of a list item, heading, table cell
	Quoted  bool     // stands in a block quote: somebody else's words

	segs []seg
}

// seg says that Text[at:] continues with the file's bytes from file on.
type seg struct{ at, file int }

// CodeMark stands in a Passage where inline code was.
const CodeMark = "\uFFFC"

// Span gives the place in the file of Text[start:end].
func (p *Passage) Span(start, end int) source.Span {
	if len(p.segs) == 0 {
		return source.Span{}
	}
	s := p.offset(start)
	if end <= start {
		return source.Span{Start: s, End: s}
	}
	return source.Span{Start: s, End: p.offset(end-1) + 1}
}

// Full is the place of the whole text.
func (p *Passage) Full() source.Span { return p.Span(0, len(p.Text)) }

// Index gives the place in Text of a file offset that lies in the passage.
func (p *Passage) Index(offset int) int {
	i := sort.Search(len(p.segs), func(i int) bool { return p.segs[i].file > offset }) - 1
	if i < 0 {
		return 0
	}
	return min(p.segs[i].at+offset-p.segs[i].file, len(p.Text))
}

func (p *Passage) offset(i int) int {
	k := sort.Search(len(p.segs), func(k int) bool { return p.segs[k].at > i }) - 1
	if k < 0 {
		k = 0
	}
	return p.segs[k].file + i - p.segs[k].at
}

func newPassage(f *source.File, block ast.Node) *Passage {
	p := &Passage{Node: block}
	var b strings.Builder
	p.inline(f, block, &b)
	p.Text = b.String()
	return p
}

func (p *Passage) add(b *strings.Builder, s string, file int) {
	if n := len(p.segs); n == 0 || p.segs[n-1].file+b.Len()-p.segs[n-1].at != file {
		p.segs = append(p.segs, seg{b.Len(), file})
	}
	b.WriteString(s)
}

func (p *Passage) inline(f *source.File, parent ast.Node, b *strings.Builder) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			p.add(b, string(n.Segment.Value(f.Text)), n.Segment.Start)
			if n.SoftLineBreak() || n.HardLineBreak() {
				p.add(b, "\n", n.Segment.Stop)
			}
		case *ast.CodeSpan:
			p.add(b, CodeMark, n.Pos())
		case *ast.AutoLink:
			p.add(b, string(n.Label(f.Text)), n.Pos()+1)
		case *ast.RawHTML, *extast.FootnoteLink, *extast.FootnoteBacklink, *extast.TaskCheckBox:
		default:
			if n.Type() == ast.TypeInline {
				p.inline(f, n, b)
			}
		}
	}
}

// passages collects the prose of every block outside code.
func (r *Report) passages() {
	i := 0
	var walk func(n ast.Node, quoted bool)
	walk = func(n ast.Node, quoted bool) {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, extast.KindTableCell:
			p := newPassage(r.File, n)
			if p.Text == "" {
				return
			}
			p.Quoted = quoted
			for i+1 < len(r.Sections) && r.Sections[i+1].Span.Start <= p.segs[0].file {
				i++
			}
			p.Section = r.Sections[i]
			r.Passages = append(r.Passages, p)
			return
		case ast.KindBlockquote:
			quoted = true
		}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			walk(c, quoted)
		}
	}
	walk(r.Doc, false)
}
