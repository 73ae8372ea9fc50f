package moment

import (
	"math"
	"strings"
	"time"
)

// Read gives the stamp at the very start of s, behind blanks and decoration; ok is false if there
// is none. It takes the longest sensible reading: a date and a clock in either order, a zone, the
// same moment in a second zone in brackets, and the other end of a range.
//
// It is meant for the start of an entry, where "16.06" and "1625 -" are times; what such a form
// could also be is told by HasDot and HasCompact.
func Read(s string) (Stamp, bool) {
	i := 0
	if len(s) > 0 && (s[0] == ' ' || s[0] == '\t' || s[0] >= 0x80) {
		i = skipBlanks(s, 0)
	}
	if i >= len(s) || classes[s[i]]&mayStart == 0 {
		return Stamp{}, false
	}
	p := scanner{s: s, i: i, start: math.MaxInt}
	p.marks(true)
	if p.i >= len(s) || classes[s[p.i]]&mayStart == 0 {
		return Stamp{}, false
	}
	var st Stamp
	p.leading(&st)
	if !p.stamp(&st) {
		return Stamp{}, false
	}
	p.finish(&st, i)
	return st, true
}

const (
	mayStart  = 1 << iota // a stamp may begin with this byte, decoration included
	mayAppear             // a stamp in running text may begin with this byte
)

// classes sorts bytes, so that text without stamps costs a look at each byte and no more.
var classes = [256]uint8{
	'0': 3, '1': 3, '2': 3, '3': 3, '4': 3, '5': 3, '6': 3, '7': 3, '8': 3, '9': 3,
	'J': 3, 'F': 3, 'M': 3, 'A': 3, 'S': 3, 'O': 3, 'N': 3, 'D': 3, 'T': 3, 'W': 3,
	'j': 1, 'f': 1, 'm': 3, 'a': 1, 's': 1, 'o': 1, 'n': 3, 'd': 1, 't': 1, 'w': 1,
	'c': 1, 'C': 1, 'b': 1, 'B': 1, 'r': 1, 'R': 1, 'u': 1, 'U': 1, 'e': 1, 'E': 1,
	'Y': 1, 'H': 1, 'h': 1, 'X': 1, 'x': 1, '?': 1, 'y': 1, 'l': 1, 'L': 1,
	'~': 1, '+': 1, '-': 1, '[': 1, '(': 1, '*': 1, '_': 1, '`': 1, '<': 1, '@': 1,
	0xE2: 1, 0xC2: 1,
}

// finish sets the stamp's offsets and moves past the closing half of what was opened before it.
func (p *scanner) finish(st *Stamp, outer int) {
	for p.depth > 0 && p.open[p.depth-1].at > p.start {
		if !p.close(false) {
			p.depth-- // opened inside and never closed: emphasis of the text that follows
		}
	}
	st.Start, st.End = p.start, p.i
	st.Text = p.s[st.Start:st.End]
	st.OuterStart, st.OuterEnd = st.Start, st.End
	whole := true
	first := st.Start
	for p.depth > 0 {
		at := p.open[p.depth-1].at
		if !p.close(false) {
			whole = false
			break
		}
		first = at
	}
	st.OuterEnd = p.i
	if first < st.Start {
		st.OuterStart = first
	}
	if whole {
		st.OuterStart = min(st.OuterStart, outer)
	}
	for _, t := range []*Stamp{st.Until, st.Also} {
		if t != nil && t.Text == "" {
			t.Start, t.End, t.OuterStart, t.OuterEnd, t.Text = st.Start, st.End, st.OuterStart, st.OuterEnd, st.Text
		}
	}
}

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
		case c|0x20 == 'c':
			if !p.literal("ca", "circa", "c") {
				return
			}
			if p.peek() == '.' {
				p.i++
			} else if p.i-k < 2 {
				p.i = k
				return
			}
			st.Approximate = true
		case p.literal("about", "around", "approx", "approximately", "roughly"):
			if p.peek() == '.' {
				p.i++
			}
			st.Approximate = true
		case p.literal("at", "on", "from", "between", "since"):
		default:
			return
		}
		if st.Approximate {
			p.start = min(p.start, k)
		}
		p.marks(true)
	}
}

// stamp reads one stamp here, with what belongs to it.
func (p *scanner) stamp(st *Stamp) bool {
	begin := p.i
	if p.undated(st) || p.relative(st) || p.placeholder(st) {
		p.start = min(p.start, begin)
		return true
	}
	if !p.one(st) {
		return false
	}
	p.start = min(p.start, begin)
	p.also(st)
	p.until(st)
	if p.peek() == '?' && st.Has.Any(HasClock) { // 18:30?
		p.i++
		st.Approximate = true
	}
	return true
}

