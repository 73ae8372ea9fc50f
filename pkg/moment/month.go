package moment

import (
	"strings"
	"time"
)

// monthName is the month a word names, in full or by its usual abbreviations; 0 if none.
func monthName(w string) time.Month {
	if len(w) < 3 || len(w) > 9 {
		return 0
	}
	for i, full := range monthNames {
		if w[0]|0x20 == full[0] && w[1]|0x20 == full[1] && w[2]|0x20 == full[2] {
			if len(w) == 3 || len(w) <= len(full) && strings.EqualFold(w, full[:len(w)]) && (len(w) == len(full) || w[2]|0x20 == 'p' && len(w) == 4) {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

var monthNames = [12]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

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
	st.setDate(y, m, d)
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
	if m == 0 || last > 0 && last > daysIn(2000, m) {
		*p = from
		return false
	}
	p.i += len(w)
	if !p.monthEnd(w) {
		*p = from
		return false
	}
	y := p.year()
	if y == 0 && p.prose && isLower(w[0]) { // "5 may fail"
		*p = from
		return false
	}
	st.setDate(y, m, d)
	st.lastDay(last)
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
	if m == 0 {
		return false
	}
	small := p.prose && isLower(w[0]) // "may 5 fail": a month only beside its year
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
		if small {
			*p = from
			return false
		}
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
			st.setDate(y, m, d)
			return true
		}
	}
	y := p.year()
	if y == 0 && small {
		*p = from
		return false
	}
	st.setDate(y, m, d)
	st.lastDay(last)
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

// lastDay makes the end of a range of days.
func (s *Stamp) lastDay(d int) {
	if d == 0 {
		return
	}
	s.Until = &Stamp{Has: s.Has, Year: s.Year, Month: s.Month, Day: d}
}
