package report

import (
	"bytes"
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

	coded   bool  // code was left out of Text
	numbers uint8 // in Text, up to manyNumbers
	at      int   // where Text stands in Report.Prose
	segs    []seg
}

// Cell reports whether the passage is a cell of a table.
func (p *Passage) Cell() bool { return p.Node.Kind() == extast.KindTableCell }

// Item reports whether the passage begins an item of a list.
func (p *Passage) Item() bool {
	parent := p.Node.Parent()
	return parent != nil && parent.Kind() == ast.KindListItem && parent.FirstChild() == p.Node
}

// Heading reports whether the passage is the heading of its section, or begins with it.
func (p *Passage) Heading() bool {
	if p.Section == nil || p.Section.Level == 0 {
		return false
	}
	if p.Section.heading != nil {
		return p.Node == p.Section.heading
	}
	at := p.Section.Heading.Span
	return at.Start >= p.Span(0, 0).Start && at.End <= p.Full().End
}

// ColumnHead reports whether the passage is the heading of a table's column.
func (p *Passage) ColumnHead() bool {
	return p.Cell() && p.Node.Parent() != nil && p.Node.Parent().Kind() == extast.KindTableHeader
}

// Opens reports whether the passage is a paragraph right behind a heading, comments aside.
func (p *Passage) Opens() bool {
	if p.Node == nil || p.Node.Kind() != ast.KindParagraph {
		return false
	}
	n := p.Node.PreviousSibling()
	for n != nil && n.Kind() == ast.KindHTMLBlock {
		n = n.PreviousSibling()
	}
	return n != nil && n.Kind() == ast.KindHeading
}

// Numbers is how many numbers stand in the text, at most manyNumbers.
func (p *Passage) Numbers() int { return int(p.numbers) }

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
	if len(p.segs) == 1 || i < p.segs[1].at {
		return p.segs[0].file + i - p.segs[0].at
	}
	k := sort.Search(len(p.segs), func(k int) bool { return p.segs[k].at > i }) - 1
	if k < 0 {
		k = 0
	}
	return p.segs[k].file + i - p.segs[k].at
}

// passages collects the prose of every block outside code. Footnotes, which goldmark moves to the
// end, are put back to where they stand.
func (r *Report) passages() {
	r.Passages = make([]*Passage, 0, 16+len(r.File.Text)/56)
	var slab []Passage
	out := writer{f: r.File, segs: make([]seg, 0, 32+len(r.File.Text)/32), plain: bytes.IndexByte(r.File.Text, '\\') < 0}
	out.b.Grow(len(r.File.Text))
	sorted, last := true, 0
	var walk func(n ast.Node, quoted bool)
	walk = func(n ast.Node, quoted bool) {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, extast.KindTableCell:
			if len(slab) == 0 {
				slab = make([]Passage, 64)
			}
			p := &slab[0]
			p.Node = n
			out.passage(p, n)
			if p.Text == "" {
				return
			}
			slab = slab[1:]
			p.Quoted = quoted
			start := p.segs[0].file
			sorted, last = sorted && start >= last, start
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
	if !sorted {
		sort.SliceStable(r.Passages, func(i, j int) bool { return r.Passages[i].segs[0].file < r.Passages[j].segs[0].file })
		out = writer{f: r.File}
		for _, p := range r.Passages {
			out.passage(p, p.Node)
		}
	}
	r.Prose = out.b.String()
	r.survey()
}

// assign gives each passage the section that it stands in.
func (r *Report) assign() {
	i := 0
	for _, p := range r.Passages {
		for i+1 < len(r.Sections) && r.Sections[i+1].Span.Start <= p.segs[0].file {
			i++
		}
		p.Section = r.Sections[i]
	}
}

// PassageOf is the passage of a block, nil if it has no text.
func (r *Report) PassageOf(n ast.Node) *Passage {
	if n == nil {
		return nil
	}
	start := n.Pos()
	for i := r.firstPassage(start); i < len(r.Passages); i++ {
		if p := r.Passages[i]; p.Node == n {
			return p
		} else if p.Node.Pos() > start {
			break
		}
	}
	return nil
}

// firstPassage is the number of the first passage that begins at an offset or behind it.
func (r *Report) firstPassage(offset int) int {
	return sort.Search(len(r.Passages), func(i int) bool { return r.Passages[i].segs[0].file >= offset })
}

// InTitle reports whether a passage is the title of the report, or a part of it.
func (r *Report) InTitle(p *Passage) bool {
	if len(p.segs) == 0 {
		return false
	}
	at := p.Full()
	return !r.Title.Span.IsZero() && r.Title.Span.Contains(at) || r.Meta.CustomerTitle.Written() && r.Meta.CustomerTitle.Span.Contains(at)
}

// MetaTitle is the title as the front matter has it, as a passage of no block; nil if none stands there, or not in
// the words in which it is read.
func (r *Report) MetaTitle() *Passage { return r.metaPassage(r.Meta.Title) }

// CustomerTitle is the title that customers read, if the front matter has one, likewise.
func (r *Report) CustomerTitle() *Passage { return r.metaPassage(r.Meta.CustomerTitle) }

func (r *Report) metaPassage(t Field[string]) *Passage {
	if r.Refused || !t.Written() || !strings.HasPrefix(r.File.Slice(t.Span), t.Value) {
		return nil
	}
	return &Passage{Text: t.Value, Section: r.Sections[0], segs: []seg{{0, t.Span.Start}}}
}
