package moment

import (
	"strconv"
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
		p.setDate(st, a, time.Month(b), d)
		return true
	}
	if !same(k) {
		// Two numbers are a date only if a clock stands behind them.
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
		p.settle(st)
		return true
	}
	y, ny := number(p.s, k+width, 4)
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
	p.settle(st)
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
	p.setDate(st, y, m, d)
	return true
}

// joinedWord reports whether the digits that end at k go on as part of a name, a path or a longer
// number: 2022-02-02-kafka, 2022/02/02/post, 2022-02-02.md. A T with a clock behind it is not that.
func (p *scanner) joinedWord(k int) bool {
	c, d := p.at(k), p.at(k+1)
	switch {
	case c == 'T' || c == 't':
		return !isDigit(d)
	case isAlnum(c):
		return true
	case c == '-' || c == '/' || c == '_' || c == '.':
		return isAlnum(d) && !((c == '-' || c == '_') && isDigit(d) && colon(p.s, k+3)+colon(p.s, k+2) > 0)
	}
	return false
}

// namedMiddle reads the rest of 8-Jan-26 or 04/Mar/2026 from the month on.
func (p *scanner) namedMiddle(st *Stamp, d, k int) bool {
	w := word(p.s, k)
	m := monthName(w)
	k += len(w)
	if m == 0 || p.at(k) != p.at(k-len(w)-1) || d == 0 || d > 31 {
		return false
	}
	y, n := number(p.s, k+1, 4)
	if n != 2 && n != 4 || isAlnum(p.at(k+1+n)) {
		return false
	}
	if n == 2 {
		y = century(y)
	}
	p.i = k + 1 + n
	p.setDate(st, y, m, d)
	return true
}

// dayMonth reads 6th Nov 2023, 7 Jan, 12th of October, 06Nov2023 and 7-13th Nov.
func (p *scanner) dayMonth(st *Stamp) bool {
	from := *p
	d, n := number(p.s, p.i, 2)
	if n == 0 || d == 0 || d > 31 {
		return false
	}
	p.i += n
	if !p.ordinal() && p.peek() == '.' && blank(p.s, p.i+1) > 0 && !p.prose { // 3. February
		p.i++
	}
	last := 0
	if k := skipBlanks(p.s, p.i); dash(p.s, k) > 0 {
		k = skipBlanks(p.s, k+dash(p.s, k))
		if v, n := number(p.s, k, 2); n > 0 && v > d && v <= 31 {
			last = v
			p.i = k + n
			p.ordinal()
		}
	}
	p.blanks()
	if p.literal("of") {
		p.blanks()
	}
	w := word(p.s, p.i)
	m := monthName(w)
	if m == 0 || p.prose && isLower(w[0]) || last > 0 && last > daysIn(2000, m) {
		*p = from
		return false
	}
	p.i += len(w)
	if !p.monthEnd(w) {
		*p = from
		return false
	}
	y := p.year()
	p.setDate(st, y, m, d)
	p.lastDay(st, last)
	return true
}

// monthEnd moves past the point of an abbreviated month, and refuses words that go on.
func (p *scanner) monthEnd(w string) bool {
	if p.peek() == '.' && len(w) <= 4 {
		p.i++
		return true
	}
	c := p.peek()
	return c != '_' && c != '-' || c == '-' && !isAlnum(p.at(p.i+1))
}

