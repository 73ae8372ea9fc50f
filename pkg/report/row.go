package report

import (
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// row reads one row as an entry and reports whether it is one.
func (d *reader) row(row gridRow, c columns) bool {
	e := d.rowStamp(row, c)
	if e == nil {
		return false
	}
	e.Span, e.Within = d.r.SpanOf(row.node), d.s
	cell := func(i int) *Passage {
		if i < 0 || i >= len(row.cells) {
			return nil
		}
		return row.cells[i]
	}
	if p := cell(c.phase); p != nil {
		if ph, ok := phaseOf(p.Text); ok {
			e.Phase = Field[Phase]{ph, p.Full()}
		}
	}
	if p := cell(c.actor); p != nil {
		e.Actor = p.field(0, len(p.Text))
	}
	if p := cell(c.text); p != nil {
		d.textOf(e, p, 0, len(p.Text))
	}
	if e.DateOnly() && e.Text.Value == "" {
		d.hold(e, d.place("the row", e.Span))
		return true
	}
	d.add(e)
	return true
}

// rowStamp reads the stamp of a row, whose day and clock may stand in two cells.
func (d *reader) rowStamp(row gridRow, c columns) *Event {
	var day, clock *Passage
	if c.date >= 0 && c.date < len(row.cells) {
		day = row.cells[c.date]
	}
	if c.clock >= 0 && c.clock < len(row.cells) {
		clock = row.cells[c.clock]
	}
	if day == nil || clock == nil || day == clock {
		p := clock
		if p == nil {
			p = day
		}
		if p == nil {
			return nil
		}
		at, ok := d.read(p.Text)
		if !ok {
			return nil
		}
		d.cellDay(p, &at)
		p.locate(&at)
		return d.newEvent(at)
	}
	joined := day.Text + " " + clock.Text
	at, ok := d.read(joined)
	if !ok {
		if at, ok = d.read(clock.Text); ok {
			clock.locate(&at)
			return d.newEvent(at)
		}
		return nil
	}
	if at.OuterEnd <= len(day.Text)+1 {
		// The two do not make one stamp: the clock counts, and the day is that of what follows.
		t, ok := d.read(clock.Text)
		day.locate(&at)
		if !ok {
			return d.newEvent(at)
		}
		d.sayDate(&at, d.place("the column", day.Full()))
		clock.locate(&t)
		return d.newEvent(t)
	}
	joinedLocate(&at, day, clock)
	at.Text = d.r.File.Slice(source.Span{Start: at.Start, End: at.End})
	return d.newEvent(at)
}

// cellDay takes up the day that the cell of a clock names further on: "2 AM ET cycles, 16 July 2026".
func (d *reader) cellDay(p *Passage, at *moment.Stamp) {
	if !at.Has.Any(moment.HasClock) || at.Has.Any(moment.HasDay|moment.HasWeekday) {
		return
	}
	if day := onlyDay(p.Text[at.OuterEnd:]); day != nil && !day.Has.Any(moment.HasClock) {
		d.sayDate(day, d.place("the cell", p.Full()))
	}
}

// joinedLocate turns offsets in the text of two cells, a blank between them, into the file's.
func joinedLocate(at *moment.Stamp, day, clock *Passage) {
	for _, t := range []*moment.Stamp{at.Until, at.Also} {
		if t != nil {
			joinedLocate(t, day, clock)
		}
	}
	place := func(start, end int) (int, int) {
		n := len(day.Text)
		if start > n {
			s := clock.Span(start-n-1, end-n-1)
			return s.Start, s.End
		}
		s := day.Span(start, min(end, n))
		if end > n+1 {
			s = s.Join(clock.Span(0, end-n-1))
		}
		return s.Start, s.End
	}
	at.Start, at.End = place(at.Start, at.End)
	at.OuterStart, at.OuterEnd = place(at.OuterStart, at.OuterEnd)
}
