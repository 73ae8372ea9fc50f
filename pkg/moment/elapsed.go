package moment

import "time"

// untilElapsed reads the other end of T+0 to T+30m, +5m - +10m and T+30-45m.
func (p *scanner) untilElapsed(st *Stamp) {
	if st.Base != FromStart || st.Also != nil {
		return
	}
	from := *p
	p.blanks()
	if d := dash(p.s, p.i); d > 0 {
		p.i += d
	} else if !p.literal("to", "until", "through") {
		*p = from
		return
	}
	p.blanks()
	begin := p.i
	if p.peek() == 'T' {
		p.i++
	}
	end, ok := time.Duration(0), false
	if p.peek() == '+' {
		end, ok = p.elapsed()
	} else {
		end, ok = p.units()
	}
	if !ok || end < st.Offset {
		*p = from
		return
	}
	t := Stamp{}
	t.relate(FromStart, end)
	t.place(p.s, begin, p.i)
	st.Until = &t
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
	if a == 0 && !isAlpha(p.at(p.i+n)) && unitOf(word(p.s, skipBlanks(p.s, p.i+n))) == 0 {
		p.i += n
		return 0, true
	}
	total, seen := p.units()
	return sign * total, seen
}

// units reads numbers with their units: 1h 30m.
func (p *scanner) units() (total time.Duration, seen bool) {
	for {
		k := skipBlanks(p.s, p.i)
		a, n := number(p.s, k, 4)
		if n == 0 {
			break
		}
		k = skipBlanks(p.s, k+n)
		w := word(p.s, k)
		u := unitOf(w)
		if d := dash(p.s, k); u == 0 && d > 0 && !seen { // the 30 of +30-45m
			if _, digits := number(p.s, k+d, 4); digits > 0 {
				u, w = unitOf(word(p.s, skipBlanks(p.s, k+d+digits))), ""
			}
		}
		if u == 0 {
			break
		}
		total += time.Duration(a) * u
		p.i = k + len(w)
		seen = true
	}
	return total, seen
}
