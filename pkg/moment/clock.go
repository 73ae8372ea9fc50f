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
		if c|0x20 == 'n' || c|0x20 == 'm' {
			return p.namedClock(st, dated)
		}
		return false
	}
	from := *p
	h, n := number(p.s, p.i, 4)
	if n == 0 || n == 3 {
		return false
	}
	if n == 4 {
		return p.compactClock(st, h, dated)
	}
	k := p.i + n
	var has Parts
	minute, second, nano := 0, 0, 0
	bare := false
	dotted := false
	sep := colon(p.s, k)
	if sep == 0 && p.at(k) == '.' {
		sep, dotted = 1, true
	}
	if sep == 0 && p.at(k)|0x20 == 'h' && isDigit(p.at(k+1)) {
		sep = 1
	}
	if sep > 0 {
		v, m := number(p.s, k+sep, 2)
		if m != 2 {
			return false
		}
		minute = v
		k += sep + 2
		next := colon(p.s, k)
		if next == 0 && dotted && p.at(k) == '.' {
			next = 1
		}
		if v, m := number(p.s, k+next, 2); next > 0 && m == 2 {
			if dotted && v > 59 {
				return false // 10.12.2023 is a date
			}
			second = v
			k += next + 2
			has |= HasSeconds
			if c := p.at(k); (c == '.' || c == ',') && isDigit(p.at(k+1)) {
				unit := int(time.Second)
				for k++; isDigit(p.at(k)); k++ {
					unit /= 10
					nano += int(p.s[k]-'0') * unit
				}
			}
			if p.at(k) == ':' && isAlnum(p.at(k+1)) {
				return false // more than three fields: a hardware address
			}
		}
		if isDigit(p.at(k)) || dotted && (p.at(k) == '.' && isAlnum(p.at(k+1)) || p.measured(k)) {
			return false
		}
	} else {
		bare = true
	}
	p.i = k
	half, ok := p.meridiem(bare)
	if bare && !ok {
		*p = from
		return false
	}
	if !ok {
		if c := p.peek(); c|0x20 == 'h' && !isAlnum(p.at(p.i+1)) { // 18:53h
			p.i++
		} else if isAlpha(c) && !(c == 'Z' && !isAlnum(p.at(p.i+1))) && !p.gluedZone() {
			*p = from
			return false
		} else if w := word(p.s, skipBlanks(p.s, p.i)); n == 2 && p.peek() == ' ' && (w == "hrs" || w == "Uhr") {
			p.i = skipBlanks(p.s, p.i) + len(w)
		}
	}
	impossible := h > 24 || minute > 59 || second > 60 || h == 24 && minute+second > 0
	if impossible && (p.prose || n < 2 || dotted || bare) {
		*p = from
		return false
	}
	if p.prose && dotted && !ok && !p.zoneFollows() {
		*p = from
		return false
	}
	st.Has |= has | HasClock
	if dotted {
		st.Has |= HasDot
	}
	if ok {
		st.Has |= HasMeridiem
		switch {
		case h > 12 && half == 'p':
			st.Note = `24-hour clock with "pm"`
		case h > 12, h == 0 && half == 'p':
			impossible = true
		case half == 'p' && h < 12:
			h += 12
		case half == 'a' && h == 12:
			h = 0
		}
	}
	if impossible {
		st.fail(Unreadable, "there is no such time of day")
	}
	st.padded = n == 2
	st.Hour, st.Minute, st.Second, st.Nano = h, minute, second, nano
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

// namedClock reads noon and midnight. Which midnight of a date is meant is not said by the word,
// so with a date it stays doubtful.
func (p *scanner) namedClock(st *Stamp, dated bool) bool {
	switch {
	case p.literal("noon", "midday"):
		st.Hour = 12
	case p.literal("midnight"):
		st.Hour = 0
	default:
		return false
	}
	st.Has |= HasClock
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
	if p.prose {
		how = strict
	}
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
		if !(n >= 5 && (joined || st.Has.Any(HasSeconds) && k == from.i || k > from.i && !strings.Contains(p.s[k:k+n], ":"))) {
			n = 0
		}
	case k == p.i && k > 0 && isAlpha(p.s[k-1]) && !bracket && isAlpha(c):
	default:
		if bracket {
			how = whole
		}
		z, n = readZone(p.s, k, how)
		if n > 0 && isAlnum(p.at(k+n)) {
			n = 0
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
