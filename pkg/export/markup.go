package export

import (
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// markup writes blocks as well-formed XHTML. Tags and attributes come from literals of this package;
// what an edition says goes through text or attr.
type markup struct {
	strings.Builder
	style func(tag string) string // of an element, or empty
}

func (m *markup) open(tag string) {
	m.WriteString("<" + tag)
	if m.style != nil {
		if s := m.style(tag); s != "" {
			m.attr("style", s)
		}
	}
	m.WriteByte('>')
}

func (m *markup) close(tag string) { m.WriteString("</" + tag + ">") }

func (m *markup) attr(name, value string) {
	m.WriteString(" " + name + `="`)
	m.text(value)
	m.WriteByte('"')
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func (m *markup) text(s string) { _, _ = xmlText.WriteString(m, clean(s)) }

func (m *markup) element(tag, text string) {
	m.open(tag)
	m.text(text)
	m.close(tag)
}

func (m *markup) blocks(all []*report.Block) {
	for _, b := range all {
		m.block(b)
	}
}

func (m *markup) block(b *report.Block) {
	switch b.Kind {
	case report.HeadingBlock:
		m.around("h"+strconv.Itoa(min(max(b.Level, 2), 6)), b.Inlines)
	case report.ParagraphBlock:
		m.around("p", b.Inlines)
	case report.QuoteBlock:
		m.open("blockquote")
		m.blocks(b.Children)
		m.close("blockquote")
	case report.CodeBlock:
		m.element("pre", b.Code)
	case report.RuleBlock:
		m.WriteString("<hr/>")
	case report.ListBlock:
		m.list(b)
	case report.TableBlock:
		m.table(b)
	}
	m.WriteByte('\n')
}

func (m *markup) around(tag string, in []report.Inline) {
	m.open(tag)
	m.inlines(in)
	m.close(tag)
}

func (m *markup) list(b *report.Block) {
	tag := "ul"
	if b.Start > 0 {
		tag = "ol"
	}
	if b.Start > 1 {
		m.WriteString("<ol")
		m.attr("start", strconv.Itoa(b.Start))
		m.WriteByte('>')
	} else {
		m.open(tag)
	}
	for _, item := range b.Children {
		m.open("li")
		switch item.Task {
		case report.OpenTask:
			m.text("\u2610 ")
		case report.DoneTask:
			m.text("\u2611 ")
		}
		for i, c := range item.Children {
			if c.Kind == report.ParagraphBlock && i == 0 {
				m.inlines(c.Inlines)
			} else {
				m.block(c)
			}
		}
		m.close("li")
	}
	m.close(tag)
}

func (m *markup) table(b *report.Block) {
	m.open("table")
	m.WriteString("<tbody>")
	for i, row := range b.Children {
		tag := "td"
		if i == 0 {
			tag = "th"
		}
		m.WriteString("<tr>")
		for _, cell := range row.Children {
			m.around(tag, cell.Inlines)
		}
		m.WriteString("</tr>")
	}
	m.WriteString("</tbody>")
	m.close("table")
}

var inlineTags = map[report.InlineKind]string{report.EmphasisInline: "em", report.StrongInline: "strong", report.StruckInline: "del"}

func (m *markup) inlines(in []report.Inline) {
	for _, i := range in {
		switch i.Kind {
		case report.TextInline:
			m.text(i.Text)
		case report.BreakInline:
			m.WriteString("<br/>")
		case report.CodeInline:
			m.element("code", i.Text)
		case report.EmphasisInline, report.StrongInline, report.StruckInline:
			m.around(inlineTags[i.Kind], i.Children)
		case report.LinkInline:
			target, ok := address(i.Target)
			if !ok {
				m.inlines(i.Children)
				continue
			}
			m.WriteString("<a")
			m.attr("href", target)
			if m.style != nil {
				m.attr("style", m.style("a"))
			}
			m.WriteByte('>')
			m.inlines(i.Children)
			m.close("a")
		}
	}
}
