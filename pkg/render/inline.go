package render

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// inlines writes what stands in a block, as far as it lies in the page's window.
func (p *page) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok {
			n = p.run(t)
			continue
		}
		if p.shows(n) {
			p.inline(n)
		}
	}
}

// run writes a text together with those that follow it without a gap: an address that stands in
// the text must not be cut where the parser tried a mark and found none. It gives the last node.
func (p *page) run(t *ast.Text) ast.Node {
	at := source.Span{Start: t.Segment.Start, End: t.Segment.Stop}
	for {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || t.SoftLineBreak() || t.HardLineBreak() || next.Segment.Start != at.End || t.IsRaw() != next.IsRaw() {
			break
		}
		t, at.End = next, next.Segment.Stop
	}
	at.Start, at.End = max(at.Start, p.window.Start), min(at.End, p.window.End)
	if at.Start < at.End {
		s := p.report.File.Text[at.Start:at.End]
		switch {
		case t.IsRaw():
			p.text(string(s))
		case bytes.Contains(s, []byte("://")) && !within(t, ast.KindLink):
			p.bareLinks(s)
		default:
			p.markdown(s)
		}
	}
	if t.Segment.Stop >= p.window.Start && t.Segment.Stop < p.window.End {
		if t.HardLineBreak() {
			p.raw("<br>\n")
		} else if t.SoftLineBreak() {
			p.raw("\n")
		}
	}
	return t
}

func within(n ast.Node, kind ast.NodeKind) bool {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == kind {
			return true
		}
	}
	return false
}

// shows reports whether any of an inline node lies in the window.
func (p *page) shows(n ast.Node) bool {
	if p.window == everything(p.report) {
		return true
	}
	at := extent(n, p.report.File.Text)
	return at.IsZero() || at.Start < p.window.End && at.End > p.window.Start
}

// extent is the place of the text in an inline node; zero if it has none.
func extent(n ast.Node, text []byte) source.Span {
	switch n := n.(type) {
	case *ast.Text:
		return source.Span{Start: n.Segment.Start, End: n.Segment.Stop}
	case *ast.RawHTML:
		if l := n.Segments; l.Len() > 0 {
			return source.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop}
		}
	case *ast.AutoLink: // from its bracket, where it has one
		return source.Span{Start: n.Pos(), End: n.Pos() + len(n.Label(text)) + 1}
	}
	var at source.Span
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		at = at.Join(extent(c, text))
	}
	if at.IsZero() && n.Pos() > 0 {
		at = source.Span{Start: n.Pos(), End: n.Pos() + 1}
	}
	return at
}

func (p *page) inline(n ast.Node) {
	text := p.report.File.Text
	switch n := n.(type) {
	case *ast.String:
		p.text(string(n.Value))
	case *ast.CodeSpan:
		p.raw("<code>")
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if t, ok := c.(*ast.Text); ok {
				p.text(strings.ReplaceAll(string(t.Segment.Value(text)), "\n", " "))
			}
		}
		p.raw("</code>")
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		p.wrapped(tag, n)
	case *extast.Strikethrough:
		p.wrapped("del", n)
	case *ast.Link:
		if p.openLink(n.Destination, n.Title) {
			p.inlines(n)
			p.raw("</a>")
		} else {
			p.inlines(n)
		}
	case *ast.AutoLink:
		u := n.URL(text)
		if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(u), []byte("mailto:")) {
			u = append([]byte("mailto:"), u...)
		}
		linked := p.openLink(u, nil)
		p.text(string(n.Label(text)))
		if linked {
			p.raw("</a>")
		}
	case *ast.Image:
		p.image(n)
	case *ast.RawHTML:
		p.rawHTML(n)
	case *extast.TaskCheckBox:
		p.raw(`<input type="checkbox" disabled`)
		if n.IsChecked {
			p.raw(` checked aria-label="done"> `)
		} else {
			p.raw(` aria-label="not done"> `)
		}
	case *extast.FootnoteLink:
		p.raw(`<sup class="cite"><a id="fnref-`)
		p.noteRef(n.Index, n.RefIndex)
		p.raw(`" href="#fn-`)
		p.int(n.Index)
		p.raw(`" aria-label="Note `)
		p.int(n.Index)
		p.raw(`">`)
		p.int(n.Index)
		p.raw("</a></sup>")
	case *extast.FootnoteBacklink:
		p.raw(` <a class="back" href="#fnref-`)
		p.noteRef(n.Index, n.RefIndex)
		p.raw(`" aria-label="Back to where note `)
		p.int(n.Index)
		p.raw(` is cited">↩︎</a>`)
	default:
		p.inlines(n)
	}
}

func (p *page) noteRef(index, ref int) {
	p.int(index)
	if ref > 0 {
		p.raw("-")
		p.int(ref)
	}
}

func (p *page) wrapped(tag string, n ast.Node) {
	p.raw("<" + tag + ">")
	p.inlines(n)
	p.raw("</" + tag + ">")
}

// rawHTML shows a tag as the text that it is: "restart <service>" keeps its word. Comments are for
// authors and tools; a line break is the one tag that is meant and can do no harm.
func (p *page) rawHTML(n *ast.RawHTML) {
	s := string(n.Segments.Value(p.report.File.Text))
	switch {
	case strings.HasPrefix(s, "<!--"):
	case strings.EqualFold(strings.ReplaceAll(strings.TrimSuffix(strings.TrimSuffix(s, ">"), "/"), " ", ""), "<br"):
		p.raw("<br>")
	default:
		p.text(s)
	}
}

// plain is the text in an inline node, without marks, escapes or addresses.
func (p *page) plain(n ast.Node) string {
	inner := page{report: p.report, options: p.options, anchors: p.anchors, window: p.window}
	inner.plainTo(n)
	return string(inner.b)
}

func (p *page) plainTo(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			p.markdown(n.Segment.Value(p.report.File.Text))
			if n.SoftLineBreak() || n.HardLineBreak() {
				p.raw(" ")
			}
		case *ast.String:
			p.text(string(n.Value))
		case *ast.AutoLink:
			p.text(string(n.Label(p.report.File.Text)))
		case *ast.RawHTML, *extast.FootnoteLink, *extast.FootnoteBacklink:
		default:
			p.plainTo(n)
		}
	}
}
