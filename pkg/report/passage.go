package report

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/openpostmortem/postmortem/pkg/moment"
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

func newPassage(f *source.File, block ast.Node) *Passage {
	p := &Passage{Node: block}
	w := writer{f: f}
	if block.Type() == ast.TypeBlock {
		if l := block.Lines(); l.Len() > 0 {
			w.b.Grow(l.At(l.Len()-1).Stop - l.At(0).Start)
		}
	}
	w.passage(p, block)
	return p
}

// withCode is the passage with the text of inline code in it, for what is shown as it stands: a
// heading, an entry, an action.
func (r *Report) withCode(p *Passage) *Passage {
	if !p.coded {
		return p
	}
	q := &Passage{Node: p.Node, Section: p.Section, Quoted: p.Quoted}
	if r.coded == nil {
		r.coded = &writer{f: r.File, code: true, segs: make([]seg, 0, 32)}
		r.coded.b.Grow(min(len(r.File.Text), 1024))
	}
	r.coded.passage(q, p.Node)
	return q
}

// writer collects the text of passages, one after the other, in memory that they share.
type writer struct {
	f     *source.File
	b     strings.Builder
	segs  []seg
	start int  // where in b the passage in hand begins
	first int  // where in segs
	code  bool // keep the text of all inline code
	coded bool // some of the passage in hand was left out
	plain bool // nowhere in the file a backslash
}

// passage gives p the text of a block.
func (w *writer) passage(p *Passage, block ast.Node) {
	if w.b.Len() > 0 {
		w.b.WriteByte(betweenPassages)
	}
	w.start, w.first, w.coded = w.b.Len(), len(w.segs), false
	w.inline(block)
	p.Text, p.at = w.b.String()[w.start:], w.start
	p.segs = w.segs[w.first:len(w.segs):len(w.segs)]
	p.coded = w.coded
}

func (w *writer) add(text []byte, file int) {
	if len(text) == 0 {
		return
	}
	at := w.b.Len() - w.start
	if n := len(w.segs); n == w.first || w.segs[n-1].file+at-w.segs[n-1].at != file {
		w.segs = append(w.segs, seg{at, file})
	}
	w.b.Write(text)
}

// text adds running text without the backslashes that only keep a mark from being one.
func (w *writer) text(text []byte, file int) {
	if w.plain {
		w.add(text, file)
		return
	}
	for {
		i := bytes.IndexByte(text, '\\')
		if i < 0 || i+1 == len(text) {
			w.add(text, file)
			return
		}
		if !util.IsPunct(text[i+1]) {
			i++
			w.add(text[:i], file)
		} else {
			w.add(text[:i], file)
			w.add(text[i+1:i+2], file+i+1)
			i += 2
		}
		text, file = text[i:], file+i
	}
}

var (
	lineBreak = []byte("\n")
	codeMark  = []byte(CodeMark)
)

func (w *writer) inline(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			w.text(n.Segment.Value(w.f.Text), n.Segment.Start)
			if n.SoftLineBreak() || n.HardLineBreak() {
				w.add(lineBreak, n.Segment.Stop)
			}
		case *ast.CodeSpan:
			w.codeSpan(n)
		case *ast.AutoLink:
			w.add(n.Label(w.f.Text), n.Pos()+1)
		case *ast.RawHTML:
			if at := n.Segments.At(0); isBreak(at.Value(w.f.Text)) {
				w.add(lineBreak, at.Start)
			}
		case *extast.FootnoteLink, *extast.FootnoteBacklink, *extast.TaskCheckBox:
		default:
			if n.Type() == ast.TypeInline {
				w.inline(n)
			}
		}
	}
}

// codeSpan leaves a mark for inline code, or its text where that is wanted: code at the start of a
// line that is a time and nothing else is the stamp of an entry.
func (w *writer) codeSpan(n *ast.CodeSpan) {
	first, ok := n.FirstChild().(*ast.Text)
	if !ok || !w.code && !(w.atLineStart() && isStamp(first.Segment.Value(w.f.Text))) {
		w.add(codeMark, n.Pos())
		w.coded = true
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			w.add(bytes.TrimRight(t.Segment.Value(w.f.Text), "\r\n"), t.Segment.Start)
		}
	}
}

func (w *writer) atLineStart() bool {
	s := w.b.String()[w.start:]
	return s == "" || s[len(s)-1] == '\n'
}

func isStamp(text []byte) bool {
	if len(text) > 40 {
		return false
	}
	at, ok := moment.Read(string(text))
	return ok && at.OuterEnd == len(text)
}

// isBreak reports whether a tag is <br>, which ends a line for the reader.
func isBreak(tag []byte) bool {
	return len(tag) >= 4 && tag[0] == '<' && tag[1]|0x20 == 'b' && tag[2]|0x20 == 'r' && (tag[3] == '>' || tag[3] == '/' || tag[3] == ' ')
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
	return !r.Title.Span.IsZero() && len(p.segs) > 0 && r.Title.Span.Contains(p.Full())
}

// MetaTitle is the title as the front matter has it, as a passage of no block; nil if none stands there, or not in
// the words in which it is read.
func (r *Report) MetaTitle() *Passage {
	t := r.Meta.Title
	if r.Refused || !t.Written() || !strings.HasPrefix(r.File.Slice(t.Span), t.Value) {
		return nil
	}
	return &Passage{Text: t.Value, Section: r.Sections[0], segs: []seg{{0, t.Span.Start}}}
}
