package report

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// Window is what a timeline covers, from its first entry to its last.
type Window struct {
	first, last  *Event
	end          time.Time // of the last entry, or of the range that it is
	day, lastDay time.Time // local days
	zone         moment.Zone
	mixed        bool // entries in two zones: a time without one may be in either
}

// Window gives what the timeline covers. ok is false if a clock time of it is not decided, if it
// has fewer than three entries, or if it is longer than two days.
func (t *Timeline) Window() (w Window, ok bool) {
	for _, e := range t.Events {
		s := &e.At
		switch {
		case s.Instant.IsZero() && s.Has.Any(moment.HasClock):
			return w, false
		case s.Instant.IsZero():
			continue
		case w.zone.IsZero():
			w.zone = s.Zone
		}
		w.mixed = w.mixed || !s.Zone.SameClock(w.zone)
		if w.first == nil || s.Instant.Before(w.first.At.Instant) {
			w.first = e
		}
		end := s.Instant
		if s.Until != nil && s.Until.Instant.After(end) {
			end = s.Until.Instant
		}
		if w.last == nil || end.After(w.end) {
			w.last, w.end = e, end
		}
	}
	if w.first == nil || len(t.Events) < 3 || w.end.Sub(w.first.At.Instant) > 48*time.Hour {
		return w, false
	}
	w.day, w.lastDay = midnight(&w.first.At), midnight(&w.last.At)
	return w, true
}

func midnight(s *moment.Stamp) time.Time {
	return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC)
}

// Outside is how far a stated time lies outside of the window: before its first entry if negative,
// behind its last one if positive, 0 if inside. The entry is the one it is nearest to.
//
// A clock without a date counts as inside if it is on any day of the window; one that may lack its
// "pm" is taken either way. ok is false if it cannot be said.
func (w *Window) Outside(at *moment.Stamp) (off time.Duration, nearest *Event, ok bool) {
	if !at.Has.Any(moment.HasClock) || at.Problem != "" || at.Has.Any(moment.HasRelative) || w.mixed && !at.Has.Any(moment.HasZone) {
		return 0, nil, false
	}
	for day := w.day; ; day = day.AddDate(0, 0, 1) {
		times := w.readings(at, day)
		if len(times) == 0 {
			return 0, nil, false
		}
		for _, t := range times {
			o, e := w.beyond(t)
			if o == 0 {
				return 0, e, true
			}
			if nearest == nil || o.Abs() < off.Abs() {
				off, nearest = o, e
			}
		}
		if at.Has.Any(moment.HasDay) || day.After(w.lastDay) {
			return off, nearest, true
		}
	}
}

// readings are the instants that a stated time may be on a day of the timeline: one that may lack its
// "pm" is two. It is empty if the time cannot be placed.
func (w *Window) readings(at *moment.Stamp, day time.Time) []time.Time {
	s := *at
	s.Until, s.Also = nil, nil
	moment.Resolve([]moment.Item{{Stamp: &s}}, moment.Context{Date: moment.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}, Zone: w.zone})
	if s.Instant.IsZero() {
		return nil
	}
	times := []time.Time{s.Instant}
	padded := s.Hour < 10 && strings.Contains(s.Text, s.Clock()[:3])
	if s.Hour > 0 && s.Hour <= 12 && !s.Has.Any(moment.HasMeridiem) && !padded {
		times = append(times, s.Instant.Add(12*time.Hour))
	}
	return times
}

// Apart is how far a stated clock time is from that of an entry, on whichever day of the window is
// nearest. ok is false if it cannot be said.
func (w *Window) Apart(at *moment.Stamp, e *Event) (off time.Duration, ok bool) {
	x := &e.At
	if !at.Has.Any(moment.HasClock) || at.Problem != "" || at.Has.Any(moment.HasRelative) || w.mixed && !at.Has.Any(moment.HasZone) ||
		x.Instant.IsZero() || x.Approximate || x.Until != nil || !x.Has.Any(moment.HasClock) {
		return 0, false
	}
	for day := w.day; !day.After(w.lastDay); day = day.AddDate(0, 0, 1) {
		for _, t := range w.readings(at, day) {
			if o := t.Sub(x.Instant).Abs(); !ok || o < off {
				off, ok = o, true
			}
		}
	}
	return off, ok
}

// Dated reports whether a stated day can be one of the timeline. A reader of another zone may know a night
// by the day before or after. A day further off than ten is that of something else, and passes.
func (w *Window) Dated(at *moment.Stamp) bool {
	first, last := w.day, w.lastDay
	if begins := w.first.At; begins.Hour < 9 {
		first = first.AddDate(0, 0, -1)
	}
	if ends := w.last.At; ends.Hour >= 15 || ends.Until != nil {
		last = last.AddDate(0, 0, 1)
	}
	year := at.Year
	if year == 0 {
		year = w.day.Year()
	}
	day := time.Date(year, at.Month, at.Day, 0, 0, 0, 0, time.UTC)
	if day.Before(first.AddDate(0, 0, -10)) || day.After(last.AddDate(0, 0, 10)) {
		return true
	}
	return !day.Before(first) && !day.After(last)
}

func (w *Window) beyond(t time.Time) (time.Duration, *Event) {
	switch {
	case t.Before(w.first.At.Instant):
		return t.Sub(w.first.At.Instant), w.first
	case t.After(w.end):
		return t.Sub(w.end), w.last
	}
	return 0, w.first
}
