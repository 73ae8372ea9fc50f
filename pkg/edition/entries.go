package edition

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// rows reports whether a block of a timeline or of the actions is made of entries, or a part of one.
// Entries are copied one by one and not as they stand: a table row has columns for people and tickets.
func (c *cutter) rows(b *report.Block) bool {
	for _, e := range c.report.Timeline.Events {
		if b.Span.Contains(source.Span{Start: e.At.Start, End: e.At.End}) || e.Span.Contains(b.Span) {
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
// event with what is public below it, the text and the due date of an action; never who, never where it
// is tracked.
func (c *cutter) entries(s *report.Section, tree []*report.Block) *report.Block {
	list := &report.Block{Kind: report.ListBlock}
	item := func(inlines []report.Inline, details ...*report.Block) {
		list.Children = append(list.Children, &report.Block{Kind: report.ItemBlock,
			Children: append([]*report.Block{{Kind: report.ParagraphBlock, Inlines: inlines}}, details...)})
	}
	for i, e := range c.report.Timeline.Events {
		if e.Within != s {
			continue
		}
		update := e.Phase.Value == report.StatusUpdate
		if !c.shows(e) {
			if update {
				c.leave(e.Text.Span, "a status update: the number of updates and the times between them that customers read are those of the others", "")
			}
			continue
		}
		text, details := plain("We posted an update"), []*report.Block(nil) // without it, how many there were and how long it was silent would be wrong
		if c.namesNone(e.Text.Value, e.Text.Span) {
			c.show(e.Text.Span)
			text, details = unmarked(c.inlines(c.report.Excerpt(e.Text.Span))), c.details(e, tree)
		} else if !update {
			continue
		}
		c.show(source.Span{Start: e.At.Start, End: e.At.End}, e.Phase.Span)
		in := plain(c.stamps[i] + " ")
		if e.Phase.Written() {
			in = append(in, report.Inline{Kind: report.StrongInline, Children: plain(string(e.Phase.Value))})
			in = append(in, plain(" ")...)
		}
		item(append(in, text...), details...)
	}
	for i := range c.report.Actions {
		a := &c.report.Actions[i]
		if a.Within != s || !c.audience.allows(a.Text.Span) {
			continue
		}
		if !c.namesNone(a.Text.Value, a.Text.Span) || !c.stands(a) {
			continue
		}
		text := unmarked(c.inlines(c.report.Excerpt(a.Text.Span)))
		said := report.PlainText(text)
		if said == "" {
			continue // it was an image
		}
		c.show(a.Text.Span)
		// In a table the state is public where it has a column: who and where are not, whatever they say.
		if day, ok := a.DueDate(); a.Outcome == report.Done && (a.Columns == nil || a.Status.Written()) {
			text = append(unended(text, ".", " (done)"), plain(" (done)")...)
		} else if ok && c.audience.allows(a.Due.Span) && !saysDay(said, day) && Find(said, a.Due.Value, 0) < 0 {
			c.show(a.Due.Span)
			text = append(unended(text, "."), plain(", "+a.DueTold())...)
		} else {
			text = unended(text, ".")
		}
		item(text)
	}
	if len(list.Children) == 0 {
		return nil
	}
	return list
}

// stands reports whether customers may read an action as one that is done or will be. Of any other the author is told.
func (c *cutter) stands(a *report.Action) bool {
	const advice = "say in the customer summary what comes in its place, or mark it <!-- internal -->"
	switch a.Outcome {
	case report.Dropped:
		c.leave(a.Text.Span, "an action that will not be done"+c.asSaid(a), advice)
	case report.Unclear:
		c.leave(a.Text.Span, "an action of which nobody can tell whether it is done"+c.asSaid(a), "give it a status that says so: done, or won't do")
	}
	return a.Outcome == report.Pending || a.Outcome == report.Done
}

func (c *cutter) asSaid(a *report.Action) string {
	if !a.Status.Written() {
		return ""
	}
	return ": its status is " + strconv.Quote(a.Status.Value)
}

// unmarked takes from an entry the marks that say nothing: bold is its phase, and only that.
func unmarked(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, i := range in {
		switch i.Kind {
		case report.EmphasisInline, report.StrongInline:
			out = append(out, unmarked(i.Children)...)
			continue
		case report.CodeInline:
			i = report.Inline{Kind: report.TextInline, Text: i.Text}
		case report.BreakInline:
			i = report.Inline{Kind: report.TextInline, Text: " "}
		default:
			i.Children = unmarked(i.Children)
		}
		out = append(out, i)
	}
	return out
}

// details copies what is public of the blocks that belong to an event, beside its time and its text.
func (c *cutter) details(e *report.Event, blocks []*report.Block) []*report.Block {
	var out []*report.Block
	for _, b := range blocks {
		head := b.Span.Contains(source.Span{Start: e.At.Start, End: e.At.End}) || b.Span.Overlaps(e.Text.Span)
		container := b.Kind == report.ListBlock || b.Kind == report.ItemBlock || b.Kind == report.QuoteBlock
		switch {
		case !b.Span.Overlaps(e.Span):
		case container && (head || !e.Span.Contains(b.Span)):
			out = append(out, c.details(e, b.Children)...)
		case !head && e.Span.Contains(b.Span):
			public := c.filter(b)
			marked := slices.ContainsFunc(c.audience.internal, b.Span.Overlaps)
			if public == nil && e.Phase.Value == report.StatusUpdate && b.Kind == report.ListBlock && !marked {
				c.leave(b.Span, "the list below a status update", "put <!-- public --> at the end of each item that was posted")
			}
			out = append(out, public...)
		}
	}
	return out
}

// unended takes endings from a text, one after the other.
func unended(in []report.Inline, endings ...string) []report.Inline {
	if n := len(in) - 1; n >= 0 && in[n].Kind == report.TextInline {
		for _, end := range endings {
			in[n].Text = strings.TrimSuffix(in[n].Text, end)
		}
	}
	return in
}

// saysDay reports whether a text names a day in one of the forms in which people write one.
func saysDay(text string, day time.Time) bool {
	for _, form := range []string{"2006-01-02", "2 January", "January 2", "2 Jan ", "Jan 2 ", "Jan 2,", "2006/01/02", "02/01/2006", "01/02/2006", "02.01.2006", "2.1.2006"} {
		if Find(text+" ", day.Format(form), 0) >= 0 {
			return true
		}
	}
	return false
}
