package moment

import "strings"

// qualified reads the words before a duration that make it approximate or open to one side, back
// from k but not beyond floor, and takes them into its text. It reports whether a word there
// measures: "for a minute" is a duration, "a minute" may be anything.
func (d *Duration) qualified(s string, k, floor int) (measured bool) {
	d.Start = k
	for range 3 {
		at := d.Start
		b := at
		for b > floor && (s[b-1] == ' ' || s[b-1] == '\n') {
			b--
		}
		if b > floor && s[b-1] == '~' {
			d.Approximate, d.Start = true, b-1
			continue
		}
		if b >= floor+3 && s[b-3:b] == "≈" {
			d.Approximate, d.Start = true, b-3
			continue
		}
		if b == at {
			return measured
		}
		if b-1 > floor && s[b-1] == '.' && isAlpha(s[b-2]) {
			b--
		}
		w := b
		for w > floor && b-w < 14 && isAlpha(s[w-1]) {
			w--
		}
		switch start, how := qualifier(s, w, b, floor); how {
		case none:
			return measured
		case measuring:
			return true
		case nearby:
			d.Approximate, d.Start = true, start
		case above:
			d.Approximate, d.Bound, d.Start = true, AtLeast, start
		case beneath:
			d.Approximate, d.Bound, d.Start = true, AtMost, start
		case least:
			d.Bound, d.Start = AtLeast, start
		case most:
			d.Bound, d.Start = AtMost, start
		}
		measured = true
	}
	return measured
}

// qualification is what a word before a duration says of it.
type qualification uint8

const (
	none      qualification = iota
	measuring               // "for", "took": it is a length of time
	nearby                  // "about"
	least                   // "at least", "over"
	most                    // "at most", "under"
	above                   // "just over"
	beneath                 // "a bit less than"
)

// qualifier sorts the word s[w:b] before a duration, with the words that go with it from start on.
func qualifier(s string, w, b, floor int) (start int, how qualification) {
	switch strings.ToLower(s[w:b]) {
	case "about", "around", "approx", "approximately", "roughly", "almost", "nearly", "ca", "circa", "some":
		return w, nearby
	case "within":
		return w, most
	case "for", "after", "lasted", "took", "last", "of", "another", "between":
		return w, measuring
	case "over", "exceeding", "under", "below":
		m := slightly(s, w, floor)
		switch over := s[w]|0x20 == 'o' || s[w]|0x20 == 'e'; {
		case m < w && over:
			return m, above
		case m < w:
			return m, beneath
		case over:
			return w, least
		}
		return w, most
	case "least":
		return wordBefore(s, w, floor, "at"), least
	case "most":
		return wordBefore(s, w, floor, "at"), most
	case "to":
		if u := wordBefore(s, w, floor, "up"); u < w {
			return u, most
		}
	case "than":
		for _, c := range [...]struct {
			word string
			how  qualification
		}{{"more", least}, {"longer", least}, {"less", most}, {"fewer", most}, {"shorter", most}} {
			if start := wordBefore(s, w, floor, c.word); start < w {
				if m := slightly(s, start, floor); m < start {
					return m, c.how + above - least
				}
				return start, c.how
			}
		}
	}
	return w, none
}

// slightly is where "a bit", "just", "slightly" or "a little" begins before the word at w, and w if
// none of them stands there.
func slightly(s string, w, floor int) int {
	for _, m := range [...]string{"just", "slightly", "little", "bit"} {
		if b := wordBefore(s, w, floor, m); b < w {
			return wordBefore(s, b, floor, "a")
		}
	}
	return w
}

// wordBefore is the start of the given word if it stands right before w, and w if not.
func wordBefore(s string, w, floor int, want string) int {
	b := w
	for b > floor && (s[b-1] == ' ' || s[b-1] == '\n') {
		b--
	}
	start := b - len(want)
	if b == w || start < floor || !strings.EqualFold(s[start:b], want) || start > 0 && isAlnum(s[start-1]) {
		return w
	}
	return start
}
