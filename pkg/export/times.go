package export

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// The two ways in which times are written: in a timeline, where they stand below each other, and in
// a sentence.
const (
	shortForm = "2006-01-02"
	longForm  = "2 January 2006,"
)

// timed reports whether the time of an event is decided to the minute.
func timed(e *report.Event) bool {
	return !e.At.Instant.IsZero() && !e.DateOnly() && e.At.Problem == ""
}

// retold is the edition's text with each decided time of the timeline in UTC and in the customers'
// zone. A time that the edition does not decide stays as it is written.
func retold(r *report.Report, zone *time.Location) []byte {
	var edits []source.Edit
	for _, e := range r.Timeline.Events {
		at := source.Span{Start: e.At.Start, End: e.At.End}
		if timed(e) && strings.ReplaceAll(r.File.Slice(at), `\`, "") == e.At.Text { // \~12:00
			edits = append(edits, source.Edit{Span: at, New: moments(&e.At, shortForm, zone)})
		} else if e.At.Undated && r.File.Slice(at) == e.At.Text { // it would run into what follows
			edits = append(edits, source.Edit{Span: at, New: "(" + e.At.Text + ")"})
		}
		// The mark of a phase is told from the text without its bold letters too.
		if end := e.Phase.Span.End + len("**"); e.Phase.Written() && r.File.Slice(source.Span{Start: e.Phase.Span.End, End: end + 1}) == "** " {
			edits = append(edits, source.Edit{Span: source.Span{Start: end, End: end}, New: ":"})
		}
	}
	text, err := r.File.Apply(edits...)
	if err != nil { // two events with one time between them
		return r.File.Text
	}
	return text
}

// moments writes a time, or the two ends of a range: "2026-02-03 09:12 to 09:40 UTC (10:12 to 10:40 CET)".
func moments(s *moment.Stamp, day string, zone *time.Location) string {
	text := between(s, day, time.UTC, "")
	if s.Approximate {
		text = "about " + text
	}
	if zone == nil || zone == time.UTC || zone.String() == "UTC" {
		return text
	}
	return text + " (" + between(s, day, zone, s.Instant.UTC().Format(day)) + ")"
}

// between writes the ends in one zone; a day that is said already is not said again.
func between(s *moment.Stamp, day string, zone *time.Location, said string) string {
	from := s.Instant.In(zone)
	text := since(from, day, said)
	u := s.Until
	if u == nil || !u.Instant.After(s.Instant) {
		return text + " " + moment.ZoneName(from)
	}
	to := u.Instant.In(zone)
	if moment.ZoneName(to) != moment.ZoneName(from) { // clocks were changed in between
		text += " " + moment.ZoneName(from)
	}
	return text + " to " + since(to, day, from.Format(day)) + " " + moment.ZoneName(to)
}

func since(t time.Time, day, said string) string {
	if today := t.Format(day); today != said {
		return today + " " + t.Format("15:04")
	}
	return t.Format("15:04")
}
