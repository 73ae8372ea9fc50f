package edition

import "github.com/openpostmortem/postmortem/pkg/report"

// table copies a table's public rows. Without its header a row's cells mean little, so a table whose
// header is not public becomes a list.
func (c *cutter) table(b, copied *report.Block) []*report.Block {
	headed := len(b.Children) > 0 && c.audience.allows(b.Children[0].Span)
	for i, row := range b.Children {
		if !c.audience.allows(row.Span) || i == 0 && !headed {
			continue
		}
		r := &report.Block{Kind: report.RowBlock}
		text := ""
		for _, cell := range row.Children {
			text += report.PlainText(cell.Inlines) + "\n"
		}
		if i > 0 && !c.namesNone(text, row.Span) {
			continue
		}
		c.show(row.Span)
		for _, cell := range row.Children {
			r.Children = append(r.Children, &report.Block{Kind: report.CellBlock, Inlines: c.inlines(cell.Inlines)})
		}
		copied.Children = append(copied.Children, r)
	}
	if len(copied.Children) == 0 || headed && len(copied.Children) == 1 {
		return nil
	}
	if headed {
		return []*report.Block{copied}
	}
	list := &report.Block{Kind: report.ListBlock}
	for _, r := range copied.Children {
		var text []report.Inline
		for i, cell := range r.Children {
			if i > 0 && len(cell.Inlines) > 0 {
				text = append(text, plain(": ")...)
			}
			text = append(text, cell.Inlines...)
		}
		list.Children = append(list.Children, &report.Block{Kind: report.ItemBlock,
			Children: []*report.Block{{Kind: report.ParagraphBlock, Inlines: text}}})
	}
	return []*report.Block{list}
}
