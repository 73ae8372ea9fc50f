package moment

// namedClock reads noon and midnight. The word does not say which midnight of a day is meant.
func (p *scanner) namedClock(st *Stamp) bool {
	switch {
	case p.literal("noon", "midday"):
		st.Hour = 12
	case p.literal("midnight"):
		st.midnight = true
	default:
		return false
	}
	st.Has |= HasClock | HasMeridiem
	st.padded = true
	return true
}

// noonOrMidnight reads what some write behind twelve o'clock: 12 noon, 12:00 midnight.
func (p *scanner) noonOrMidnight(t *Stamp) bool {
	if t.Hour != 12 || t.Minute+t.Second > 0 {
		return false
	}
	from := p.i
	p.blanks()
	switch {
	case p.literal("noon", "midday"):
	case p.literal("midnight"):
		t.Hour, t.midnight = 0, true
	default:
		p.i = from
		return false
	}
	t.Has |= HasMeridiem
	return true
}

// partOfDay reads "in the afternoon" and the like behind a clock of twelve hours.
func (p *scanner) partOfDay(t *Stamp) bool {
	if p.noonOrMidnight(t) {
		return true
	}
	from := p.i
	p.blanks()
	half := byte(0)
	switch {
	case p.literal("in"):
		p.blanks()
		if !p.literal("the") {
			break
		}
		p.blanks()
		if p.literal("afternoon", "evening") {
			half = 'p'
		} else if p.literal("morning") {
			half = 'a'
		}
	case p.literal("at"):
		p.blanks()
		if p.literal("night") && t.Hour != 12 {
			if half = 'a'; t.Hour >= 6 {
				half = 'p'
			}
		}
	}
	if half == 0 || t.Hour > 12 && half == 'a' {
		p.i = from
		return false
	}
	t.Has |= HasMeridiem
	if half == 'p' && t.Hour < 12 {
		t.Hour += 12
	} else if half == 'a' && t.Hour == 12 {
		t.Hour = 0
	}
	return true
}

// meridiem reads am or pm behind a time. With a bare hour the letter alone is not enough.
func (p *scanner) meridiem(bare bool) (half byte, ok bool) {
	k := skipBlanks(p.s, p.i)
	c := p.at(k) | 0x20
	if c != 'a' && c != 'p' {
		return 0, false
	}
	e := k + 1
	switch {
	case p.at(e)|0x20 == 'm' && !isAlnum(p.at(e+1)):
		e++
		if p.at(e) == '.' && p.at(k+1) == '.' {
			e++
		}
	case p.at(e) == '.' && p.at(e+1)|0x20 == 'm' && !isAlnum(p.at(e+2)):
		e += 2
		if p.at(e) == '.' {
			e++
		}
	case !bare && k == p.i && !isAlnum(p.at(e)):
	default:
		return 0, false
	}
	p.i = e
	return c, true
}
