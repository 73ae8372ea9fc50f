package moment

import (
	"strconv"
	"strings"
	"time"
)

// instant sets the stamp's Instant from its date, clock and zone, or says why it cannot.
func (r *resolver) instant(s *Stamp) {
	if !s.Has.Any(HasClock) || s.ProblemKind == AmbiguousDay || s.ProblemKind == Placeholder || s.ProblemKind == Unreadable {
		return
	}
	z, from := s.Zone, ""
	if z.IsZero() && s.Also != nil {
		r.fromAlso(s)
		return
	}
	if z.IsZero() {
		if z, from = r.zoneInForce(s); z.IsZero() {
			return
		}
		s.Zone = z
		s.infer("zone", from)
	}
	if len(z.Ambiguous) > 0 {
		meant, why := r.meant(z, s)
		if !meant.Known() {
			s.fail(AmbiguousZone, describe(z))
			if s.Also != nil {
				r.fromAlso(s)
			}
			return
		}
		if from == "" {
			s.infer("zone", why)
		}
		z = meant
		s.Zone.Loc, s.Zone.Fixed, s.Zone.Offset, s.Zone.Ambiguous = z.Loc, z.Fixed, z.Offset, nil
	}
	if !z.Known() {
		return
	}
	t, ok := r.local(s, z)
	if !ok {
		return
	}
	if s.Also != nil && !r.agrees(s, t) {
		return
	}
	s.Instant = t
}

// zoneInForce is the zone of a stamp that writes none: the context's, or the one the other stamps
// agree on.
func (r *resolver) zoneInForce(s *Stamp) (Zone, string) {
	switch {
	case !r.Zone.IsZero():
		from := r.ZoneFrom
		if from == "" {
			from = "the document"
		}
		return r.Zone, from
	case len(r.written) == 1:
		z := r.written[0]
		return z, "the other entries"
	case len(r.written) > 1:
		s.fail(NoZone, "no zone is written for it, and other entries use both "+r.written[0].Name+" and "+r.written[1].Name)
	default:
		s.fail(NoZone, "no zone is written for it")
	}
	return Zone{}, ""
}

// meant decides an ambiguous zone by policy, or by another zone of the document that uses the
// abbreviation.
func (r *resolver) meant(z Zone, s *Stamp) (Zone, string) {
	name := strings.ToUpper(z.Name)
	if iana := r.AmbiguousZones[name]; iana != "" {
		if loc := location(iana); loc != nil {
			return named(z, loc), "the policy for " + name
		}
	}
	if r.Zone.Known() && r.Zone.Loc != nil {
		if m, ok := fits(z, r.Zone.Loc); ok {
			return m, r.ZoneFrom
		}
	}
	for _, w := range r.written {
		if w.Loc != nil {
			if m, ok := fits(z, w.Loc); ok {
				return m, "the zone " + w.Name + " of another entry"
			}
		}
	}
	return Zone{}, ""
}

// named is an ambiguous zone with the meaning it has in a region, or that region if it is none of
// the usual ones.
func named(z Zone, loc *time.Location) Zone {
	if m, ok := fits(z, loc); ok {
		return m
	}
	return Zone{Name: z.Name, Loc: loc}
}

// fits finds the meaning of an ambiguous zone that belongs to a region.
func fits(z Zone, loc *time.Location) (Zone, bool) {
	for _, m := range z.Ambiguous {
		if m.Region == loc.String() {
			return Zone{Name: z.Name, Loc: loc, Fixed: true, Offset: m.Offset}, true
		}
	}
	return Zone{}, false
}

func describe(z Zone) string {
	var places []string
	for _, m := range z.Ambiguous {
		places = append(places, m.Place)
	}
	last := len(places) - 1
	return z.Name + " may be the time of " + strings.Join(places[:last], ", ") + " or " + places[last]
}

