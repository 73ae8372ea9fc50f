package edition

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// entry is an event or an action of the report.
type entry struct {
	at     int // where it begins
	within *report.Section
	event  *report.Event
	stamp  string
	action *report.Action
	reach  int // how far the edition's events, and all actions, reach that begin up to here
}

// entries are those of the report, in order. They are copied one by one and not as they stand: a table row has
// columns for people and tickets.
type entries struct {
	*cutter
	all []entry
}

func (c *cutter) entries() *entries {
	x := &entries{cutter: c}
	for i, e := range c.report.Timeline.Events {
		reach := 0
		if c.shows(e) {
			reach = e.Span.End
		}
		x.all = append(x.all, entry{at: e.At.Start, within: e.Within, event: e, stamp: c.stamps[i], reach: reach})
	}
	for i := range c.report.Actions {
		a := &c.report.Actions[i]
		x.all = append(x.all, entry{at: a.Text.Span.Start, within: a.Within, action: a, reach: a.Span.End})
	}
	slices.SortStableFunc(x.all, func(a, b entry) int { return a.at - b.at })
	for i := 1; i < len(x.all); i++ {
		x.all[i].reach = max(x.all[i].reach, x.all[i-1].reach)
	}
	return x
}

// in gives those that begin in a part of the report.
func (x *entries) in(s source.Span) []entry {
	from := func(at int) int { return sort.Search(len(x.all), func(i int) bool { return x.all[i].at >= at }) }
	return x.all[from(s.Start):from(max(s.Start, s.End))]
}

// under reports whether a part belongs to an entry that begins before it.
func (x *entries) under(s source.Span) bool {
	before := x.in(source.Span{End: s.Start})
	return len(before) > 0 && before[len(before)-1].reach >= s.End
}

// hold reports whether a block of a timeline or of the actions is made of entries, or a part of one. Lists are, for
// which of their items are entries may be decided by withheld ones.
func (x *entries) hold(b *report.Block) bool {
	return b.Kind == report.ListBlock || len(x.in(b.Span)) > 0 || x.under(b.Span)
}

// placed are items of a list, by where they stand in the report.
type placed struct {
	at    int
	items []*report.Block
}

// list copies what is public of such a block: the time, the mark and the text of an event with what is public below
// it, the text and the due date of an action, and what stands among them; never who, never where it is tracked. It is nil
// where nothing is.
func (x *entries) list(b *report.Block, tree []*report.Block) *report.Block {
	all := x.remarks(b)
	for _, e := range x.in(b.Span) {
		var item []*report.Block
		switch {
		case e.within != b.Section: // footnotes stand at the end, wherever they are written
		case e.event != nil:
			item = x.event(e, tree)
		default:
			item = x.action(e.action)
		}
		if item != nil {
			all = append(all, placed{e.at, []*report.Block{{Kind: report.ItemBlock, Children: item}}})
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.at - b.at })
	list := &report.Block{Kind: report.ListBlock}
	for _, p := range all {
		list.Children = append(list.Children, p.items...)
	}
	return list
}

func (x *entries) event(known entry, tree []*report.Block) []*report.Block {
	e := known.event
	update := e.Phase.Value == report.StatusUpdate
	if !x.shows(e) {
		if update {
			x.leave(e.Text.Span, "a status update: the number of updates and the times between them that customers read are those of the others", "")
		}
		return nil
	}
	text, details := plain("We posted an update"), []*report.Block(nil) // without it, how many there were and how long it was silent would be wrong
	if x.namesNone(e.Text.Value, e.Text.Span) {
		x.show(e.Text.Span)
		text, details = unbold(x.inlines(x.report.Excerpt(e.Text.Span))), x.details(e, tree)
	} else if !update {
		return nil
	}
	x.show(source.Span{Start: e.At.Start, End: e.At.End}, e.Phase.Span)
	in := plain(known.stamp + " ")
	if e.Phase.Written() {
		in = append(in, report.Inline{Kind: report.StrongInline, Children: plain(string(e.Phase.Value))})
		in = append(in, plain(" ")...)
	}
	return append([]*report.Block{{Kind: report.ParagraphBlock, Inlines: append(in, text...)}}, details...)
}

