package export

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var text = Exporter{Name: "text", Summary: "plain text in lines of 72 characters", Extension: ".txt",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		_, err := io.WriteString(w, plainText(newDocument(e, o)))
		return err
	}}

const textWidth = 72

// plainText is a document for those who read it without any markup.
func plainText(d *document) string {
	var b strings.Builder
	title := fold(oneLine(d.title), textWidth)
	writeUnderlined(&b, title, '=')
	b.WriteString("\n" + plainBlocks(d.all()))
	return b.String()
}

func plainBlocks(blocks []*report.Block) string {
	var b strings.Builder
	for i, block := range blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		plainBlock(&b, block, "", "")
	}
	return b.String()
}

func writeUnderlined(b *strings.Builder, lines []string, with byte) {
	longest := 0
	for _, line := range lines {
		longest = max(longest, utf8.RuneCountInString(line))
		b.WriteString(line + "\n")
	}
	b.WriteString(strings.Repeat(string(with), longest) + "\n")
}

// plainBlock writes one block; first stands before its first line and rest before the others.
func plainBlock(b *strings.Builder, x *report.Block, first, rest string) {
	switch x.Kind {
	case report.HeadingBlock:
		lines := fold(oneLine(plainInlines(x.Inlines)), textWidth)
		if x.Level <= 2 {
			writeUnderlined(b, lines, '-')
		} else {
			b.WriteString(strings.Join(lines, "\n") + "\n")
		}
	case report.ParagraphBlock:
		for paragraph := range strings.SplitSeq(plainInlines(x.Inlines), "\n") {
			for _, line := range fold(paragraph, max(textWidth-len(rest), 20)) {
				b.WriteString(first + line + "\n")
				first = rest
			}
		}
	case report.ListBlock:
		for i, item := range x.Children {
			mark := "- "
			if x.Start > 0 {
				mark = strconv.Itoa(x.Start+i) + ". "
			}
			switch item.Task {
			case report.OpenTask:
				mark += "[ ] "
			case report.DoneTask:
				mark += "[x] "
			}
			plainChildren(b, item.Children, first+mark, rest+strings.Repeat(" ", len(mark)))
			first = rest
		}
	case report.QuoteBlock:
		plainChildren(b, x.Children, first+"> ", rest+"> ")
	case report.CodeBlock:
		for line := range strings.Lines(x.Code) {
			b.WriteString(first + "    " + strings.TrimRight(line, "\n") + "\n")
			first = rest
		}
	case report.RuleBlock:
		b.WriteString(first + strings.Repeat("-", 20) + "\n")
	case report.TableBlock:
		for _, item := range rowsAsItems(x) {
			plainChildren(b, item.Children, first+"- ", rest+"  ")
			first = rest
		}
	}
}

func plainChildren(b *strings.Builder, children []*report.Block, first, rest string) {
	for i, c := range children {
		if i > 0 {
			first = rest
			if c.Kind != report.ListBlock {
				b.WriteString(strings.TrimRight(rest, " ") + "\n")
			}
		}
		plainBlock(b, c, first, rest)
	}
	if len(children) == 0 {
		b.WriteString(strings.TrimRight(first, " ") + "\n")
	}
}

// plainInlines is a run of text; a link is followed by its address where that is not what is shown.
func plainInlines(in []report.Inline) string {
	var b strings.Builder
	for _, i := range in {
		switch i.Kind {
		case report.TextInline, report.CodeInline:
			b.WriteString(i.Text)
		case report.BreakInline:
			b.WriteByte('\n')
		case report.EmphasisInline, report.StrongInline:
			b.WriteString(plainInlines(i.Children))
		case report.StruckInline:
			b.WriteString("[struck out: " + plainInlines(i.Children) + "]")
		case report.LinkInline:
			shown := plainInlines(i.Children)
			b.WriteString(shown)
			if target, ok := address(i.Target); ok && target != shown && target != "mailto:"+shown {
				b.WriteString(" <" + target + ">")
			}
		}
	}
	return b.String()
}

// rowsAsItems tells a table without its grid: each row is an item in which every cell stands after
// the name of its column.
func rowsAsItems(table *report.Block) []*report.Block {
	if len(table.Children) == 0 {
		return nil
	}
	header := table.Children[0].Children
	var out []*report.Block
	for _, row := range table.Children[1:] {
		var in []report.Inline
		for i, cell := range row.Children {
			if len(cell.Inlines) == 0 {
				continue
			}
			if len(in) > 0 {
				in = append(in, words("; ")...)
			}
			if i < len(header) && len(header[i].Inlines) > 0 {
				in = append(append(in, header[i].Inlines...), words(": ")...)
			}
			in = append(in, cell.Inlines...)
		}
		out = append(out, &report.Block{Kind: report.ItemBlock, Children: []*report.Block{{Kind: report.ParagraphBlock, Inlines: in}}})
	}
	return out
}

// fold breaks a text at blanks into lines of so many characters; a longer word is left whole.
func fold(s string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, w := range strings.Fields(s) {
		n := utf8.RuneCountInString(w)
		if used > 0 && used+1+n > width {
			lines, line, used = append(lines, line), "", 0
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+w, used+n
	}
	return append(lines, line)
}
