package moment

import "strings"

// also reads the same moment in another zone: (17:14 UTC), / 19:14 CEST, = 19:14 CEST.
func (p *scanner) also(st *Stamp) {
	from := *p
	p.marks(false)
	c := p.peek()
	bracket := c == '(' || c == '['
	if !bracket && c != '/' && c != '=' {
		*p = from
		return
	}
	p.i++
	p.blanks()
	var t Stamp
	begin := p.i
	p.approximate(&t)
	ok := p.one(&t) && t.Has.All(HasClock|HasZone) && (bracket || st.Has.Any(HasZone))
	t.place(p.s, begin, p.i)
	if bracket && ok {
		p.alsoToo(&t)
		p.blanks()
		c := p.peek()
		ok = c == ')' || c == ']'
		p.i++
	}
	if !ok {
		*p = from
		return
	}
	st.Also = &t
	if !bracket && !p.ahead { // 10:00 UTC / 12:00 CEST / 06:00 EDT
		p.ahead = true
		p.also(&t)
		p.ahead = false
	}
}

// alsoToo reads the further zones of one bracket: (17:14 UTC, 19:14 CEST).
func (p *scanner) alsoToo(last *Stamp) {
	for range 4 {
		from := *p
		p.blanks()
		if c := p.peek(); c != ',' && c != '/' && c != ';' {
			*p = from
			return
		}
		p.i++
		p.blanks()
		var t Stamp
		begin := p.i
		if !p.one(&t) || !t.Has.All(HasClock|HasZone) {
			*p = from
			return
		}
		t.place(p.s, begin, p.i)
		last.Also = &t
		last = &t
	}
}

// place gives the offsets to a stamp that is read as a part of another.
func (s *Stamp) place(text string, start, end int) {
	s.Start, s.End, s.OuterStart, s.OuterEnd = start, end, start, end
	s.Text = text[start:end]
}

// until reads the other end of a range, or the further times of a list, of which it keeps the last.
func (p *scanner) until(st *Stamp) {
	for st.Until == nil {
		from := *p
		list, ok := p.between()
		if !ok {
			*p = from
			return
		}
		p.marks(false)
		begin := p.i
		var t Stamp
		p.approximate(&t)
		if !p.one(&t) || !st.pairs(&t, list, p.prose) {
			*p = from
			return
		}
		t.place(p.s, begin, p.i)
		st.share(&t)
		if !list {
			st.Until = &t
			return
		}
		p.list(st, &t)
	}
}

// list reads the rest of a list of times.
func (p *scanner) list(st, last *Stamp) {
	st.Until = last
	for {
		from := *p
		list, ok := p.between()
		p.marks(false)
		begin := p.i
		var t Stamp
		if !ok || !list || !p.one(&t) || !st.pairs(&t, true, p.prose) {
			*p = from
			return
		}
		t.place(p.s, begin, p.i)
		st.share(&t)
		st.Until = &t
	}
}

// between moves past what stands between the ends of a range or the times of a list.
func (p *scanner) between() (list, ok bool) {
	p.marks(false)
	rest := p.s[p.i:]
	switch c := p.peek(); {
	case dash(p.s, p.i) > 0:
		p.i += dash(p.s, p.i)
		if p.peek() == '>' {
			p.i++
		}
		return false, true
	case c == '=' && p.at(p.i+1) == '>':
		p.i += 2
		return false, true
	case c == ',' || c == '/' || c == '&':
		p.i++
		p.marks(false)
		p.literal("and")
		return true, true
	case c >= 0x80 && (strings.HasPrefix(rest, "→") || strings.HasPrefix(rest, "…")):
		p.i += 3
		return false, true
	case c == '.' && p.at(p.i+1) == '.':
		p.i += 2
		if p.peek() == '.' {
			p.i++
		}
		return false, true
	case !isAlpha(c):
		return false, false
	case p.literal("and"):
		return true, true
	}
	return false, p.literal("to", "until", "till", "through", "thru")
}

// pairs reports whether t can be the other end of a range, or another time of a list, that begins
// with s: both must be of one kind.
func (s *Stamp) pairs(t *Stamp, list, prose bool) bool {
	clocks := s.Has.Any(HasClock)
	switch {
	case t.Has.Any(HasClock) != clocks:
		return false
	case !clocks:
		return !list && t.Has.All(HasMonth|HasDay) && t.Until == nil
	case t.Has.Any(HasDot) && !s.Has.Any(HasDot), t.Has.Any(HasCompact) && !s.Has.Any(HasCompact):
		return false
	}
	return !list || !t.Has.Any(HasDate) || t.dateLast && !s.Has.Any(HasDate)
}

// share hands to the beginning of a range what is written once, at its end, for both: the zone, the
// date, the year, am or pm.
func (s *Stamp) share(t *Stamp) {
	if t.Has.Any(HasZone) && !s.Has.Any(HasZone) {
		s.Zone = t.Zone
		s.Has |= HasZone
	}
	if t.dateLast && !s.Has.Any(HasDate|HasWeekday) {
		s.Year, s.Month, s.Day, s.Weekday, s.readings = t.Year, t.Month, t.Day, t.Weekday, t.readings
		s.Has |= t.Has & (HasDate | HasWeekday)
		s.fail(t.ProblemKind, t.Problem)
		if seconds(s) > seconds(t) && t.Month != 0 && t.Year != 0 { // "23:50 - 00:10 on 3 May"
			s.fail(AmbiguousDay, "the date of its end may be that of its beginning too")
		}
	}
	if t.Has.Any(HasYear) && s.Has.All(HasMonth|HasDay) && s.Year == 0 && s.Month != 0 && t.Month != 0 {
		s.Year = t.Year
		if s.Month > t.Month {
			s.Year--
		}
		s.Has |= HasYear
	}
	if t.Has.Any(HasMeridiem) && !s.Has.Any(HasMeridiem) && s.Hour <= 12 && s.Hour > 0 && t.Note == "" {
		h, pm := s.Hour%12, t.Hour >= 12
		if h*60+s.Minute > t.Hour%12*60+t.Minute {
			pm = !pm // "11:30 - 1:30 PM" begins in the morning
		}
		if s.Hour = h; pm {
			s.Hour += 12
		}
		s.Has |= HasMeridiem
	}
}