// undated reads "not dated", with which an entry says that its place in the order is all that is
// known. In running text the words say something else.
func (p *scanner) undated(st *Stamp) bool {
	if p.prose || p.peek()|0x20 != 'n' {
		return false
	}
	k := p.i
	if p.literal("not") && p.blanks() && p.literal("dated") {
		st.Undated = true
		return true
	}
	p.i = k
	return false
}

// one reads a date, a clock, or both in either order, with a weekday and a zone.
func (p *scanner) one(st *Stamp) bool {
	day := p.weekday(st)
	if p.date(st) {
		from, had := *p, *st
		joined := p.dateToClock()
		if !day {
			if p.weekday(st) { // 2022-02-02 (Wed)
				p.dateToClock()
			}
		}
		p.approximate(st)
		if p.partClock(st) {
			return true
		}
		if p.clock(st, true) {
			p.zone(st, joined)
			return true
		}
		*p, *st = from, had
		if !day {
			p.trailingWeekday(st)
		}
		return true
	}
	if p.clock(st, false) {
		p.zone(st, false)
		from, had := *p, *st
		p.gapToDate()
		p.weekday(st)
		if p.i > from.i && p.date(st) && st.Until == nil {
			if !st.Has.Any(HasZone) {
				p.zone(st, false)
			}
			return true
		}
		*p, *st = from, had
		return true
	}
	// A weekday alone is a word of the sentence unless something sets it off.
	if day && !p.prose && delimits(p.s, p.i) {
		return true
	}
	return false
}

// gap moves past blanks, balanced marks and commas between the parts of a stamp.
func (p *scanner) gap() {
	p.marks(false)
	if p.peek() == ',' || p.peek() == ';' {
		p.i++
		p.marks(false)
	}
}

// dateToClock moves from a date to the clock behind it, over T, commas, dashes, bars, "at". It says
// whether a T, or nothing but a blank, joins them as in RFC 3339.
func (p *scanner) dateToClock() bool {
	if c := p.peek(); (c == 'T' || c == 't') && isDigit(p.at(p.i+1)) {
		p.i++
		return true
	}
	p.gap()
	if d := dash(p.s, p.i); d > 0 {
		p.i += d
		p.marks(false)
	} else if c := p.peek(); c == '|' || c == '@' || c == '/' {
		p.i++
		p.marks(false)
	} else if n := colon(p.s, p.i); n > 0 {
		p.i += n
		p.marks(false)
	}
	if p.literal("at", "around") {
		p.marks(false)
	}
	return false
}

func (p *scanner) gapToDate() {
	p.gap()
	if p.literal("on", "of") {
		p.marks(false)
	}
}

// approximate moves past the sign of an approximate clock behind a date.
func (p *scanner) approximate(st *Stamp) {
	k := p.i
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
		p.i = k
		return
	}
	st.Approximate = true
}

// weekday reads the name of a day of the week and what sets it off from the date behind it.
func (p *scanner) weekday(st *Stamp) bool {
	from := *p
	bracket := p.peek() == '('
	if bracket {
		p.i++
	}
	w := word(p.s, p.i)
	d, ok := weekdayName(w)
	if !ok || p.prose && isLower(w[0]) {
		*p = from
		return false
	}
	p.i += len(w)
	if p.peek() == '.' && len(w) < 6 {
		p.i++
	}
	if bracket {
		if p.peek() != ')' {
			*p = from
			return false
		}
		p.i++
	}
	st.Has |= HasWeekday
	st.Weekday = d
	end := p.i
	p.gap()
	if d := dash(p.s, p.i); d > 0 {
		p.i += d
		p.marks(false)
	}
	if p.literal("the", "at") {
		p.marks(false)
	}
	if c := p.peek(); !isDigit(c) && monthName(word(p.s, p.i)) == 0 {
		p.i = end
	}
	return true
}

// trailingWeekday reads the weekday behind a date that has no clock.
func (p *scanner) trailingWeekday(st *Stamp) {
	from, had := *p, *st
	p.gap()
	if p.i == from.i || !p.weekday(st) || isAlnum(p.peek()) || p.at(p.i-1) == ' ' {
		*p, *st = from, had
	}
}

// also reads the same moment in another zone: (17:14 UTC), / 19:14 CEST.
func (p *scanner) also(st *Stamp) {
	if !st.Has.Any(HasClock) {
		return
	}
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
	begin := p.i
	var t Stamp
	t.Approximate = p.peek() == '~'
	if t.Approximate {
		p.i++
	}
	if !p.one(&t) || !t.Has.All(HasClock|HasZone) || !bracket && !st.Has.Any(HasZone) {
		*p = from
		return
	}
	t.Start, t.End = begin, p.i
	t.OuterStart, t.OuterEnd, t.Text = begin, p.i, p.s[begin:p.i]
	if bracket {
		p.blanks()
		if c := p.peek(); c != ')' && c != ']' {
			*p = from
			return
		}
		p.i++
	}
	st.Also = &t
}

