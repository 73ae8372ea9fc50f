package report

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

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
