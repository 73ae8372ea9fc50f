package moment

import (
	"strings"
	"time"
)

// clock reads a time of day into st: 18:53, 08:42:33.120, 16.06, 10h47, 5AM, 10:45a, noon, and
// after a date (dated) also 1625.
func (p *scanner) clock(st *Stamp, dated bool) bool {
	c := p.peek()
	if !isDigit(c) {
		return (c|0x20 == 'n' || c|0x20 == 'm') && p.namedClock(st)
	}
	from := *p
	h, n := number(p.s, p.i, 4)
	switch n {
	case 0, 3:
		return false
	case 4:
		return p.compactClock(st, h, dated)
	}
	t := Stamp{Hour: h, padded: n == 2, Has: HasClock}
	p.i += n
	bare, ok := p.fields(&t)
	if !ok || !p.hands(&t, bare) || p.prose && t.Has.Any(HasDot) && !t.Has.Any(HasMeridiem) && !p.zoneFollows() {
		*p = from
		return false
	}
	if t.Hour > 24 || t.Minute > 59 || t.Second > 60 || t.Hour == 24 && t.Minute+t.Second > 0 {
		if p.prose || n < 2 || bare || t.Has.Any(HasDot) {
			*p = from
			return false
		}
		t.fail(Unreadable, "there is no such time of day")
	}
	if t.Problem != "" {
		st.fail(t.ProblemKind, t.Problem)
	}
	st.Has |= t.Has
	st.Hour, st.Minute, st.Second, st.Nano, st.padded, st.midnight, st.Note = t.Hour, t.Minute, t.Second, t.Nano, t.padded, t.midnight, t.Note
	return true
}

// fields reads minutes, seconds and their parts behind the hour. bare tells that there are none.
func (p *scanner) fields(t *Stamp) (bare, ok bool) {
	k := p.i
	sep := colon(p.s, k)
	dot := sep == 0 && p.at(k) == '.'
	if dot || p.at(k)|0x20 == 'h' && isDigit(p.at(k+1)) {
		sep = 1
	}
	if sep == 0 {
		return true, true
	}
	v, n := number(p.s, k+sep, 2)
	if n != 2 {
		return false, false
	}
	t.Minute = v
	k += sep + 2
	next := colon(p.s, k)
	if dot && p.at(k) == '.' {
		next = 1
	}
	if v, n := number(p.s, k+next, 2); next > 0 && n == 2 {
		if dot && v > 59 {
			return false, false // 10.12.85 is a date
		}
		t.Second = v
		t.Has |= HasSeconds
		k += next + 2
		if c := p.at(k); (c == '.' || c == ',') && isDigit(p.at(k+1)) {
			unit := int(time.Second)
			for k++; isDigit(p.at(k)); k++ {
				unit /= 10
				t.Nano += int(p.s[k]-'0') * unit
			}
		}
	}
	if isDigit(p.at(k)) || colon(p.s, k) > 0 && isAlnum(p.at(k+colon(p.s, k))) && t.Has.Any(HasSeconds) {
		return false, false // more than three fields: a hardware address
	}
	if dot {
		t.Has |= HasDot
		if p.at(k) == '.' && isAlnum(p.at(k+1)) || p.measured(k) {
			return false, false
		}
	}
	p.i = k
	return false, true
}

