package edition

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// rows reports whether a block of a timeline or of the actions is made of entries, which are copied
// one by one and not as they stand: a table row has columns for people and tickets.
func (c *cutter) rows(b *report.Block) bool {
	for _, e := range c.report.Timeline.Events {
		if b.Span.Contains(source.Span{Start: e.At.Start, End: e.At.End}) {
			return true
		}
	}
	for i := range c.report.Actions {
		if b.Span.Contains(source.Span{Start: c.report.Actions[i].Text.Span.Start, End: c.report.Actions[i].Text.Span.Start}) {
			return true
		}
	}
	return false
}

// entries copies the public events and actions of a section: the time, the mark and the text of an
// event, the text and the due date of an action; never who, never where it is tracked.
func (c *cutter) entries(s *report.Section) *report.Block {
	list := &report.Block{Kind: report.ListBlock}
	item := func(inlines []report.Inline) {
		list.Children = append(list.Children, &report.Block{Kind: report.ItemBlock,
			Children: []*report.Block{{Kind: report.ParagraphBlock, Inlines: inlines}}})
	}
	for _, e := range c.report.Timeline.Events {
		if e.Within != s || !c.audience.allows(source.Span{Start: e.At.Start, End: max(e.At.End, e.Text.Span.End)}) {
			continue
		}
		if !c.namesNone(e.Text.Value, e.Text.Span) {
			continue
		}
		in := plain(e.At.Text + " ")
		if e.Phase.Written() {
			in = append(in, report.Inline{Kind: report.StrongInline, Children: plain(string(e.Phase.Value))})
			in = append(in, plain(" ")...)
		}
		item(append(in, plain(e.Text.Value)...))
	}
	for i := range c.report.Actions {
		a := &c.report.Actions[i]
		if a.Within != s || !c.audience.allows(a.Text.Span) {
			continue
		}
		if !c.namesNone(a.Text.Value, a.Text.Span) {
			continue
		}
		text := strings.TrimRight(a.Text.Value, ".")
		if day, ok := a.DueDate(); ok && c.audience.allows(a.Due.Span) {
			text += ", by " + day.Format("2 January 2006")
		}
		if a.Done {
			text += " (done)"
		}
		item(plain(text))
	}
	if len(list.Children) == 0 {
		return nil
	}
	return list
}
