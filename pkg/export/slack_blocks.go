package export

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// block writes one block. Headings of sections are header blocks of Slack, others bold lines.
func (s *slackWriter) block(b *report.Block, indent int) {
	switch b.Kind {
	case report.HeadingBlock:
		text := oneLine(report.PlainText(b.Inlines))
		if b.Level <= 2 && text != "" && utf16Len(text) <= slackHeader {
			s.flush()
			s.blocks = append(s.blocks, map[string]any{"type": "header", "text": map[string]any{"type": "plain_text", "text": text, "emoji": false}})
			s.total += utf16Len(text)
			return
		}
		s.section(inlineElements(b.Inlines, slackStyle{Bold: true}))
	case report.ParagraphBlock:
		s.section(inlineElements(b.Inlines, slackStyle{}))
	case report.ListBlock:
		s.list(b, indent)
	case report.TableBlock:
		s.list(&report.Block{Kind: report.ListBlock, Children: rowsAsItems(b)}, indent)
	case report.QuoteBlock:
		s.parts("rich_text_quote", flat(b.Children))
	case report.CodeBlock:
		s.parts("rich_text_preformatted", []*slackElement{{Type: "text", Text: b.Code}})
	case report.RuleBlock:
		s.flush()
		s.blocks = append(s.blocks, map[string]any{"type": "divider"})
	}
}

// section adds a paragraph. Slack puts no room between two of them; a line end does.
func (s *slackWriter) section(in []*slackElement) {
	if len(in) > 0 {
		s.parts("rich_text_section", append(in, &slackElement{Type: "text", Text: "\n"}))
	}
}

// parts adds elements in a container, in several of its kind if they do not fit in one block.
func (s *slackWriter) parts(kind string, in []*slackElement) {
	for _, part := range portions(in) {
		s.add(&slackElement{Type: kind, Elements: part})
	}
}

// portions cuts elements into runs that fit into a block.
func portions(in []*slackElement) [][]*slackElement {
	var out [][]*slackElement
	var run []*slackElement
	size := 0
	for _, e := range in {
		for _, text := range pieces(e.Text, slackSection) {
			piece := *e
			piece.Text = text
			if n := utf16Len(text); size > 0 && size+n > slackSection {
				out, run, size = append(out, run), nil, 0
			}
			run = append(run, &piece)
			size += utf16Len(text)
		}
	}
	if len(run) > 0 {
		out = append(out, run)
	}
	return out
}

// list adds a list item by item; Slack has lists in lists only as lists that are indented.
func (s *slackWriter) list(b *report.Block, indent int) {
	for i, item := range b.Children {
		var own []*report.Block
		var nested []*report.Block
		for _, c := range item.Children {
			if c.Kind == report.ListBlock {
				nested = append(nested, c)
			} else {
				own = append(own, c)
			}
		}
		in := flat(own)
		switch item.Task {
		case report.OpenTask:
			in = append([]*slackElement{{Type: "text", Text: "\u2610 "}}, in...)
		case report.DoneTask:
			in = append([]*slackElement{{Type: "text", Text: "\u2611 "}}, in...)
		}
		s.item(b.Start, i, indent, in)
		for _, c := range nested {
			s.list(c, min(indent+1, 8)) // Slack indents no further
		}
	}
}

// item adds an item to the list before it, or begins one.
func (s *slackWriter) item(start, i, indent int, in []*slackElement) {
	for _, part := range portions(in) {
		x := &slackElement{Type: "rich_text_section", Elements: part}
		if k := len(s.open) - 1; k >= 0 && i > 0 && s.size+x.size() <= slackSection {
			if last := s.open[k]; last.Type == "rich_text_list" && last.Indent == indent {
				last.Elements = append(last.Elements, x)
				s.size += x.size()
				s.total += x.size()
				continue
			}
		}
		list := &slackElement{Type: "rich_text_list", Style: "bullet", Indent: indent, Elements: []*slackElement{x}}
		if start > 0 {
			list.Style, list.Offset = "ordered", start+i-1
		}
		s.add(list)
	}
}

// flat is the text of blocks where Slack has room for text alone, each on its own line.
func flat(blocks []*report.Block) []*slackElement {
	var out []*slackElement
	for _, b := range blocks {
		var in []*slackElement
		switch b.Kind {
		case report.ListBlock, report.QuoteBlock, report.ItemBlock:
			in = flat(b.Children)
		case report.TableBlock:
			in = flat(rowsAsItems(b))
		case report.CodeBlock:
			in = []*slackElement{{Type: "text", Text: strings.TrimRight(b.Code, "\n"), Style: slackStyle{Code: true}}}
		default:
			in = inlineElements(b.Inlines, slackStyle{})
		}
		if len(out) > 0 && len(in) > 0 {
			out = append(out, &slackElement{Type: "text", Text: "\n"})
		}
		out = append(out, in...)
	}
	return out
}

// inlineElements is a run of text in which each piece has its whole style.
func inlineElements(in []report.Inline, style slackStyle) []*slackElement {
	var out []*slackElement
	for _, i := range in {
		of := style
		switch i.Kind {
		case report.TextInline:
			out = append(out, styled("text", i.Text, "", of))
			continue
		case report.BreakInline:
			out = append(out, styled("text", "\n", "", of))
			continue
		case report.CodeInline:
			of.Code = true
			out = append(out, styled("text", i.Text, "", of))
			continue
		case report.LinkInline:
			text := report.PlainText(i.Children)
			if target, ok := address(i.Target); ok && text != "" {
				out = append(out, styled("link", text, target, of))
				continue
			}
		case report.EmphasisInline:
			of.Italic = true
		case report.StrongInline:
			of.Bold = true
		case report.StruckInline:
			of.Strike = true
		}
		out = append(out, inlineElements(i.Children, of)...)
	}
	return out
}

func styled(kind, text, url string, style slackStyle) *slackElement {
	e := &slackElement{Type: kind, Text: text, URL: url}
	if style != (slackStyle{}) {
		e.Style = style
	}
	return e
}

// utf16Len is the length of a text as Slack counts it.
func utf16Len(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// pieces cuts a text into runs of at most n, at a blank where there is one.
func pieces(s string, n int) []string {
	var out []string
	for utf16Len(s) > n {
		end, blank, used := 0, 0, 0
		for i, r := range s {
			if used += utf16Len(string(r)); used > n {
				break
			}
			if end = i + len(string(r)); r == ' ' || r == '\n' {
				blank = end
			}
		}
		if blank > 0 {
			end = blank
		}
		out, s = append(out, s[:end]), s[end:]
	}
	if s != "" {
		out = append(out, s)
	}
	return out
}

// shorten cuts a text to n and says so.
func shorten(s string, n int) string {
	if utf16Len(s) <= n {
		return s
	}
	return strings.TrimRight(pieces(s, n-1)[0], " \n") + "…"
}
