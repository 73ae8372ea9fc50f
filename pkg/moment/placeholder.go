package moment

import (
	"strings"
	"time"
)

// openClock reads the placeholder of a clock behind a date, "2022-02-02 ??:??".
func (p *scanner) openClock(st *Stamp) bool {
	if p.tenMinutes(st) {
		return true
	}
	n := holes(p.s, p.i, ":")
	if n == 0 {
		return false
	}
	p.i += n
	p.zone(&Stamp{}, false)
	st.fail(Placeholder, "its clock time was never filled in")
	return true
}

// tenMinutes reads 02:1x, which was filled in as well as was known: some time from 02:10 to 02:19.
func (p *scanner) tenMinutes(st *Stamp) bool {
	k := p.i
	if k+5 > len(p.s) || !isDigit(p.s[k]) || !isDigit(p.s[k+1]) || p.s[k+2] != ':' || p.s[k+3]-'0' > 5 || p.s[k+4]|0x20 != 'x' && p.s[k+4] != '?' || isAlnum(p.at(k+5)) || p.at(k+5) == '?' || p.at(k+5) == ':' && isAlnum(p.at(k+6)) {
		return false
	}
	hour, _ := number(p.s, k, 2)
	if hour > 23 {
		return false
	}
	p.i = k + 5
	st.Has |= HasClock
	st.Hour, st.Minute, st.Approximate, st.padded = hour, int(p.s[k+3]-'0')*10, true, true
	p.zone(st, false)
	end := Stamp{Has: HasClock, Hour: hour, Minute: st.Minute + 9, Approximate: true, padded: true}
	st.Until = &end
	return true
}

// placeholder reads a stamp that was never filled in: 22:XX, ??:??, 2023-MM-DD, YYYY-MM-DD HH:MM.
func (p *scanner) placeholder(st *Stamp) bool {
	if p.tenMinutes(st) {
		return true
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
	case p.openClock(st):
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
	first := k
	for first < len(s) && (isDigit(s[first]) || strings.IndexByte(seps, s[first]) >= 0) {
		first++
	}
	if first == len(s) || strings.IndexByte(holeSigns, s[first]) < 0 {
		return 0
	}
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
	signs := clockSigns
	if date {
		signs = dateSigns
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

// The signs that stand for the parts of a time that is to be filled in.
const (
	clockSigns = "Xx?-_HhMmSsN#"
	dateSigns  = "Xx?_YyMmDdN#"
	holeSigns  = clockSigns + dateSigns
)