// monthDay reads Oct 28, October 12th, 2022, Nov 7-13 and May 2022.
func (p *scanner) monthDay(st *Stamp) bool {
	w := word(p.s, p.i)
	m := monthName(w)
	if m == 0 || p.prose && isLower(w[0]) {
		return false
	}
	from := *p
	p.i += len(w)
	if p.peek() == '.' {
		p.i++
	}
	gap := p.blanks()
	if !gap && p.peek() == '-' && isDigit(p.at(p.i+1)) { // Jan-08-2026
		p.i++
	}
	if p.literal("the") {
		p.blanks()
	}
	d, n := number(p.s, p.i, 4)
	if n == 4 && gap && d >= 1970 && d <= 2100 && !isAlnum(p.at(p.i+4)) && !(colon(p.s, p.i+4) > 0 && isDigit(p.at(p.i+5))) {
		p.i += 4
		st.Has |= HasYear | HasMonth
		st.Year, st.Month = d, m
		return true
	}
	if n == 0 || n > 2 || d == 0 || d > 31 || colon(p.s, p.i+n) > 0 && isDigit(p.at(p.i+n+1)) {
		*p = from
		return false
	}
	p.i += n
	ordinal := p.ordinal()
	if c := p.peek(); isAlpha(c) || c == '.' && isDigit(p.at(p.i+1)) || c == '%' || !ordinal && p.measured(p.i) {
		*p = from
		return false
	}
	last := 0
	if k := skipBlanks(p.s, p.i); dash(p.s, k) > 0 {
		b := skipBlanks(p.s, k+dash(p.s, k))
		if v, n := number(p.s, b, 2); n > 0 && v > d && v <= daysIn(2000, m) && colon(p.s, b+n) == 0 && p.at(b+n) != '.' {
			probe := *p
			probe.i = b + n
			if _, half := probe.meridiem(true); !half && (b == k+dash(p.s, k) || probe.ordinal() || delimits(p.s, b+n)) {
				probe.ordinal()
				last = v
				p.i = probe.i
			}
		} else if y, n := number(p.s, k+1, 4); n == 4 && k == p.i && y >= 1970 && y <= 2100 && !isAlnum(p.at(k+5)) {
			p.i = k + 5
			p.setDate(st, y, m, d)
			return true
		}
	}
	y := p.year()
	p.setDate(st, y, m, d)
	p.lastDay(st, last)
	return true
}

// ordinal moves past st, nd, rd or th.
func (p *scanner) ordinal() bool {
	if p.i+2 > len(p.s) || isAlnum(p.at(p.i+2)) {
		return false
	}
	switch p.s[p.i : p.i+2] {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		p.i += 2
		return true
	}
	return false
}

// year reads the year behind a day and a month; 0 if there is none.
func (p *scanner) year() int {
	k := skipBlanks(p.s, p.i)
	if p.at(k) == ',' {
		k = skipBlanks(p.s, k+1)
	}
	if p.at(k) == '\'' && k > p.i {
		if y, n := number(p.s, k+1, 2); n == 2 && !isAlnum(p.at(k+3)) {
			p.i = k + 3
			return century(y)
		}
	}
	y, n := number(p.s, k, 4)
	if n != 4 || y < 1970 || y > 2100 || isAlpha(p.at(k+4)) {
		return 0
	}
	if colon(p.s, k+4) > 0 && isDigit(p.at(k+5)) {
		return 0
	}
	p.i = k + 4
	return y
}

func (p *scanner) setDate(st *Stamp, y int, m time.Month, d int) {
	st.Has |= HasMonth | HasDay
	if y != 0 {
		st.Has |= HasYear
	}
	st.Year, st.Month, st.Day = y, m, d
	if y == 0 {
		y = 2000 // a year that has 29 February
	}
	if !(Date{y, m, d}).valid() {
		st.fail(Unreadable, "there is no such day")
	}
}

// lastDay makes the end of a range of days.
func (p *scanner) lastDay(st *Stamp, d int) {
	if d == 0 {
		return
	}
	st.Until = &Stamp{Has: st.Has, Year: st.Year, Month: st.Month, Day: d}
}

// century is the year that two digits stand for.
func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// newReading is one reading of a numeric date; parts of two digits fit it, whatever they are.
func newReading(o DateOrder, year, month, day int) reading {
	return reading{o, uint8(month), uint8(day), uint16(year)}
}

// settle drops the readings of a numeric date that no calendar has, and sets the date if one is
// left or if all agree.
func (p *scanner) settle(st *Stamp) {
	var keep [3]reading
	n := 0
	for _, r := range st.readings {
		leap := r.date()
		if leap.Year == 0 {
			leap.Year = 2000 // a year that has 29 February
		}
		if r.order == UnknownOrder || !leap.valid() {
			continue
		}
		keep[n] = r
		n++
	}
	st.readings = keep
	switch {
	case n == 0:
		st.fail(Unreadable, "there is no such day")
	case n == 1 || n == 2 && keep[0].date() == keep[1].date():
		st.setReading(keep[0])
	default:
		st.Year = int(keep[0].year)
		st.fail(AmbiguousDate, "it may be "+keep[0].String()+" or "+keep[1].String())
	}
}

// setReading makes the date of r the stamp's; the year stays what it is if r has none.
func (s *Stamp) setReading(r reading) {
	d := r.date()
	s.Month, s.Day = d.Month, d.Day
	if d.Year != 0 {
		s.Year = d.Year
	}
}

func (r reading) String() string {
	d := r.date()
	switch r.order {
	case MonthFirst:
		return d.Month.String() + " " + strconv.Itoa(d.Day)
	case yearFirst:
		return d.String()
	}
	d.Year = 0
	return d.String()
}
