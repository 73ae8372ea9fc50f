package edition

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// tell decides how the times of the public events are written, and gives the zone of the edition. An event
// is public with its instant: what a withheld heading, sentence or column of its timeline says of its day
// and zone is read for that, and for nothing else. Beside instants in UTC a clock of which the report does
// not tell the instant would be read as UTC too, so it is not told.
func (c *cutter) tell() (zone string) {
	events := c.report.Timeline.Events
	decided, clocks := false, false
	for _, e := range events {
		if c.shows(e) {
			decided = decided || !e.At.Instant.IsZero()
			clocks = clocks || e.At.Has.Any(moment.HasClock|moment.HasRelative)
		}
	}
	c.stamps = make([]string, len(events))
	for i, e := range events {
		undecided := e.At.Instant.IsZero() && e.At.Has.Any(moment.HasClock|moment.HasRelative)
		switch text := stamp(&e.At); {
		case text != "":
			c.stamps[i] = text
		case decided && undecided:
			c.stamps[i] = "not dated"
		default:
			c.stamps[i] = e.At.Text
		}
		at := source.Span{Start: e.At.Start, End: e.At.End}
		switch {
		case !c.shows(e):
		case undecided && decided:
			c.leave(at, "the time "+strconv.Quote(e.At.Text)+": its instant is not known, and beside others in UTC it would be read as one"+because(&e.At), settling(&e.At))
		case undecided:
			c.leave(at, "the instant of "+strconv.Quote(e.At.Text)+", which stays as it is written"+because(&e.At), settling(&e.At))
		case e.At.Problem != "":
			c.leave(at, "any doubt about "+strconv.Quote(e.At.Text)+", of which customers read "+c.stamps[i]+because(&e.At), "write a time that can be meant in one way only")
		}
	}
	c.decided = decided
	switch {
	case decided:
		return "UTC"
	case clocks:
		return "" // or they might be read as times of a zone that the report does not give them
	}
	return c.zone()
}

// dates reports whether a text of a timeline says of what day or in what zone the times below it are, which
// is not true of them in UTC, and needless.
func dates(b *report.Block) bool {
	text := report.PlainText(b.Inlines)
	if _, _, _, ok := moment.FindZone(text); ok || b.Kind != report.HeadingBlock {
		return ok
	}
	_, zone := moment.ParseZone(strings.Trim(text[strings.LastIndexAny(text, " (")+1:], " )"))
	return zone || slices.ContainsFunc(moment.Find(text), func(s moment.Stamp) bool { return s.Has.Any(moment.HasDay | moment.HasZone) })
}

func because(s *moment.Stamp) string {
	if s.Problem == "" {
		return ""
	}
	return " (" + s.Problem + ")"
}

// settling is how an author decides the instant of a time.
func settling(s *moment.Stamp) string {
	switch s.ProblemKind {
	case moment.NoZone:
		return "write the zone here, above the timeline, or as timezone in the front matter"
	case moment.NoDate:
		return "write the day here, or above the timeline"
	}
	return "write its date and its zone here"
}

// shows reports whether the time and the text of an event are public.
func (c *cutter) shows(e *report.Event) bool {
	return c.audience.allows(source.Span{Start: e.At.Start, End: e.At.End}) && (!e.Text.Written() || c.audience.allows(e.Text.Span))
}

// stamp writes an instant or a day, or the two ends of a range; it is empty for one that is not decided.
func stamp(s *moment.Stamp) string {
	const day = "2006-01-02"
	layout, from, until := day+" 15:04", s.Instant, time.Time{}
	if s.Has.Any(moment.HasSeconds) || s.Instant.Second() != 0 {
		layout += ":05"
	}
	if s.Until != nil {
		until = s.Until.Instant
	}
	if from.IsZero() && s.Has != 0 && !s.Has.Any(moment.HasClock|moment.HasRelative) && s.Problem == "" {
		layout, from = day, dayOf(s)
		if s.Until != nil {
			until = dayOf(s.Until)
		}
	}
	if from.IsZero() {
		return ""
	}
	text := from.UTC().Format(layout)
	if s.Approximate {
		text = "about " + text
	}
	if until.After(from) {
		to := until.UTC().Format(layout)
		if today := from.UTC().Format(day) + " "; strings.HasPrefix(to, today) {
			to = to[len(today):]
		}
		text += " to " + to
	}
	if layout != day {
		text += " UTC"
	}
	return text
}

// dayOf is the start of a stamp's day, zero if it is not known.
func dayOf(s *moment.Stamp) time.Time {
	if s.Year == 0 || s.Month == 0 || s.Day == 0 {
		return time.Time{}
	}
	return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC)
}
