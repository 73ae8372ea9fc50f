package edition

import (
	"strings"
	"time"

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
		if e.Within != s {
			continue
		}
		if !c.audience.allows(source.Span{Start: e.At.Start, End: max(e.At.End, e.Text.Span.End)}) {
			if e.Phase.Value == report.StatusUpdate {
				c.leave(e.Text.Span, "a status update: the number of updates and the times between them that customers read are those of the others", "")
			}
			continue
		}
		text := e.Text.Value
		if !c.namesNone(text, e.Text.Span) {
			if e.Phase.Value != report.StatusUpdate {
				continue
			}
			text = "We posted an update" // without it, how many there were and how long it was silent would be wrong
		}
		c.leaveLinks(e.Text.Span)
		in := plain(e.At.Text + " ")
		if e.Phase.Written() {
			in = append(in, report.Inline{Kind: report.StrongInline, Children: plain(string(e.Phase.Value))})
			in = append(in, plain(" ")...)
		}
		item(append(in, plain(c.unsigned(text, e.Text.Span))...))
	}
	for i := range c.report.Actions {
		a := &c.report.Actions[i]
		if a.Within != s || !c.audience.allows(a.Text.Span) {
			continue
		}
		if !c.namesNone(a.Text.Value, a.Text.Span) {
			continue
		}
		c.leaveLinks(a.Text.Span)
		text := strings.TrimRight(c.unsigned(a.Text.Value, a.Text.Span), ".")
		// In a table the state is public where it has a column: who and where are not, whatever they say.
		if day, ok := a.DueDate(); a.Done && (a.Columns == nil || a.Status.Written()) {
			text = strings.TrimSuffix(text, " (done)") + " (done)"
		} else if ok && c.audience.allows(a.Due.Span) && !saysDay(text, day) {
			text += ", by " + day.Format("2 January 2006")
		}
		item(plain(text))
	}
	if len(list.Children) == 0 {
		return nil
	}
	return list
}

// leaveLinks tells the author of the links in an entry, whose text is released without any mark.
func (c *cutter) leaveLinks(entry source.Span) {
	for _, l := range c.report.Links() {
		if entry.Overlaps(l.Span) && !l.Image && l.Text != l.Target {
			c.leave(l.Span, "the link of an entry; its text stays", "write the address out, or say it in the customer summary")
		}
	}
}

// saysDay reports whether a text names a day in one of the forms in which people write one.
func saysDay(text string, day time.Time) bool {
	for _, form := range []string{"2006-01-02", "2 January", "January 2", "2 Jan ", "Jan 2 ", "Jan 2,", "2006/01/02", "02/01/2006", "01/02/2006", "02.01.2006", "2.1.2006"} {
		if find(text+" ", day.Format(form), 0) >= 0 {
			return true
		}
	}
	return false
}
