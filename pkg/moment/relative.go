package moment

import (
	"strings"
	"time"
)

// relative reads T+15m, +00:15, T0, Day 2 10:00 and the next day.
func (p *scanner) relative(st *Stamp) bool {
	from := *p
	c := p.peek()
	switch c {
	case '+':
		if d, ok := p.elapsed(); ok && !p.prose {
			return st.relate(FromStart, d)
		}
	case 'T', 't':
		if p.count(st) {
			return true
		}
		if p.literal("the") {
			p.blanks()
			if isDigit(p.peek()) && p.dayMonth(st) { // the 5th of March
				p.afterDate(st, false)
				return true
			}
			return p.nextDay(st, from)
		}
	case 'N', 'n':
		return p.nextDay(st, from)
	case 'D', 'd':
		if p.prose || !p.literal("day") || !p.blanks() {
			break
		}
		n, w := number(p.s, p.i, 2)
		if w == 0 || n > 60 || !delimits(p.s, p.i+w) && !isDigit(p.at(skipBlanks(p.s, p.i+w))) {
			break
		}
		p.i += w
		p.ofDay(st, time.Duration(n)*day)
		return true
	}
	*p = from
	return false
}

// ofDay reads the clock of a day that is counted: Day 2, 10:00. A date behind it needs no counting.
func (p *scanner) ofDay(st *Stamp, n time.Duration) {
	back, had := *p, *st
	p.dateToClock()
	bracket := p.peek() == '('
	if bracket {
		p.i++
	}
	p.weekday(st)
	if p.date(st) {
		if bracket && p.peek() == ')' {
			p.i++
		}
		if !bracket || p.at(p.i-1) == ')' {
			p.afterDate(st, st.Has.Any(HasWeekday))
			return
		}
	}
	*p, *st = back, had
	st.relate(FromFirstDay, n)
	back, had = *p, *st
	p.dateToClock()
	if !p.clock(st, true) {
		*p, *st = back, had
		return
	}
	p.zone(st, false)
}

func (s *Stamp) relate(b Base, d time.Duration) bool {
	s.Has |= HasRelative
	s.Base, s.Offset = b, d
	return true
}

// count reads T0, T+15m and T-5 min, and the time of day that says when T was: "T0 (10:00 UTC)".
func (p *scanner) count(st *Stamp) bool {
	from := *p
	if p.peek() != 'T' && (p.prose || dash(p.s, p.i+1) == 0 && p.at(p.i+1) != '+' || !isDigit(p.at(p.i+2))) {
		return false
	}
	p.i++
	if !p.prose {
		if b := skipBlanks(p.s, p.i); (p.at(b) == '+' || dash(p.s, b) > 0) && isDigit(p.at(skipBlanks(p.s, b+1))) {
			p.i = b
		}
	}
	ok := p.peek() == '0' && !isAlnum(p.at(p.i+1)) && !p.prose
	if ok {
		p.i++
		st.relate(FromStart, 0)
	} else {
		var d time.Duration
		if d, ok = p.elapsed(); ok {
			st.relate(FromStart, d)
		}
	}
	if !ok {
		*p = from
		return false
	}
	from = *p
	p.blanks()
	c := p.peek()
	bracket := c == '(' || c == '['
	if bracket || c == '=' || c == ',' || colon(p.s, p.i) > 0 || dash(p.s, p.i) > 0 {
		p.i += max(colon(p.s, p.i), dash(p.s, p.i), 1)
		p.blanks()
	}
	begin := p.i
	var t Stamp
	if !p.one(&t) || !t.Has.Any(HasClock) || bracket && p.at(p.i) != ')' && p.at(p.i) != ']' {
		*p = from
		return true
	}
	t.place(p.s, begin, p.i)
	if bracket {
		p.i++
	}
	st.Also = &t
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

// later reads "10 minutes later" and "two hours later", which count from the entry before.
func (p *scanner) later(st *Stamp) bool {
	if p.prose {
		return false
	}
	d, ok := readDuration(p.s, p.i, p.i)
	if !ok || d.Low != d.High {
		return false
	}
	from := *p
	p.i = d.End
	p.blanks()
	if !p.literal("later") {
		*p = from
		return false
	}
	st.Approximate = st.Approximate || d.Approximate || d.Precision >= time.Hour
	return st.relate(FromPrevious, d.Low)
}

// epoch reads a Unix time that is marked as one: "unix time 1617181920", "@1617181920",
// "<t:1617181920:F>". Thirteen digits are milliseconds.
func (p *scanner) epoch(st *Stamp) bool {
	from := *p
	discord := strings.HasPrefix(p.s[p.i:], "t:") && p.at(p.i-1) == '<'
	switch {
	case discord:
		p.i += 2
	case p.at(p.i-1) == '@':
	case p.literal("unix", "epoch"):
		p.blanks()
		if p.literal("time", "timestamp", "epoch", "seconds") {
			p.blanks()
		}
		if c := colon(p.s, p.i); c > 0 {
			p.i += c
			p.blanks()
		}
	default:
		return false
	}
	v, n := number(p.s, p.i, 13)
	if n != 10 && n != 13 || isAlnum(p.at(p.i+n)) {
		*p = from
		return false
	}
	p.i += n
	if n == 10 {
		v *= 1000
	}
	if discord {
		if p.peek() == ':' && isAlpha(p.at(p.i+1)) {
			p.i += 2
		}
	}
	t := time.UnixMilli(int64(v)).UTC()
	st.Has |= HasDate | HasClock | HasSeconds | HasZone
	st.Year, st.Month, st.Day = t.Date()
	st.Hour, st.Minute, st.Second = t.Clock()
	st.Nano = t.Nanosecond()
	st.padded = true
	st.Zone = Zone{Name: "Unix time", Loc: time.UTC, Fixed: true}
	return true
}
