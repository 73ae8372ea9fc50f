package moment

import (
	"strconv"
	"strings"
	"time"
)

// instant sets the stamp's Instant from its date, clock and zone, or says why it cannot.
func (r *resolver) instant(s *Stamp) {
	if !s.Has.Any(HasClock) || s.ProblemKind != NoProblem {
		return
	}
	if s.Zone.IsZero() && s.Also != nil && !r.stated(s.Also) {
		r.fromAlso(s)
		return
	}
	z, ok := r.zone(s)
	if !ok {
		return
	}
	t, ok := r.local(s, z)
	if !ok && s.Also != nil {
		t, ok = r.decided(s, z)
	}
	if ok && r.agrees(s, t) {
		s.Instant = t
	}
}

// stated reports whether the document says the zone of a clock that writes none, and not that of the second
// clock beside it: under "all times in UTC", 12:48 (6:48 PDT) is 12:48 UTC.
func (r *resolver) stated(second *Stamp) bool {
	return r.Zone.Known() && second.Zone.Known() && !r.Zone.SameClock(second.Zone)
}

// decided is the instant of a local time that occurred twice, or whose abbreviation is out of
// season, if the stamp's second clock fits one that clocks in the zone's region did show.
func (r *resolver) decided(s *Stamp, z Zone) (time.Time, bool) {
	if s.ProblemKind != Overlap && s.ProblemKind != WrongSeason {
		return time.Time{}, false
	}
	at, ok := r.second(s, s.Also)
	for _, t := range candidates(s.wall(), z.Loc) {
		if ok && t.Sub(at)%(24*time.Hour) == 0 {
			if s.ProblemKind == Overlap {
				s.Problem, s.ProblemKind = "", NoProblem
			}
			s.infer("zone", "the second time "+strconv.Quote(s.Also.Text))
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// zone is the zone of the stamp, its own or the one in force, when it is known and means one thing.
func (r *resolver) zone(s *Stamp) (Zone, bool) {
	z, from := s.Zone, ""
	if z.IsZero() {
		if z, from = r.zoneInForce(s); z.IsZero() {
			return z, false
		}
		s.Zone = z
	}
	if len(z.Ambiguous) > 0 {
		meant, why := r.meant(z)
		if meant.IsZero() {
			if s.Also != nil {
				r.fromAlso(s)
				return z, false
			}
			s.fail(AmbiguousZone, z.mayBe())
			return z, false
		}
		if from != "" {
			from += ", as "
		}
		z, from = meant, from+why
		s.Zone = z
	}
	if from != "" {
		r.inferZone(s, from)
	}
	if !z.Known() {
		s.fail(NoZone, strconv.Quote(z.Name)+" names no zone that is known")
	}
	return z, z.Known()
}

// zoneInForce is the zone of a stamp that writes none: the context's, or the one the other stamps
// agree on.
func (r *resolver) zoneInForce(s *Stamp) (Zone, string) {
	switch {
	case !r.Zone.IsZero() && r.ZoneFrom != "":
		return r.Zone, r.ZoneFrom
	case !r.Zone.IsZero():
		return r.Zone, "the document"
	case len(r.written) == 1:
		return r.written[0], "the other entries"
	case len(r.written) > 1:
		s.fail(NoZone, "no zone is written for it, and other entries use both "+r.written[0].Name+" and "+r.written[1].Name)
	default:
		s.fail(NoZone, "no zone is written for it")
	}
	return Zone{}, ""
}

// meant decides an ambiguous zone by policy, or by another zone of the document in whose region the
// abbreviation is used.
func (r *resolver) meant(z Zone) (Zone, string) {
	name := strings.ToUpper(z.Name)
	if iana := r.AmbiguousZones[name]; iana != "" {
		if loc := location(iana); loc != nil {
			if m := z.in(loc); !m.IsZero() {
				return m, "the policy for " + name
			}
			return Zone{Name: z.Name, Loc: loc}, "the policy for " + name
		}
	}
	if m := z.in(r.Zone.Loc); !m.IsZero() {
		return m, r.ZoneFrom
	}
	for _, w := range r.written {
		if m := z.in(w.Loc); !m.IsZero() {
			return m, "the zone " + w.Name + " of other entries"
		}
	}
	return Zone{}, ""
}

// in is the meaning that an abbreviation has in a region; zero if it is not used there.
func (z Zone) in(loc *time.Location) Zone {
	if loc == nil || loc == time.UTC {
		return Zone{}
	}
	for _, m := range z.Ambiguous {
		if m.Region == loc.String() {
			return Zone{Name: z.Name, Loc: loc, Fixed: true, Offset: m.Offset}
		}
	}
	for _, month := range [...]time.Month{time.January, time.July} {
		if name, off := time.Date(2024, month, 1, 0, 0, 0, 0, loc).Zone(); strings.EqualFold(name, z.Name) {
			return Zone{Name: z.Name, Loc: loc, Fixed: true, Offset: off}
		}
	}
	return Zone{}
}

// mayBe says what an ambiguous zone may mean: "IST may be the time of India, Israel or Ireland in
// summer".
func (z Zone) mayBe() string {
	ms := z.Ambiguous
	out := z.Name + " may be the time of " + ms[0].Place
	for i, m := range ms[1:] {
		if i == len(ms)-2 {
			out += " or " + m.Place
		} else {
			out += ", " + m.Place
		}
	}
	return out
}

// local turns the stamp's date and clock, in a zone, into an instant. Times that the zone's clocks
// skipped or showed twice, and abbreviations out of season, are problems.
func (r *resolver) local(s *Stamp, z Zone) (time.Time, bool) {
	wall := s.wall()
	if z.Loc == nil || z.Loc == time.UTC {
		return wall.Add(-time.Duration(z.Offset) * time.Second), true
	}
	loc := z.Loc
	inForce := r.Zone.Loc != nil && !r.Zone.Fixed
	if z.Fixed && inForce && !z.in(r.Zone.Loc).IsZero() {
		loc = r.Zone.Loc // EST of a report whose zone is America/Panama
	}
	fits := candidates(wall, loc)
	if z.Fixed {
		for _, t := range fits {
			if _, off := t.Zone(); off == z.Offset {
				return t.UTC(), true
			}
		}
	}
	day := wall.Format(time.DateOnly)
	switch {
	case len(fits) == 0:
		s.fail(Gap, s.Clock()+" did not exist"+r.inZone(z, loc)+" on "+day+", when clocks were put forward")
	case z.Fixed:
		short, _ := fits[0].Zone()
		s.fail(WrongSeason, "on "+day+" it was "+short+r.inZone(z, loc)+", not "+z.Name)
		if inForce && loc.String() == r.Zone.Loc.String() && len(fits) == 1 {
			s.infer("zone", r.ZoneFrom)
			return fits[0].UTC(), true
		}
	case len(fits) == 2:
		s.fail(Overlap, s.Clock()+" occurred twice"+r.inZone(z, loc)+" on "+day+", when clocks were put back")
	default:
		return fits[0].UTC(), true
	}
	return time.Time{}, false
}

func (s *Stamp) wall() time.Time {
	return time.Date(s.Year, s.Month, s.Day, s.Hour, s.Minute, s.Second, s.Nano, time.UTC)
}

// wallOf is what clocks show at t in its zone, as a time in UTC.
func wallOf(t time.Time) time.Time {
	_, off := t.Zone()
	return t.UTC().Add(time.Duration(off) * time.Second)
}

// candidates are the instants at which clocks in loc show wall: one, none in a gap, two in an
// overlap.
func candidates(wall time.Time, loc *time.Location) []time.Time {
	var out []time.Time
	for _, probe := range [...]time.Duration{-26 * time.Hour, 26 * time.Hour} {
		_, off := wall.Add(probe).In(loc).Zone()
		t := wall.Add(-time.Duration(off) * time.Second).In(loc)
		if _, o := t.Zone(); o == off && (len(out) == 0 || !out[0].Equal(t)) {
			out = append(out, t)
		}
	}
	return out
}

// city is the place in the name of a region, as people write it.
func city(loc *time.Location) string {
	name := loc.String()
	return strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
}

// inZone names the region that decided what clocks showed, unless a mere abbreviation led there.
func (r *resolver) inZone(z Zone, loc *time.Location) string {
	if z.Fixed && loc == r.Zone.Loc {
		z = r.Zone
	}
	if z.Fixed || strings.ToUpper(z.Name) == z.Name {
		return ""
	}
	return " in " + city(loc)
}

// second is the instant of a, the stamp's clock in another zone. Unless that has a date of its own, it is on the
// day that puts it within twelve hours of the first clock as the two show it.
func (r *resolver) second(s, a *Stamp) (time.Time, bool) {
	z := a.Zone
	if len(z.Ambiguous) > 0 {
		if z, _ = r.meant(z); z.IsZero() {
			return time.Time{}, false
		}
	}
	probe := Stamp{Year: s.Year, Month: s.Month, Day: s.Day, Hour: a.Hour, Minute: a.Minute, Second: a.Second, Nano: a.Nano}
	if !a.Has.Any(HasSeconds) {
		probe.Second, probe.Nano = s.Second, s.Nano
	}
	if a.Has.All(HasMonth|HasDay) && a.Month != 0 {
		if probe.Month, probe.Day = a.Month, a.Day; a.Year != 0 {
			probe.Year = a.Year
		}
	}
	return r.local(&probe, z)
}

// agrees reports whether the stamp's clocks in other zones show the same instant t.
func (r *resolver) agrees(s *Stamp, t time.Time) bool {
	for a := s.Also; a != nil; a = a.Also {
		at, ok := r.second(s, a)
		if !ok {
			continue
		}
		diff := t.Sub(at)
		if !a.Has.Any(HasDay) {
			diff %= 24 * time.Hour
		}
		if diff != 0 {
			s.fail(Disagreement, s.Clock()+" "+s.Zone.Name+" and "+a.Clock()+" "+a.Zone.Name+" are not the same time")
			return false
		}
		a.Instant = t
	}
	return true
}

// fromAlso takes the instant of a stamp without a usable zone from its second clock. The stamp's
// own clock gives the day: no two zones in use by one team are more than twelve hours apart.
func (r *resolver) fromAlso(s *Stamp) {
	at, ok := r.second(s, s.Also)
	if !ok {
		s.fail(AmbiguousZone, "neither of its two zones is certain")
		return
	}
	offset := s.wall().Sub(at)
	for offset > 12*time.Hour && !s.Also.Has.Any(HasDay) {
		at, offset = at.Add(24*time.Hour), offset-24*time.Hour
	}
	for offset < -12*time.Hour && !s.Also.Has.Any(HasDay) {
		at, offset = at.Add(-24*time.Hour), offset+24*time.Hour
	}
	if offset%(15*time.Minute) != 0 || offset > 14*time.Hour || offset < -12*time.Hour {
		s.fail(Disagreement, "no zone shows "+s.Clock()+" at "+s.Also.Clock()+" "+s.Also.Zone.Name)
		return
	}
	for _, m := range s.Zone.Ambiguous {
		if time.Duration(m.Offset)*time.Second == offset {
			s.Zone.Loc = location(m.Region)
		}
	}
	if s.Zone.Loc == nil && len(s.Zone.Ambiguous) > 0 {
		s.fail(Disagreement, s.Clock()+" "+s.Zone.Name+" and "+s.Also.Clock()+" "+s.Also.Zone.Name+" are not the same time")
		return
	}
	unnamed := s.Zone.IsZero()
	if unnamed {
		s.Zone.Name = offsetName(offset)
	}
	s.Zone.Fixed, s.Zone.Offset, s.Zone.Ambiguous = true, int(offset/time.Second), nil
	if unnamed {
		r.addZone(s.Zone)
	}
	s.infer("zone", "the second time "+strconv.Quote(s.Also.Text))
	if r.agrees(s, at) {
		s.Instant = at
	}
}

func offsetName(d time.Duration) string {
	sign := "+"
	if d < 0 {
		sign, d = "-", -d
	}
	return "UTC" + sign + two(int(d/time.Hour)) + ":" + two(int(d/time.Minute)%60)
}
