package export

import (
	"bytes"
	"io"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var statuspage = Exporter{Name: "statuspage", Summary: "the Markdown that Statuspage keeps: no tables, no front matter, no marks of tasks", Extension: ".statuspage.md",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		d := newDocument(e, o)
		title := &report.Block{Kind: report.HeadingBlock, Level: 1, Inlines: words(oneLine(d.title))}
		all := append([]*report.Block{title}, subset(d.all())...)
		// Statuspage shows a backslash at the end of a line as one.
		_, err := w.Write(bytes.ReplaceAll(edition.Markdown(all), []byte("\\\n"), []byte("  \n")))
		return err
	}}

// subset says with the blocks that Statuspage keeps what others say: a table row by row, a task and a
// struck text with their state in words.
func subset(blocks []*report.Block) []*report.Block {
	var out []*report.Block
	for i, b := range blocks {
		if edition.NumberAnew(blocks, i) {
			out = append(out, &report.Block{Kind: report.RuleBlock}) // or the one above would go on
		}
		if b.Kind == report.TableBlock {
			b = &report.Block{Kind: report.ListBlock, Children: rowsAsItems(b)}
		}
		c := *b
		c.Children = subset(b.Children)
		c.Inlines = unstruck(b.Inlines)
		if c.Task != report.NoTask {
			c.Task = report.NoTask
			if b.Task == report.DoneTask && len(c.Children) > 0 {
				first := *c.Children[0]
				first.Inlines = append(first.Inlines[:len(first.Inlines):len(first.Inlines)], words(" (done)")...)
				c.Children[0] = &first
			}
		}
		out = append(out, &c)
	}
	return out
}

func unstruck(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, i := range in {
		i.Children = unstruck(i.Children)
		if i.Kind == report.StruckInline {
			out = append(append(append(out, words("[struck out: ")...), i.Children...), words("]")...)
			continue
		}
		out = append(out, i)
	}
	return out
}
