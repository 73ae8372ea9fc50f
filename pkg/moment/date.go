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
	d := digits{a: a, na: n, width: 1}
	k := p.i + n
	if d.sep = p.at(k); d.sep != '-' && d.sep != '/' && d.sep != '.' {
		if d.width = dash(p.s, k); d.width == 0 {
			return false
		}
		d.sep = '-'
	}
	d.b, d.nb = number(p.s, k+d.width, 2)
	if n == 3 || n == 4 && (a < 1970 || a > 2100) {
		return false
	}
	if d.nb == 0 {
		return n <= 2 && d.sep != '.' && d.width == 1 && p.namedMiddle(st, a, k+1)
	}
	d.end = k + d.width + d.nb
	switch again := p.parted(&d); {
	case n == 4:
		return again && p.yearMonthDay(st, &d)
	case again:
		return p.dayMonthYear(st, &d)
	}
	return p.dayAndMonth(st, &d)
}

// digits are the first two numbers of a date and what stands between them.
type digits struct {
	a, b   int
	na, nb int // how many digits they have
	sep    byte
	width  int // of what parts them, in bytes
	end    int // behind the second
}

// parted reports whether a third number may follow: the same stands behind the second number.
func (p *scanner) parted(d *digits) bool {
	if d.sep == '-' {
		return dash(p.s, d.end) == d.width
	}
	return p.at(d.end) == d.sep
}

func (p *scanner) yearMonthDay(st *Stamp, d *digits) bool {
	day, n := number(p.s, d.end+d.width, 2)
	end := d.end + d.width + n
	if n == 0 || p.joinedWord(end) {
		return false
	}
	if d.sep == '.' && (d.b > 12 || day > 31) {
		return false // a release by its week or its build: 2026.39.1
	}
	p.i = end
	st.setDate(d.a, time.Month(d.b), day)
	return true
}

// dayAndMonth reads a date without its year. Two numbers are one by where they stand, or if a clock stands behind them.
func (p *scanner) dayAndMonth(st *Stamp, d *digits) bool {
	if !p.dayAlone(st, d.sep, d.end) {
		if d.sep == '.' || d.nb != 2 && d.na != 1 || d.a == 0 || d.b == 0 || d.a > 31 || d.b > 31 || d.a > 12 && d.b > 12 || p.prose || isAlnum(p.at(d.end)) || p.at(d.end) == '.' && isDigit(p.at(d.end+1)) {
			return false
		}
		probe := *p
		probe.i = d.end
		probe.gap()
		var ignored Stamp
		if probe.i == d.end || !probe.clock(&ignored, false) {
			return false
		}
	}
	p.i = d.end
	st.Has |= HasMonth | HasDay
	st.readings = [3]reading{newReading(DayFirst, 0, d.b, d.a), newReading(MonthFirst, 0, d.a, d.b)}
	st.settle()
	return true
}

// dayMonthYear reads a date that ends in its year, or in two digits of it.
func (p *scanner) dayMonthYear(st *Stamp, d *digits) bool {
	y, n := number(p.s, d.end+d.width, 4)
	if d.sep == '.' && n == 0 && p.shortDotted(st, d.a, d.b, d.end+1) {
		return true
	}
	if n != 4 && n != 2 || p.joinedWord(d.end+d.width+n) {
		return false
	}
	if n == 2 && (d.na != 2 || d.nb != 2) && d.sep != '/' || n == 4 && (y < 1970 || y > 2100) {
		return false
	}
	if d.sep == '.' && n == 2 && y < 60 && d.b < 60 && d.a < 24 {
		after := *p
		if after.i = d.end + 3; d.b > 12 || after.zoneFollows() {
			return false // 10.45.33 and 16.06.33 UTC are clocks
		}
	}
	st.Has |= HasDate
	full := y
	if n == 2 {
		full = century(y)
	}
	st.readings = [3]reading{newReading(DayFirst, full, d.b, d.a), newReading(MonthFirst, full, d.a, d.b)}
	switch {
	case d.sep == '.':
		st.readings[1] = reading{}
		st.dotted = true
	case n == 2 && d.sep == '-':
		st.readings[2] = newReading(yearFirst, century(d.a), d.b, y)
	}
	p.i = d.end + d.width + n
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
