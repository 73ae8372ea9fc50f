package moment

import (
	"time"
)

// date reads a calendar date into st, in digits or with the name of a month, and a range of days
// ("7-13th Nov") with its end in st.Until. It does not read a weekday.
func (p *scanner) date(st *Stamp) bool {
	if c := p.peek(); isDigit(c) {
		return p.digitDate(st) || p.dayMonth(st)
	} else if !isAlpha(c) {
		return false
	}
	return p.monthDay(st)
}

// digitDate reads 2022-02-02, 20220202, 27-05-2025, 09/21/2022, 4.3.2026 and 12-05.
func (p *scanner) digitDate(st *Stamp) bool {
	a, n := number(p.s, p.i, 4)
	if n == 0 {
		if v, n := number(p.s, p.i, 8); n == 8 {
			return p.compactDate(st, v)
		}
		return false
	}
	k := p.i + n
	sep := p.at(k)
	width := 1
	if sep != '-' && sep != '/' && sep != '.' {
		if width = dash(p.s, k); width == 0 {
			return false
		}
		sep = '-'
	}
	same := func(k int) bool {
		if sep == '-' {
			return dash(p.s, k) == width
		}
		return p.at(k) == sep
	}
	b, nb := number(p.s, k+width, 2)
	if n == 3 || n == 4 && (a < 1970 || a > 2100) {
		return false
	}
	if nb == 0 {
		return n <= 2 && sep != '.' && width == 1 && p.namedMiddle(st, a, k+1)
	}
	k += width + nb
	if n == 4 {
		if !same(k) {
			return false
		}
		d, nd := number(p.s, k+width, 2)
		if nd == 0 {
			return false
		}
		k += width + nd
		if p.joinedWord(k) {
			return false
		}
		p.i = k
		st.setDate(a, time.Month(b), d)
		return true
	}
	if !same(k) {
		if p.dayAlone(st, sep, k) {
			p.i = k
			st.Has |= HasMonth | HasDay
			st.readings = [3]reading{newReading(DayFirst, 0, b, a), newReading(MonthFirst, 0, a, b)}
			st.settle()
			return true
		}
		// Elsewhere two numbers are a date only if a clock stands behind them.
		if sep == '.' || nb != 2 && n != 1 || a == 0 || b == 0 || a > 31 || b > 31 || a > 12 && b > 12 || p.prose || isAlnum(p.at(k)) || p.at(k) == '.' && isDigit(p.at(k+1)) {
			return false
		}
		probe := *p
		probe.i = k
		probe.gap()
		var ignored Stamp
		if probe.i == k || !probe.clock(&ignored, false) {
			return false
		}
		p.i = k
		st.Has |= HasMonth | HasDay
		st.readings = [3]reading{newReading(DayFirst, 0, b, a), newReading(MonthFirst, 0, a, b)}
		st.settle()
		return true
	}
	y, ny := number(p.s, k+width, 4)
	if sep == '.' && ny == 0 && p.shortDotted(st, a, b, k+1) {
		return true
	}
	if ny != 4 && ny != 2 || p.joinedWord(k+width+ny) {
		return false
	}
	if ny == 2 && (n != 2 || nb != 2) && sep != '/' || ny == 4 && (y < 1970 || y > 2100) {
		return false
	}
	if sep == '.' && ny == 2 && y < 60 && b < 60 && a < 24 {
		after := *p
		if after.i = k + 3; b > 12 || after.zoneFollows() {
			return false // 10.45.33 and 16.06.33 UTC are clocks
		}
	}
	st.Has |= HasDate
	full := y
	if ny == 2 {
		full = century(y)
	}
	st.readings = [3]reading{newReading(DayFirst, full, b, a), newReading(MonthFirst, full, a, b)}
	switch {
	case sep == '.':
		st.readings[1] = reading{}
		st.dotted = true
	case ny == 2 && sep == '-':
		st.readings[2] = newReading(yearFirst, century(a), b, y)
	}
	p.i = k + width + ny
	st.settle()
	return true
}

// dayAlone reports whether two numbers that end at k are a day by where they stand: in brackets behind a clock,
// as in 00:20 (08-04), or as all that a cell holds, 1/30.
func (p *scanner) dayAlone(st *Stamp, sep byte, k int) bool {
	switch {
	case p.prose || sep == '.':
		return false
	case st.Has.Any(HasClock):
		return p.at(p.i-1) == '(' && p.at(k) == ')'
	}
	return sep == '/' && st.Has == 0 && skipBlanks(p.s, 0) == p.i && skipBlanks(p.s, k) == len(p.s)
}

// shortDotted takes 5.3. for 5 March if a clock stands behind it at k.
func (p *scanner) shortDotted(st *Stamp, d, m, k int) bool {
	probe := *p
	probe.i = k
	probe.gap()
	var ignored Stamp
	if p.prose || probe.i == k || m > 12 || d > 31 || m == 0 || d == 0 || !probe.clock(&ignored, false) {
		return false
	}
	p.i = k
	st.setDate(0, time.Month(m), d)
	return true
}

// compactDate takes eight digits that make a day of this age.
func (p *scanner) compactDate(st *Stamp, v int) bool {
	y, m, d := v/10000, time.Month(v/100%100), v%100
	if y < 1990 || y > 2100 || !(Date{y, m, d}).valid() || p.joinedWord(p.i+8) && p.at(p.i+8) != 'T' {
		return false
	}
	if p.prose && p.at(p.i+8) != 'T' {
		return false
	}
	p.i += 8
	st.setDate(y, m, d)
	return true
}

// joinedWord reports whether the digits that end at k go on as part of a name, a path or a longer
// number: 2022-02-02-kafka, 2022/02/02/post, 2022-02-02.md. A T with a clock behind it is not that.
func (p *scanner) joinedWord(k int) bool {
	c, d := p.at(k), p.at(k+1)
	switch {
	case secondDay(p.s, k):
		return false
	case c == 'T' || c == 't':
		return !isDigit(d)
	case isAlnum(c):
		return true
	case c == '-' || c == '/' || c == '_' || c == '.':
		return isAlnum(d) && !((c == '-' || c == '_' || c == '/') && isDigit(d) && colon(p.s, k+3)+colon(p.s, k+2) > 0)
	}
	return false
}

// secondDay reports whether the second of two days stands at k, as in 2024-12-19/20, and nothing
// that would make it a path or a longer number.
func secondDay(s string, k int) bool {
	return k >= 3 && k+2 < len(s) && s[k-3] == '-' && s[k] == '/' && isDigit(s[k+1]) && isDigit(s[k+2]) && !follows(s, k+3)
}

func (s *Stamp) setDate(y int, m time.Month, d int) {
	s.Has |= HasMonth | HasDay
	if y != 0 {
		s.Has |= HasYear
	}
	s.Year, s.Month, s.Day = y, m, d
	if y == 0 {
		y = 2000 // a year that has 29 February
	}
	if !(Date{y, m, d}).valid() {
		s.fail(Unreadable, "there is no such day")
	}
}

// century is the year that two digits stand for.
func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}
