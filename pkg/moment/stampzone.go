package moment

import "strings"

// zone reads the zone behind a clock. joined says that the clock hangs on a date by a T, the only
// place where a minus right behind it can be nothing but an offset.
func (p *scanner) zone(st *Stamp, joined bool) bool {
	from := *p
	k := p.i
	if !(k < len(p.s) && (p.s[k] == '+' || dash(p.s, k) > 0)) {
		p.marks(false)
		k = p.i
	}
	if p.at(k) == ',' { // (9:00 AM - 11:00 AM, UTC)
		w := skipBlanks(p.s, k+1)
		if z, n := readZone(p.s, w, strict); n > 1 && p.at(w+n) == ')' {
			p.i, st.Zone = w+n, z
			st.Has |= HasZone
			return true
		}
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
