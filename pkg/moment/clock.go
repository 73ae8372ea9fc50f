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