func (x *entries) action(a *report.Action) []*report.Block {
	if !x.audience.allows(a.Text.Span) || !x.namesNone(a.Text.Value, a.Text.Span) || !x.stands(a) {
		return nil
	}
	text := unbold(x.inlines(x.report.Excerpt(a.Text.Span)))
	said := report.PlainText(text)
	if said == "" {
		return nil // it was an image
	}
	x.show(a.Text.Span)
	// In a table the state is public where it has a column: who and where are not, whatever they say.
	if day, ok := a.DueDate(); a.Outcome == report.Done && (a.Columns == nil || a.Status.Written()) {
		text = append(unended(text, ".", " (done)"), plain(" (done)")...)
	} else if a.Outcome == report.Deferred { // until when is no date to promise
		text = append(unended(text, "."), plain(" (put off for now)")...)
	} else if ok && x.audience.allows(a.Due.Span) && !saysDay(said, day) && Find(said, a.Due.Value, 0) < 0 {
		x.show(a.Due.Span)
		text = append(unended(text, "."), plain(", "+a.DueTold())...)
	} else {
		text = unended(text, ".")
	}
	return []*report.Block{{Kind: report.ParagraphBlock, Inlines: text}}
}

// stands reports whether customers may read an action as one that is done, will be, or is put off. Of any other the author is told.
func (c *cutter) stands(a *report.Action) bool {
	const advice = "say in the customer summary what comes in its place, or mark it <!-- internal -->"
	switch a.Outcome {
	case report.Dropped:
		c.leave(a.Text.Span, "an action that will not be done"+c.asSaid(a), advice)
	case report.Unclear:
		c.leave(a.Text.Span, "an action of which nobody can tell whether it is done"+c.asSaid(a), "give it a status that says so: done, or won't do")
	}
	return a.Outcome == report.Pending || a.Outcome == report.Deferred || a.Outcome == report.Done
}

func (c *cutter) asSaid(a *report.Action) string {
	if !a.Status.Written() {
		return ""
	}
	return ": its status is " + strconv.Quote(a.Status.Value)
}

// remarks copies the public items of a list that are no entries, for they have no time. The rows of a table that are
// none are told to the author: which of their columns say who and where is not known.
func (x *entries) remarks(b *report.Block) (out []placed) {
	switch b.Kind {
	case report.TableBlock:
		for i, row := range b.Children {
			if i > 0 && len(x.in(row.Span)) == 0 && x.audience.allows(row.Span) {
				x.leave(row.Span, "a row that is no entry, for its time or its text is missing", "write it, or put what the row says into the one above")
			}
		}
	case report.QuoteBlock:
		return x.remarksIn(b.Children)
	case report.ListBlock:
		for _, item := range b.Children {
			switch {
			case len(item.Children) == 0 || x.under(item.Span):
			case len(x.in(item.Span)) > 0:
				out = append(out, x.remarksIn(item.Children[1:])...)
			default:
				out = append(out, x.items(&report.Block{Kind: report.ListBlock, Span: item.Span, Children: []*report.Block{item}})...)
			}
		}
	}
	return out
}

func (x *entries) remarksIn(blocks []*report.Block) (out []placed) {
	for _, b := range blocks {
		switch {
		case len(x.in(b.Span)) > 0:
			out = append(out, x.remarks(b)...)
		case !x.under(b.Span):
			out = append(out, x.items(b)...)
		}
	}
	return out
}

// items copies what is public of a block as items of a list.
func (x *entries) items(b *report.Block) (out []placed) {
	for _, part := range x.filter(b) {
		item := &report.Block{Kind: report.ItemBlock, Children: []*report.Block{part}}
		out = append(out, placed{b.Span.Start, lifted(&report.Block{Kind: report.ListBlock}, item)})
	}
	return out
}

// unbold takes from the text of an entry what makes its first words bold, which would be read as its phase, and its line ends.
func unbold(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, i := range in {
		switch {
		case i.Kind == report.StrongInline && strings.TrimSpace(report.PlainText(out)) == "":
			out = append(out, unbold(i.Children)...)
			continue
		case i.Kind == report.BreakInline:
			i = report.Inline{Kind: report.TextInline, Text: " "}
		default:
			i.Children = unbold(i.Children)
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

// introduction copies the lines of a paragraph that stand in front of the first event in it.
func (c *cutter) introduction(b *report.Block) []*report.Block {
	if b.Kind != report.ParagraphBlock || !c.audience.allows(b.Span) {
		return nil
	}
	lines := b.Span
	for _, e := range c.report.Timeline.Events {
		if lines.Start <= e.At.Start && e.At.Start < lines.End {
			lines.End = lines.Start + strings.LastIndexByte(string(c.report.File.Text[lines.Start:e.At.Start]), '\n') + 1
		}
	}
	if lines == b.Span || lines.Start == lines.End {
		return nil
	}
	text := &report.Block{Kind: report.ParagraphBlock, Inlines: c.inlines(c.report.Excerpt(lines))}
	if strings.TrimSpace(report.PlainText(text.Inlines)) == "" || c.decided && dates(text) {
		return nil
	}
	c.show(lines)
	return []*report.Block{text}
}