// local turns the stamp's date and clock, in a zone, into an instant. Times that the zone's clocks
// skipped or showed twice, and abbreviations out of season, are problems.
func (r *resolver) local(s *Stamp, z Zone) (time.Time, bool) {
	wall := time.Date(s.Year, s.Month, s.Day, s.Hour, s.Minute, s.Second, s.Nano, time.UTC)
	if z.Loc == nil || z.Loc == time.UTC {
		return wall.Add(-time.Duration(z.Offset) * time.Second), true
	}
	fits := candidates(wall, z.Loc)
	if z.Fixed {
		for _, t := range fits {
			if _, off := t.Zone(); off == z.Offset {
				return t.UTC(), true
			}
		}
		if len(fits) == 1 {
			short, _ := fits[0].Zone()
			s.fail(WrongSeason, "on that day the clocks of "+place(z.Loc)+" showed "+short+", not "+z.Name)
			if r.Zone.Loc != nil && !r.Zone.Fixed && r.Zone.SameClock(z) {
				s.infer("zone", r.ZoneFrom)
				return fits[0].UTC(), true
			}
			return time.Time{}, false
		}
	}
	switch len(fits) {
	case 1:
		return fits[0].UTC(), true
	case 0:
		s.fail(Gap, s.Clock()+" did not exist in "+z.Loc.String()+" on "+wall.Format(time.DateOnly)+": clocks were put forward")
	default:
		s.fail(Overlap, s.Clock()+" occurred twice in "+z.Loc.String()+" on "+wall.Format(time.DateOnly)+": clocks were put back")
	}
	return time.Time{}, false
}

// candidates are the instants at which clocks in loc show wall: one, none in a gap, two in an
// overlap.
func candidates(wall time.Time, loc *time.Location) []time.Time {
	var out []time.Time
	for _, probe := range []time.Duration{-26 * time.Hour, 26 * time.Hour} {
		_, off := wall.Add(probe).In(loc).Zone()
		t := wall.Add(-time.Duration(off) * time.Second).In(loc)
		if _, o := t.Zone(); o != off || len(out) > 0 && out[0].Equal(t) {
			continue
		}
		out = append(out, t)
	}
	return out
}

func place(loc *time.Location) string {
	name := loc.String()
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

// agrees reports whether the second zone of a stamp names the same instant.
func (r *resolver) agrees(s *Stamp, t time.Time) bool {
	a := s.Also
	if !a.Zone.Known() {
		return true
	}
	at, ok := r.alsoAt(s)
	if !ok {
		return true
	}
	if diff := t.Sub(at) % (24 * time.Hour); diff != 0 && (!a.Has.All(HasDate) || true) {
		s.fail(Disagreement, s.Clock()+" "+s.Zone.Name+" is not "+a.Clock()+" "+a.Zone.Name)
		return false
	}
	return true
}

// alsoAt is the instant of the second zone's clock on the day of the stamp, give or take a day.
func (r *resolver) alsoAt(s *Stamp) (time.Time, bool) {
	probe := Stamp{Year: s.Year, Month: s.Month, Day: s.Day, Hour: s.Also.Hour, Minute: s.Also.Minute, Second: s.Second}
	return r.local(&probe, s.Also.Zone)
}

// fromAlso takes the instant of a stamp without a usable zone from its second clock. The stamp's
// own clock gives the day: the two cannot be more than twelve hours apart.
func (r *resolver) fromAlso(s *Stamp) {
	at, ok := r.alsoAt(s)
	if !ok || s.Year == 0 {
		return
	}
	wall := time.Date(s.Year, s.Month, s.Day, s.Hour, s.Minute, s.Second, 0, time.UTC)
	offset := wall.Sub(at)
	for offset > 12*time.Hour {
		at, offset = at.Add(24*time.Hour), offset-24*time.Hour
	}
	for offset < -12*time.Hour {
		at, offset = at.Add(-24*time.Hour), offset+24*time.Hour
	}
	if offset%(15*time.Minute) != 0 {
		s.fail(Disagreement, s.Clock()+" is in no zone "+s.Also.Clock()+" "+s.Also.Zone.Name)
		return
	}
	s.Problem, s.ProblemKind = "", NoProblem
	s.Zone = Zone{Name: utcOffset(offset), Fixed: true, Offset: int(offset / time.Second)}
	s.infer("zone", "the second time "+strconv.Quote(s.Also.Text))
	s.Instant = at
}

func utcOffset(d time.Duration) string {
	sign := "+"
	if d < 0 {
		sign, d = "-", -d
	}
	return "UTC" + sign + two(int(d/time.Hour)) + ":" + two(int(d/time.Minute)%60)
}
