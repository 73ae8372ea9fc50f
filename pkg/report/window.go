package report

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// Lasts is how long a stated range of times is: at least low, at most high. Where only clocks are
// written, the range is shorter than a day. ok is false if the claim is no range of clock times, or
// if its ends cannot be compared.
func (c *Claim) Lasts() (low, high time.Duration, ok bool) {
	s := c.Stamp
	if s == nil || s.Until == nil || !s.Has.Any(moment.HasClock) || !s.Until.Has.Any(moment.HasClock) || s.Problem != "" || s.Until.Problem != "" {
		return 0, 0, false
	}
	from, to := *s, *s.Until
	from.Until = &to
	day := moment.Date{Year: 2001, Month: time.June, Day: 5}
	if from.Has.Any(moment.HasDate|moment.HasWeekday) != from.Has.All(moment.HasMonth|moment.HasDay) {
		return 0, 0, false
	}
	if from.Year != 0 {
		day.Year = from.Year
	}
	moment.Resolve([]moment.Item{{Stamp: &from}}, moment.Context{Date: day, Zone: moment.Zone{Name: "UTC", Fixed: true}})
	if from.Instant.IsZero() || to.Instant.IsZero() || !to.Instant.After(from.Instant) {
		return 0, 0, false
	}
	low = to.Instant.Sub(from.Instant)
	high = low
	for _, e := range []*moment.Stamp{s, s.Until} {
		switch {
		case e.Approximate:
			low, high = low-about, high+about
		case !strings.ContainsAny(e.Text, ":.") && !e.Has.Any(moment.HasCompact): // "from 2 pm to 6 pm"
			low, high = low-time.Hour/2, high+time.Hour/2
		}
	}
	return low, high, true
}

// Outside is how far a stated time lies outside of the timeline: before its first entry if
// negative, behind its last one if positive, 0 if inside. The entry is the one it is nearest to.
//
// A clock without a date counts as inside if it is on any day of the timeline; one that may be
// missing its "pm" is taken either way. ok is false if the report does not decide it, or if the
// timeline is longer than two days.
func (r *Report) Outside(at *moment.Stamp) (off time.Duration, nearest *Event, ok bool) {
	w, ok := r.window()
	if !ok || !at.Has.Any(moment.HasClock) || at.Problem != "" || at.Has.Any(moment.HasRelative) {
		return 0, nil, false
	}
	if !at.Has.Any(moment.HasZone) && !w.stated {
		return 0, nil, false
	}
	for day := w.day; ; day = day.AddDate(0, 0, 1) {
		s := *at
		s.Until, s.Also = nil, nil
		moment.Resolve([]moment.Item{{Stamp: &s}}, moment.Context{Date: moment.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}, Zone: w.zone})
		if s.Instant.IsZero() {
			return 0, nil, false
		}
		hours := []time.Duration{0}
		if s.Hour <= 12 && !s.Has.Any(moment.HasMeridiem) && !strings.HasPrefix(s.Clock(), at.Text[:min(2, len(at.Text))]) {
			hours = append(hours, 12*time.Hour)
		}
		for _, add := range hours {
			t := s.Instant.Add(add)
			switch {
			case t.Before(w.first.At.Instant):
				if o := t.Sub(w.first.At.Instant); nearest == nil || o.Abs() < off.Abs() {
					off, nearest = o, w.first
				}
			case t.After(w.end):
				if o := t.Sub(w.end); nearest == nil || o.Abs() < off.Abs() {
					off, nearest = o, w.last
				}
			default:
				return 0, w.first, true
			}
		}
		if at.Has.Any(moment.HasDay) || day.After(w.lastDay) {
			return off, nearest, nearest != nil
		}
	}
}

// window is what the timeline covers.
type window struct {
	first, last  *Event
	end          time.Time // of the last entry, or of the range that it is
	day, lastDay time.Time // local days
	zone         moment.Zone
	stated       bool // the report states one zone for its times
}

func (r *Report) window() (w window, ok bool) {
	events := r.Timeline.Events
	for _, e := range events {
		switch {
		case e.At.Instant.IsZero() && e.At.Has.Any(moment.HasClock):
			return w, false
		case e.At.Instant.IsZero():
			continue
		}
		if w.first == nil || e.At.Instant.Before(w.first.At.Instant) {
			w.first = e
		}
		end := e.At.Instant
		if u := e.At.Until; u != nil && u.Instant.After(end) {
			end = u.Instant
		}
		if w.last == nil || end.After(w.end) {
			w.last, w.end = e, end
		}
		if w.zone.IsZero() {
			w.zone = e.At.Zone
		}
		w.stated = true
		if !w.zone.SameClock(e.At.Zone) {
			w.zone = e.At.Zone
		}
	}
	if w.first == nil || len(events) < 3 || w.end.Sub(w.first.At.Instant) > 48*time.Hour {
		return w, false
	}
	for _, e := range events {
		if !e.At.Instant.IsZero() && !e.At.Zone.SameClock(w.zone) {
			w.stated = false // two zones: a time without one may be either
		}
	}
	w.day = time.Date(w.first.At.Year, w.first.At.Month, w.first.At.Day, 0, 0, 0, 0, time.UTC)
	w.lastDay = time.Date(w.last.At.Year, w.last.At.Month, w.last.At.Day, 0, 0, 0, 0, time.UTC)
	return w, true
}
