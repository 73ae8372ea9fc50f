package moment

import (
	"time"
)

// relative reads T+15m, +00:15, T0, Day 2 10:00, ten minutes later and the next day.
func (p *scanner) relative(st *Stamp) bool {
	from := *p
	c := p.peek()
	switch {
	case c == '+' && !p.prose:
		if d, ok := p.elapsed(); ok {
			return p.setRelative(st, FromStart, d)
		}
	case c|0x20 == 't' && (p.prose && c == 'T' || !p.prose):
		if p.s[p.i:min(len(p.s), p.i+2)] == "T0" && !isAlnum(p.at(p.i+2)) && !p.prose {
			p.i += 2
			return p.setRelative(st, FromStart, 0)
		}
		k := p.i + 1
		if c == 'T' && (p.at(k) == '+' || dash(p.s, k) > 0) {
			p.i = k
			if d, ok := p.elapsed(); ok {
				return p.setRelative(st, FromStart, d)
			}
			*p = from
			return false
		}
		if p.literal("the") {
			p.blanks()
			if p.literal("next", "following") {
				p.blanks()
				if p.literal("day", "morning") && delimits(p.s, p.i) {
					return p.setRelative(st, FromPrevious, 24*time.Hour)
				}
			}
		}
	case c|0x20 == 'n' && !p.prose:
		if p.literal("next") && p.blanks() && p.literal("day", "morning") && delimits(p.s, p.i) {
			return p.setRelative(st, FromPrevious, 24*time.Hour)
		}
	case c|0x20 == 'd' && !p.prose:
		if p.literal("day") && p.blanks() {
			n, w := number(p.s, p.i, 2)
			if w > 0 && n < 61 && (delimits(p.s, p.i+w) || isDigit(p.at(skipBlanks(p.s, p.i+w)))) {
				p.i += w
				st.Has |= HasRelative
				st.Base, st.Offset = FromFirstDay, time.Duration(n-1)*24*time.Hour
				back, had := *p, *st
				p.dateToClock()
				if p.clock(st, true) {
					p.zone(st, false)
				} else {
					*p, *st = back, had
				}
				return true
			}
		}
	}
	*p = from
	return false
}

func (p *scanner) setRelative(st *Stamp, b Base, d time.Duration) bool {
	st.Has |= HasRelative
	st.Base, st.Offset = b, d
	return true
}

// elapsed reads a signed span of time: +15m, -5 min, +1h30m, +00:15, +0:15:30, +90 (minutes only
// with a unit).
func (p *scanner) elapsed() (time.Duration, bool) {
	sign := time.Duration(1)
	if p.peek() == '+' {
		p.i++
	} else if d := dash(p.s, p.i); d > 0 {
		p.i += d
		sign = -1
	} else {
		return 0, false
	}
	p.blanks()
	a, n := number(p.s, p.i, 4)
	if n == 0 {
		return 0, false
	}
	if c := colon(p.s, p.i+n); c > 0 && n <= 2 {
		b, nb := number(p.s, p.i+n+c, 2)
		if nb != 2 || b > 59 {
			return 0, false
		}
		p.i += n + c + 2
		d := time.Duration(a)*time.Hour + time.Duration(b)*time.Minute
		if c := colon(p.s, p.i); c > 0 {
			if s, ns := number(p.s, p.i+c, 2); ns == 2 && s < 60 {
				p.i += c + 2
				d += time.Duration(s) * time.Second
			}
		}
		return sign * d, !isAlnum(p.peek())
	}
	if a == 0 && !isAlpha(p.at(p.i+n)) && !isAlpha(p.at(skipBlanks(p.s, p.i+n))) {
		p.i += n
		return 0, true
	}
	var total time.Duration
	seen := false
	for {
		k := skipBlanks(p.s, p.i)
		a, n := number(p.s, k, 4)
		if n == 0 {
			break
		}
		k = skipBlanks(p.s, k+n)
		w := word(p.s, k)
		u := unitOf(w)
		if u == 0 {
			break
		}
		total += time.Duration(a) * u
		p.i = k + len(w)
		seen = true
	}
	return sign * total, seen
}
