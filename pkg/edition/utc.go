package edition

import (
	"bytes"
	"strconv"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// inUTC puts the times of an edition's timeline into UTC. It reads nothing but the edition: a time
// that the public part alone does not decide stays as it is written, and so does its zone.
func inUTC(r *report.Report) []byte {
	text := r.File.Text
	var edits []source.Edit
	for _, e := range r.Timeline.Events {
		if e.At.Instant.IsZero() || e.DateOnly() {
			return text // one zone for all, or the one they were written in
		}
		edits = append(edits, source.Edit{Span: source.Span{Start: e.At.Start, End: e.At.End}, New: stamp(&e.At)})
	}
	zone := r.Meta.Key("timezone")
	if len(edits) == 0 || zone == nil {
		return text
	}
	edits = append(edits, source.Edit{Span: r.File.Line(r.File.LineAt(zone.Span.Start)), New: "timezone: UTC"})
	out, err := r.File.Apply(edits...)
	if err != nil || !sameInstants(r, r.Again(source.New("", out))) {
		return text
	}
	return bytes.Clone(out)
}

// tellUndecided tells the author of the times that what is public does not decide, though the report
// may: they stay as they are written, beside others in UTC.
func (c *cutter) tellUndecided(edition *report.Report) {
	written := c.report.Timeline.Events
	for _, e := range edition.Timeline.Events {
		if !e.At.Instant.IsZero() || !e.At.Has.Any(moment.HasClock) {
			continue
		}
		for i, w := range written {
			at := source.Span{Start: w.At.Start, End: w.At.End}
			if w.At.Text == e.At.Text && c.audience.allows(at) {
				c.leave(at, "the instant of "+strconv.Quote(w.At.Text)+", which stays as it is written: what is public does not decide it", "write its date and its zone here")
				written = written[i+1:]
				break
			}
		}
	}
}

// stamp writes an instant, or the two ends of a range.
func stamp(s *moment.Stamp) string {
	text := s.Instant.UTC().Format("2006-01-02 15:04")
	if s.Approximate {
		text = "about " + text
	}
	if u := s.Until; u != nil && !u.Instant.IsZero() {
		layout := "15:04"
		if u.Instant.UTC().YearDay() != s.Instant.UTC().YearDay() {
			layout = "2006-01-02 15:04"
		}
		text += " to " + u.Instant.UTC().Format(layout)
	}
	return text
}

// sameInstants reports whether two editions tell the same times to the minute.
func sameInstants(a, b *report.Report) bool {
	if len(a.Timeline.Events) != len(b.Timeline.Events) {
		return false
	}
	for i, e := range a.Timeline.Events {
		if !e.At.Instant.Truncate(time.Minute).Equal(b.Timeline.Events[i].At.Instant) {
			return false
		}
	}
	return true
}