// hands reads what may stand right behind the digits of a clock: am and pm, h, or a zone. Any other
// letter there means that the digits were no clock. A bare hour needs am or pm, if need be from the
// other end of a range: 9-11 AM.
func (p *scanner) hands(t *Stamp, bare bool) bool {
	half, ok := p.meridiem(bare)
	if bare && !ok {
		if c := p.peek(); c == 'h' && t.padded && !isAlnum(p.at(p.i+1)) {
			if p.i++; p.zoneFollows() { // 10h UTC
				return true
			}
			p.i--
		}
		if p.noonOrMidnight(t) {
			return true
		}
		back := p.i
		p.blanks()
		d := dash(p.s, p.i)
		p.i = skipBlanks(p.s, p.i+d)
		var end Stamp
		ok = d > 0 && !p.ahead && t.Hour >= 1 && t.Hour <= 12 && isDigit(p.peek())
		if ok {
			p.ahead = true
			ok = p.clock(&end, false) && end.Has.Any(HasMeridiem)
			p.ahead = false
		}
		p.i = back
		return ok
	}
	if ok {
		t.Has |= HasMeridiem
		switch {
		case t.Hour > 12 && half == 'p':
			t.Note = `a 24-hour clock with "pm"`
		case t.Hour > 12, t.Hour == 0 && half == 'p':
			t.fail(Unreadable, "there is no such time of day")
		case half == 'p' && t.Hour < 12:
			t.Hour += 12
		case half == 'a' && t.Hour == 12:
			t.Hour = 0
		}
		return true
	}
	c := p.peek()
	switch {
	case c|0x20 == 'h' && !isAlnum(p.at(p.i+1)): // 18:53h
		p.i++
	case isAlpha(c):
		return c|0x20 == 'z' && !isAlnum(p.at(p.i+1)) || p.gluedZone() || !p.prose && strings.HasPrefix(p.s[p.i:], "ish")
	case blank(p.s, p.i) > 0:
		b := skipBlanks(p.s, p.i)
		w := word(p.s, b)
		if t.padded && (w == "hrs" || w == "Uhr") || w == "o" && strings.HasPrefix(p.s[b:], "o'clock") {
			p.i = b + len(w)
			if w == "o" {
				p.i += len("'clock")
			}
			p.partOfDay(t)
		} else if p.partOfDay(t) {
			return true
		} else if p.prose && unitOf(w) >= time.Minute {
			return false // "3:45 hours" is a length of time
		}
	}
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

// compactClock reads four digits as a time of day where something says that they are one: a date
// before, a zone or "h" behind, or at the start of an entry a delimiter behind digits that are no
// year.
func (p *scanner) compactClock(st *Stamp, v int, dated bool) bool {
	h, m := v/100, v%100
	e := p.i + 4
	if h > 23 || m > 59 {
		return false
	}
	c := p.at(e)
	switch {
	case c == 'Z' && !isAlnum(p.at(e+1)):
	case c == 'h' && !isAlnum(p.at(e+1)):
		e++
	case isAlnum(c) || c == '.' && isDigit(p.at(e+1)) || c == '/' || c == ':' && isDigit(p.at(e+1)) || c == '-' && isAlnum(p.at(e+1)):
		return false
	case dated:
	default:
		b := skipBlanks(p.s, e)
		w := word(p.s, b)
		if strings.EqualFold(w, "hrs") || strings.EqualFold(w, "hours") {
			e = b + len(w)
			break
		}
		if _, n := readZoneName(p.s, b, strict); n > 0 && isAlpha(p.at(b)) {
			break
		}
		if p.prose || v >= 1900 && v < 2100 || !delimits(p.s, e) {
			return false
		}
	}
	p.i = e
	st.Has |= HasClock | HasCompact
	st.padded = true
	st.Hour, st.Minute = h, m
	return true
}

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

// measured reports whether a unit follows the number that ends at k, so that "10.30 GB" and
// "10.30 %" are not times.
func (p *scanner) measured(k int) bool {
	k = skipBlanks(p.s, k)
	if c := p.at(k); c == '%' || c == '$' || c == 0xE2 && strings.HasPrefix(p.s[k:], "€") {
		return true
	}
	switch w := word(p.s, k); len(w) {
	case 0:
		return false
	case 1:
		return w != "a" && w != "p" && w != "Z" && w != "h" && isLower(w[0]) || w == "x"
	case 2:
		switch strings.ToLower(w) {
		case "gb", "mb", "kb", "tb", "ms", "us", "ns", "km", "bn":
			return true
		}
	default:
		if len(w) > 10 {
			return false
		}
		switch strings.ToLower(w) {
		case "gib", "mib", "kib", "tib", "gbps", "mbps", "sec", "secs", "second", "seconds", "min", "mins", "minute", "minutes",
			"hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "percent", "per", "million", "billion", "thousand", "times", "usd", "eur", "gbp", "eth", "btc", "release", "version":
			return true
		}
	}
	return false
}

// gluedZone reports whether a zone stands right behind the clock, as in 18:53UTC.
func (p *scanner) gluedZone() bool {
	if p.i == 0 || !isDigit(p.s[p.i-1]) {
		return false
	}
	_, n := readZoneName(p.s, p.i, strict)
	return n > 2 && !isAlnum(p.at(p.i+n))
}

func (p *scanner) zoneFollows() bool {
	k := skipBlanks(p.s, p.i)
	if p.at(k) == '(' {
		k++
	}
	_, n := readZoneName(p.s, k, strict)
	return n > 0 && isAlpha(p.at(k))
}

// zone reads the zone behind a clock. joined says that the clock hangs on a date by a T, the only
// place where a minus right behind it can be nothing but an offset.
func (p *scanner) zone(st *Stamp, joined bool) bool {
	from := *p
	k := p.i
	if !(k < len(p.s) && (p.s[k] == '+' || dash(p.s, k) > 0)) {
		p.marks(false)
		k = p.i
	}
	bracket := p.at(k) == '(' || p.at(k) == '['
	if bracket {
		k = skipBlanks(p.s, k+1)
	}
	if k >= len(p.s) {
		*p = from
		return false
	}
	how := strict
	c := p.s[k]
	var z Zone
	n := 0
	switch {
	case c == '+':
		z, n = readZone(p.s, k, how)
		if n < 3 {
			n = 0
		}
	case dash(p.s, k) > 0:
		z, n = readZone(p.s, k, how)
		if n == 5 && k == from.i && p.s[k+1] == '0' && seconds(&Stamp{Hour: int(p.s[k+2] - '0')}) < seconds(st) {
			break // 10:00-0800: four digits that are no later time
		}
		if !(n >= 5 && (joined || st.Has.Any(HasSeconds) && k == from.i || k > from.i && !strings.Contains(p.s[k:k+n], ":"))) {
			n = 0
		}
	case k == p.i && k > 0 && isAlpha(p.s[k-1]) && !bracket && isAlpha(c):
	default:
		if bracket {
			how = whole
		}
		if z, n = readZone(p.s, k, how); n > 0 && isAlnum(p.at(k+n)) {
			n = 0
		}
		if n == 0 {
			z, n = p.unknownZone(k)
		}
	}
	if n == 0 {
		*p = from
		return false
	}
	p.i = k + n
	if w := skipBlanks(p.s, p.i); w > p.i && !strings.HasSuffix(strings.ToLower(z.Name), "time") && strings.EqualFold(word(p.s, w), "time") {
		p.i = w + 4
	}
	if bracket {
		k = skipBlanks(p.s, p.i)
		if p.at(k) != ')' && p.at(k) != ']' {
			*p = from
			return false
		}
		p.i = k + 1
	}
	st.Zone = z
	st.Has |= HasZone
	return true
}

// unknownZone reads what stands in the place of a zone and says none: "local time", or the name of a
// region that is not in the zone database. A clock with it must not get the document's zone.
func (p *scanner) unknownZone(k int) (Zone, int) {
	w := word(p.s, k)
	e := k + len(w)
	switch {
	case strings.EqualFold(w, "local"), strings.EqualFold(w, "our"), strings.EqualFold(w, "server"):
		t := skipBlanks(p.s, e)
		if strings.EqualFold(word(p.s, t), "time") {
			e = t + len("time")
		} else if len(w) != 5 || p.at(e) != ')' {
			return Zone{}, 0
		}
	case p.at(e) == '/' && areas(w) && isAlpha(p.at(e+1)):
		for e < len(p.s) && e-k <= 40 && (isAlnum(p.s[e]) || p.s[e] == '/' || p.s[e] == '_') {
			e++
		}
	default:
		return Zone{}, 0
	}
	return Zone{Name: p.s[k:e]}, e - k
}
