package report

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// Until is the time from one entry to another: at least low, at most high. It is negative if the
// other entry is earlier. ok is false if the report does not decide it.
//
// A time with a clock is taken as written; "about" widens it by five minutes on either side; a bare
// date is any instant of that day. In a report that names no zone at all both times are in the same
// unnamed one, and the difference is right unless clocks were changed in between; so it is where both have
// one name of which nobody can tell what it means.
func (e *Event) Until(o *Event) (low, high time.Duration, ok bool) {
	if low, high, ok := e.sameDay(o); ok {
		return low, high, true
	}
	in, known := e.At.Zone, e.At.Zone.Known()
	if !known {
		in, known = o.At.Zone, o.At.Zone.Known()
	}
	if !known && e.At.Zone.IsZero() && o.At.Zone.IsZero() {
		in = moment.Zone{Fixed: true}
	}
	if e.zoneDoubtful() || o.zoneDoubtful() {
		if !(e.zoneDoubtful() && o.zoneDoubtful() && strings.EqualFold(e.At.Zone.Name, o.At.Zone.Name)) {
			return 0, 0, false
		}
		in = moment.Zone{Fixed: true}
	}
	a, aok := e.extent(in)
	b, bok := o.extent(in)
	if !aok || !bok {
		return 0, 0, false
	}
	return b.first.Sub(a.last), b.last.Sub(a.first), true
}

// zoneDoubtful reports whether the entry's instant is open for nothing but what its zone means.
func (e *Event) zoneDoubtful() bool {
	return e.At.Instant.IsZero() && (e.At.ProblemKind == moment.AmbiguousZone || e.At.ProblemKind == moment.WrongSeason)
}

// sameDay is Until for two times on one day of which nobody can tell whether it is 3 April or March 4.
func (e *Event) sameDay(o *Event) (low, high time.Duration, ok bool) {
	a, b := &e.At, &o.At
	doubtful := a.ProblemKind == moment.AmbiguousDate && b.ProblemKind == moment.AmbiguousDate
	if !doubtful || !a.Has.All(b.Has&moment.HasClock|moment.HasClock) || !a.Zone.SameClock(b.Zone) || numericDate(a.Text) != numericDate(b.Text) {
		return 0, 0, false
	}
	d := b.TimeOfDay() - a.TimeOfDay()
	low, high = d, d
	for _, s := range []*moment.Stamp{a, b} {
		if s.Approximate {
			low, high = low-About, high+About
		}
	}
	return low, high, true
}

// About is what "about" may mean on either side of a time, here and wherever a stated time is held against one.
const About = 5 * time.Minute

// extent is what an entry's time can mean.
type extent struct{ first, last time.Time }

// extent places the entry's time. The zone is for a time that has none of its own.
func (e *Event) extent(zone moment.Zone) (x extent, ok bool) {
	// Only instants leave here, so a fixed offset needs no location of its own.
	loc, ahead := zone.Loc, time.Duration(0)
	if zone.Fixed {
		loc, ahead = time.UTC, time.Duration(zone.Offset)*time.Second
	}
	place := func(s *moment.Stamp) (time.Time, bool) {
		if !s.Instant.IsZero() {
			return s.Instant, true
		}
		wall, ok := s.Wall()
		if !ok || loc == nil || !(s.ProblemKind == moment.NoProblem || s.ProblemKind == moment.NoZone || e.zoneDoubtful()) {
			return time.Time{}, false
		}
		return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), loc).Add(-ahead), true
	}
	s := &e.At
	if !s.Undated && e.DateOnly() && s.ProblemKind == moment.NoProblem && s.Year != 0 && s.Month != 0 && s.Day != 0 && loc != nil {
		last := s
		if u := s.Until; u != nil && u.Year != 0 && u.Month != 0 && u.Day != 0 {
			last = u
		}
		return extent{time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, loc).Add(-ahead), time.Date(last.Year, last.Month, last.Day+1, 0, 0, 0, 0, loc).Add(-ahead)}, true
	}
	at, ok := place(s)
	if !ok {
		return extent{}, false
	}
	x = extent{at, at}
	if s.Until != nil {
		if end, ok := place(s.Until); ok && end.After(at) {
			x.last = end
		}
	}
	if s.Approximate {
		x.first, x.last = x.first.Add(-About), x.last.Add(About)
	}
	return x, true
}
