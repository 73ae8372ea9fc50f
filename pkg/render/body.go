package render

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// body writes the report's sections in the author's order. Timeline lists become tables of moments,
// and the timeline's picture stands at the head of the first timeline section.
func (p *page) body() {
	p.raw(`<article class="body">` + "\n")
	var in *report.Section
	drawn := false
	for n := p.report.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok {
			hd := p.anchors.heads[h]
			in = hd.section
			p.heading(h, hd)
			if !drawn && in.Within(report.TimelineKind) {
				drawn = true
				p.timelineFigure()
			}
			continue
		}
		switch {
		case in.Within(report.TimelineKind) && p.timelineBlock(n):
		case in.Within(report.ActionsKind) && !p.options.Published && p.actionsBlock(n):
		default:
			p.block(n)
		}
	}
	p.raw("</article>\n")
}

func (p *page) heading(h *ast.Heading, hd head) {
	if hd.section == nil || hd.level < 2 || h.FirstChild() == nil {
		return
	}
	tag := [...]string{"h2", "h3", "h4", "h5", "h6"}[hd.level-2]
	p.raw(`<div class="heading"><` + tag)
	p.attr("id", hd.id)
	p.raw(">")
	p.inlines(h)
	p.raw("</" + tag + `><a class="anchor"`)
	p.attr("href", "#"+hd.id)
	p.attr("aria-label", "Link to section: "+hd.section.Heading.Value)
	p.raw(">#</a></div>\n")
}

func (p *page) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n)
	}
}

// block writes one block. It knows every kind that the parser makes; of one that it does not know
// it writes what is inside.
func (p *page) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		p.raw("<p>")
		p.inlines(n)
		p.raw("</p>\n")
	case *ast.TextBlock:
		p.inlines(n)
		if n.NextSibling() != nil {
			p.raw("\n")
		}
	case *ast.Heading: // inside a list or a quote, where it has no place in the outline
		p.raw(`<p class="heading-in"><strong>`)
		p.inlines(n)
		p.raw("</strong></p>\n")
	case *ast.List:
		p.list(n)
	case *ast.Blockquote:
		p.quote(n)
	case *ast.ThematicBreak:
		p.raw("<hr>\n")
	case *ast.FencedCodeBlock:
		lang := ""
		if n.Info != nil {
			lang = string(n.Language(p.report.File.Text))
		}
		p.code(lang, p.lines(n))
	case *ast.CodeBlock:
		p.code("", p.lines(n))
	case *ast.HTMLBlock:
		p.htmlBlock(n)
	case *extast.Table:
		p.table(n)
	case *extast.FootnoteList:
		p.footnotes(n)
	case *ast.LinkReferenceDefinition:
	default:
		p.blocks(n)
	}
}

// lines joins a block's lines. Code keeps the tab that was cut by an indent as blanks.
func (p *page) lines(n ast.Node) []byte {
	var b []byte
	for i, l := 0, n.Lines(); i < l.Len(); i++ {
		at := l.At(i)
		b = append(b, at.Value(p.report.File.Text)...)
	}
	return b
}

func (p *page) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	p.raw("<" + tag)
	if n.IsOrdered() && n.Start != 1 {
		p.raw(` start="`)
		p.int(n.Start)
		p.raw(`"`)
	}
	if isTaskList(n) {
		p.raw(` class="tasks"`)
	}
	p.raw(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		p.raw("<li>")
		p.blocks(item)
		p.raw("</li>\n")
	}
	p.raw("</" + tag + ">\n")
}

func isTaskList(n *ast.List) bool {
	first := n.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return false
	}
	c := first.FirstChild().FirstChild()
	return c != nil && c.Kind() == extast.KindTaskCheckBox
}

// alerts are the five kinds of marked quote that Git hosts know.
var alerts = map[string]string{"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"}

func (p *page) quote(n *ast.Blockquote) {
	first, ok := n.FirstChild().(*ast.Paragraph)
	kind := ""
	if ok && first.Lines().Len() > 0 {
		at := first.Lines().At(0)
		mark := string(bytes.TrimSpace(at.Value(p.report.File.Text)))
		if strings.HasPrefix(mark, "[!") && strings.HasSuffix(mark, "]") {
			kind = strings.ToLower(mark[2 : len(mark)-1])
		}
	}
	title, ok := alerts[kind]
	if !ok {
		p.raw("<blockquote>\n")
		p.blocks(n)
		p.raw("</blockquote>\n")
		return
	}
	p.raw(`<div class="alert ` + kind + `" role="note"><p class="alert-title">` + title + "</p>\n")
	if lines := first.Lines(); lines.Len() > 1 {
		all := p.window
		p.window.Start = lines.At(1).Start
		p.block(first)
		p.window = all
	}
	for c := first.NextSibling(); c != nil; c = c.NextSibling() {
		p.block(c)
	}
	p.raw("</div>\n")
}

func (p *page) table(t *extast.Table) {
	p.openTable("Table")
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		cell := "td"
		if row.Kind() == extast.KindTableHeader {
			cell = "th"
			p.raw("<thead>")
		}
		p.raw("<tr>")
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			tag := cell
			if cell == "th" && c.FirstChild() == nil {
				tag = "td" // a header that says nothing heads nothing
			}
			p.raw("<" + tag)
			if tc, ok := c.(*extast.TableCell); ok {
				switch tc.Alignment {
				case extast.AlignRight:
					p.raw(` class="right"`)
				case extast.AlignCenter:
					p.raw(` class="center"`)
				}
			}
			if tag == "th" {
				p.raw(` scope="col"`)
			}
			p.raw(">")
			p.inlines(c)
			p.raw("</" + tag + ">")
		}
		p.raw("</tr>\n")
		if cell == "th" {
			p.raw("</thead><tbody>\n")
		}
	}
	p.closeTable()
}

// openTable starts a table that scrolls by itself if it is wider than the page; the keyboard can
// reach it, and it has a name.
func (p *page) openTable(name string) {
	p.tables++
	p.raw(`<div class="scroll" role="group" tabindex="0" aria-label="` + name)
	if name == "Table" {
		p.raw(" ")
		p.int(p.tables)
	}
	p.raw(`"><table>` + "\n")
}

func (p *page) closeTable() { p.raw("</tbody></table></div>\n") }

func (p *page) footnotes(n *extast.FootnoteList) {
	p.raw(`<section class="footnotes" aria-label="Notes"><ol>` + "\n")
	for f := n.FirstChild(); f != nil; f = f.NextSibling() {
		note, ok := f.(*extast.Footnote)
		if !ok {
			continue
		}
		p.raw(`<li id="fn-`)
		p.int(note.Index)
		p.raw(`">`)
		p.blocks(note)
		p.raw("</li>\n")
	}
	p.raw("</ol></section>\n")
}

// htmlBlock shows raw HTML as text, without its comments: nothing that an author wrote for readers
// is lost, and nothing of it is run.
func (p *page) htmlBlock(n *ast.HTMLBlock) {
	b := p.lines(n)
	if n.HasClosure() {
		b = append(b, n.ClosureLine.Value(p.report.File.Text)...)
	}
	b = withoutComments(b)
	if len(bytes.TrimSpace(b)) == 0 {
		return
	}
	p.code("html", b)
}

func withoutComments(b []byte) []byte {
	var kept []byte
	for {
		i := bytes.Index(b, []byte("<!--"))
		if i < 0 {
			return append(kept, b...)
		}
		kept = append(kept, b[:i]...)
		j := bytes.Index(b[i:], []byte("-->"))
		if j < 0 {
			return kept
		}
		b = b[i+j+3:]
	}
}
