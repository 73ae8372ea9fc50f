package moment

import "strings"

// leading moves past "at", "on", "from", "between", and past the words and signs that make a stamp
// approximate, which belong to its text.
func (p *scanner) leading(st *Stamp) {
	for range 3 {
		k := p.i
		switch c := p.peek(); {
		case c == '@':
			p.i++
		case c == '~':
			p.i++
			st.Approximate = true
		case c == 0xE2 && strings.HasPrefix(p.s[p.i:], "≈"):
			p.i += 3
			st.Approximate = true
		default:
			w := word(p.s, p.i)
			var lower [13]byte
			if len(w) > len(lower) {
				return
			}
			for i := range len(w) {
				lower[i] = w[i] | 0x20
			}
			p.i += len(w)
			switch string(lower[:len(w)]) {
			case "ca", "circa", "about", "around", "approx", "approximately", "roughly", "before", "after":
				st.Approximate = true
			case "c":
				if st.Approximate = p.peek() == '.'; !st.Approximate {
					p.i = k
					return
				}
			case "at", "on", "from", "between", "since", "by":
			default:
				p.i = k
				return
			}
			if st.Approximate && p.peek() == '.' {
				p.i++
			}
		}
		if st.Approximate {
			p.start = min(p.start, k)
		}
		p.marks(true)
	}
}

// approximate moves past the sign of an approximate clock behind a date.
func (p *scanner) approximate(st *Stamp) {
	from := *p
	switch c := p.peek(); {
	case c == '~':
		p.i++
	case c == 0xE2 && strings.HasPrefix(p.s[p.i:], "≈"):
		p.i += 3
	case p.literal("ca", "circa", "about", "around", "approx", "approximately", "roughly"):
		if p.peek() == '.' {
			p.i++
		}
	default:
		return
	}
	p.marks(false)
	if !isDigit(p.peek()) {
		*p = from
		return
	}
	st.Approximate = true
}

// trailing reads what makes a stamp approximate after it: 18:30?, 18:30-ish, 18:30 (approx.).
func (p *scanner) trailing(st *Stamp) {
	if !st.Has.Any(HasClock) {
		return
	}
	from := *p
	if p.peek() == '?' {
		p.i++
		st.Approximate = true
		return
	}
	if d := dash(p.s, p.i); word(p.s, p.i+d) == "ish" {
		p.i += d + 3
		st.Approximate = true
		return
	}
	p.blanks()
	bracket := p.peek() == '('
	if bracket {
		p.i++
	}
	ok := p.peek() == '~'
	if ok {
		p.i++
	} else if ok = p.literal("approx", "approximate", "approximately", "ca", "circa", "estimated", "roughly", "ish"); ok && p.peek() == '.' {
		p.i++
	}
	switch {
	case ok && bracket && p.peek() == ')':
		p.i++
	case ok && !bracket && delimits(p.s, p.i):
	default:
		*p = from
		return
	}
	st.Approximate = true
}