// until reads the other end of a range, or the further times of a list, the last of which it keeps.
func (p *scanner) until(st *Stamp) {
	if st.Until != nil {
		return
	}
	for {
		from := *p
		p.marks(false)
		list := false
		if d := dash(p.s, p.i); d > 0 {
			p.i += d
		} else if c := p.peek(); c == ',' || c == '/' || c == '&' {
			p.i++
			list = true
		} else if strings.HasPrefix(p.s[p.i:], "→") || strings.HasPrefix(p.s[p.i:], "…") {
			p.i += 3
		} else if strings.HasPrefix(p.s[p.i:], "->") {
			p.i += 2
		} else if p.literal("and") {
			list = true
		} else if !p.literal("to", "until", "till", "through") {
			*p = from
			return
		}
		p.marks(false)
		var t Stamp
		p.approximate(&t)
		begin := p.i
		clocks := st.Has.Any(HasClock)
		if !p.one(&t) || t.Has.Any(HasClock) != clocks || t.Has.Any(HasDot) && !st.Has.Any(HasDot) && p.prose ||
			list && (!clocks || t.Has.Any(HasDate)) || !clocks && !t.Has.All(HasMonth|HasDay) || t.Has.Any(HasCompact) != st.Has.Any(HasCompact) {
			*p = from
			return
		}
		if st.Has.Any(HasDot) != t.Has.Any(HasDot) && t.Has.Any(HasDot) {
			*p = from
			return
		}
		t.Start, t.End = begin, p.i
		t.OuterStart, t.OuterEnd, t.Text = begin, p.i, p.s[begin:p.i]
		if t.Has.Any(HasZone) && !st.Has.Any(HasZone) {
			st.Zone = t.Zone // "02:00-04:30 UTC": one zone for both
			st.Has |= HasZone
		}
		st.Until = &t
		if !list {
			return
		}
	}
}

// partClock is the placeholder of a clock behind a date, "2022-02-02 ??:??".
func (p *scanner) partClock(st *Stamp) bool {
	n := holes(p.s, p.i, ":")
	if n == 0 {
		return false
	}
	p.i += n
	p.zone(&Stamp{}, false)
	st.fail(Placeholder, "its clock time was never filled in")
	return true
}

// placeholder reads a stamp that was never filled in: 22:XX, ??:??, 2023-MM-DD, YYYY-MM-DD HH:MM.
func (p *scanner) placeholder(st *Stamp) bool {
	if p.prose {
		return false
	}
	if n := holes(p.s, p.i, ":"); n > 0 {
		p.i += n
		p.zone(&Stamp{}, false)
		st.fail(Placeholder, "it was never filled in")
		return true
	}
	n := holes(p.s, p.i, "-/.")
	if n == 0 {
		return false
	}
	y, digits := number(p.s, p.i, 4)
	if digits == 4 {
		st.Year = y
		st.Has |= HasYear
		if m, d := number(p.s, p.i+5, 2); d == 2 && m >= 1 && m <= 12 {
			st.Month = time.Month(m)
			st.Has |= HasMonth
		}
	}
	p.i += n
	st.fail(Placeholder, "its date was never filled in")
	from, had := *p, *st
	p.dateToClock()
	switch {
	case holes(p.s, p.i, ":") > 0:
		p.i += holes(p.s, p.i, ":")
		p.zone(&Stamp{}, false)
	case p.clock(st, true):
		p.zone(st, false)
	default:
		*p, *st = from, had
	}
	return true
}

// holes is the length of a clock (seps ":") or a date with at least one part left open, 0 if there
// is none here.
func holes(s string, k int, seps string) int {
	start, open, parts := k, false, 0
	var sep byte
	for {
		n, empty := hole(s, k, seps != ":")
		if n == 0 {
			return 0
		}
		open = open || empty
		k += n
		parts++
		if k < len(s) && (sep == 0 && strings.IndexByte(seps, s[k]) >= 0 || sep != 0 && s[k] == sep) && parts < 3 {
			sep = s[k]
			k++
			continue
		}
		break
	}
	if !open || parts < 2 || seps != ":" && parts < 3 || k < len(s) && (isAlnum(s[k]) || s[k] == '?') {
		return 0
	}
	return k - start
}

// hole is one part of a placeholder: two (of a date also four) digits, or as many of one of the
// signs people leave open. empty tells that it has an open place.
func hole(s string, k int, date bool) (n int, empty bool) {
	signs := "Xx?-_HhMmSsN#"
	if date {
		signs = "Xx?_YyMmDdN#"
	}
	letter := byte(0)
	for k+n < len(s) && n < 4 {
		c := s[k+n]
		if isDigit(c) {
			if empty {
				return 0, false
			}
		} else if strings.IndexByte(signs, c) >= 0 && (letter == 0 || letter == c) {
			letter, empty = c, true
		} else {
			break
		}
		n++
	}
	if n == 2 || n == 4 && date || n == 1 && !empty {
		return n, empty
	}
	return 0, false
}
