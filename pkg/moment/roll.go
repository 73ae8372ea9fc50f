package moment

import (
	"slices"
	"time"
)

// roll looks at a clock that carries on from the entry before and finds out whether midnight lies
// between them. A few hours back are an entry out of order; a long way back from the evening to
// the morning is the next day; anything between is left open, and the answer is false.
func (r *resolver) roll(s *Stamp) bool {
	if !s.Has.Any(HasClock) {
		return true
	}
	if r.last == nil || !r.last.Has.Any(HasClock) {
		if r.open != "" {
			s.fail(AmbiguousDay, r.open)
		} else if s.midnight {
			s.fail(AmbiguousDay, "midnight may be the beginning of the day or its end")
		}
		return s.ProblemKind != AmbiguousDay
	}
	if r.open != "" && seconds(s) < r.openUntil {
		s.fail(AmbiguousDay, r.open)
		return false
	}
	r.open = ""
	last, ok := r.lastAsSeen(s)
	if !ok {
		if len(s.Zone.Ambiguous) > 0 {
			s.fail(AmbiguousZone, s.Zone.mayBe())
		}
		s.fail(AmbiguousDay, "the entry before is in another zone, and its instant is not known")
		return false
	}
	s.setDay(last.Date(), 0)
	back := seconds(&last) - seconds(s)
	morning, step, what := s.Hour, 1, "day-after"
	if r.NewestFirst {
		back, step, what = -back, -1, "day-before"
		morning = last.Hour
	}
	const hour = 3600
	switch {
	case back < -20*hour && last.rolled():
		return r.doubt(s, AmbiguousDay, "it is almost a day after the entry before: out of order, or on the same night")
	case back < 4*hour && !(s.midnight && back > 0):
	case !s.Has.Any(HasMeridiem) && (r.unpadded && last.Hour >= 9 && last.Hour <= 12 || last.Hour == 12 && s.Hour > 0 && s.Hour < 6 && !last.Has.Any(HasMeridiem) && !s.midnight):
		return r.doubt(s, AmbiguousClock, "it is earlier than the entry before: am or pm may be missing")
	case back >= 8*hour && morning < 12 || s.midnight:
		s.setDay(s.Date(), step)
		s.infer(what, "the clock of the entry before")
	default:
		return r.doubt(s, AmbiguousDay, "it is earlier than the entry before: out of order, or on the next day")
	}
	return true
}

// rolled reports whether the stamp was put on another day than the one before it.
func (s *Stamp) rolled() bool {
	return slices.ContainsFunc(s.Inferred, func(f Inference) bool { return f.What == "day-after" || f.What == "day-before" })
}

// lastAsSeen is the date and the clock of the entry before, in the zone of s.
func (r *resolver) lastAsSeen(s *Stamp) (Stamp, bool) {
	last := *r.last
	z := s.Zone
	if z.IsZero() {
		z = r.Zone
	}
	if z.IsZero() || last.Zone.IsZero() || z.SameClock(last.Zone) {
		return last, true
	}
	if len(z.Ambiguous) > 0 {
		z, _ = r.meant(z)
	}
	if !z.Known() || last.Instant.IsZero() {
		return last, false
	}
	t := last.Instant
	if z.Fixed {
		t = t.Add(time.Duration(z.Offset) * time.Second)
	} else {
		t = wallOf(t.In(z.Loc))
	}
	last.Year, last.Month, last.Day = t.Date()
	last.Hour, last.Minute, last.Second = t.Clock()
	return last, true
}

// doubt leaves the day of the stamp open, and of those after it until the clock passes the last one
// that was sure.
func (r *resolver) doubt(s *Stamp, k ProblemKind, why string) bool {
	s.fail(k, why)
	r.open, r.openUntil = "the day of an entry before it is not certain", seconds(r.last)
	if r.NewestFirst {
		r.openUntil = 48 * 3600
	}
	return false
}
