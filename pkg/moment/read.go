package moment

import (
	"math"
	"strings"
)

// Read gives the stamp at the very start of s, behind blanks and decoration; ok is false if there
// is none. It takes the longest sensible reading: a date and a clock in either order, a zone, the
// same moment in a second zone in brackets, and the other end of a range.
//
// It is meant for the start of an entry, where "16.06" and "1625 -" are times; what such a form
// could also be is told by HasDot and HasCompact.
func Read(s string) (Stamp, bool) {
	if len(s) > 4 && len(s) < 21 && isDigit(s[0]) {
		if st, ok := plain(s); ok {
			return st, true
		}
	}
	return read(s)
}

// read is Read for stamps of any form.
func read(s string) (Stamp, bool) {
	i := 0
	if len(s) > 0 && (s[0] == ' ' || s[0] == '\t' || s[0] >= 0x80) {
		i = skipBlanks(s, 0)
	}
	if i >= len(s) || classes[s[i]]&mayStart == 0 {
		return Stamp{}, false
	}
	p := scanner{s: s, i: i, start: math.MaxInt}
	if s[i] >= 0x80 {
		p.picture()
	}
	p.marks(true)
	if p.i >= len(s) || classes[s[p.i]]&mayStart == 0 {
		return Stamp{}, false
	}
	if !p.opens() {
		return Stamp{}, false
	}
	var st Stamp
	if p.leading(&st); !p.stamp(&st) {
		return Stamp{}, false
	}
	p.finish(&st, i)
	return st, true
}

// finish sets the stamp's offsets and moves past the closing half of what was opened before it.
func (p *scanner) finish(st *Stamp, outer int) {
	for p.depth > 0 && p.open[p.depth-1].at > p.start {
		if !p.close(false) {
			p.depth-- // opened inside and never closed: emphasis of the text that follows
		}
	}
	st.place(p.s, p.start, p.i)
	whole := true
	first := st.Start
	for p.depth > 0 {
		at := p.open[p.depth-1].at
		if !p.close(false) {
			whole = false
			st.Approximate = st.Approximate || p.open[p.depth-1].char == '<' // before 10:00
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
			t.place(p.s, st.Start, st.End) // "7-13th Nov": its parts cannot be told apart
		}
	}
}

// stamp reads one stamp here, with what belongs to it.
func (p *scanner) stamp(st *Stamp) bool {
	if !p.opens() {
		return false
	}
	begin := p.i
	digit := isDigit(p.peek())
	switch {
	case !digit && p.undated(st), !digit && p.relative(st), (!digit || p.at(p.i-1) == '@') && p.epoch(st):
		p.start = min(p.start, begin)
		p.untilElapsed(st)
		return true
	case p.one(st):
	case !p.prose && (p.leadingZone(st) || p.placeholder(st)):
	case p.later(st):
		p.start = min(p.start, begin)
		return true
	default:
		return false
	}
	p.start = min(p.start, begin)
	if st.ProblemKind == Placeholder {
		return true
	}
	if st.Has.Any(HasClock) {
		p.also(st)
	}
	p.until(st)
	if st.Until != nil && st.Also == nil && st.Has.Any(HasClock) {
		p.also(st.Until)
	}
	if st.Until != nil {
		p.dayOn(st.Until)
	} else if st.later == 0 {
		p.dayOn(st)
	}
	if p.trailing(st); st.Approximate && st.Has.Any(HasClock) && !st.Has.Any(HasZone) && st.Also == nil && st.Until == nil {
		p.zone(st, false) // 18:30-ish UTC
	}
	return true
}

// one reads a date, a clock, or both in either order, with a weekday and a zone.
func (p *scanner) one(st *Stamp) bool {
	day := !isDigit(p.peek()) && p.weekday(st)
	if p.date(st) {
		p.afterDate(st, day)
		return true
	}
	if p.clock(st, false) {
		p.zone(st, false)
		p.beforeDate(st)
		return true
	}
	// A weekday alone is a word of the sentence unless something sets it off.
	return day && !p.prose && delimits(p.s, p.i)
}

// beforeDate reads the date behind a clock: 11:10 on Mon 6th Nov 2023, 22:30 UTC (Oct 29).
func (p *scanner) beforeDate(st *Stamp) {
	from, had := *p, *st
	p.gap()
	if p.literal("on", "of") {
		p.marks(false)
	}
	bracket := p.i > from.i && p.peek() == '('
	if bracket {
		p.i++
	}
	if p.i > from.i {
		day := p.weekday(st)
		dated := p.date(st)
		// The weekday alone is the date, if nothing goes on behind it.
		ok := dated && st.Until == nil || !dated && day && delimits(p.s, p.i)
		if bracket && ok {
			ok = p.peek() == ')'
			p.i++
		}
		if ok {
			if dated && !st.Has.Any(HasZone) {
				p.zone(st, false)
			}
			st.dateLast = true
			return
		}
	}
	*p, *st = from, had
}

// afterDate reads the clock behind a date, and a weekday on either side of the gap.
func (p *scanner) afterDate(st *Stamp, day bool) {
	from, had := *p, *st
	joined := p.dateToClock()
	if !day && p.weekday(st) { // 2022-02-02 (Wed)
		p.dateToClock()
	}
	p.approximate(st)
	if p.openClock(st) {
		return
	}
	if p.clock(st, true) {
		p.zone(st, joined)
		p.trailingYear(st)
		return
	}
	*p, *st = from, had
	if !day {
		p.trailingWeekday(st)
	}
}

// trailingYear reads the year where date(1) puts it: Wed Mar 4 15:57:01 UTC 2026.
func (p *scanner) trailingYear(st *Stamp) {
	if !st.Has.All(HasMonth|HasDay) || st.Has.Any(HasYear) || st.Month == 0 {
		return
	}
	k := skipBlanks(p.s, p.i)
	y, n := number(p.s, k, 4)
	if n != 4 || k == p.i || y < 1970 || y > 2100 || !delimits(p.s, k+4) && !st.Has.Any(HasSeconds) {
		return
	}
	p.i = k + 4
	st.setDate(y, st.Month, st.Day)
}

// leadingZone reads a time with its zone before it: UTC 10:45.
func (p *scanner) leadingZone(st *Stamp) bool {
	from := *p
	if !p.capitals() {
		return false
	}
	z, n := readZoneName(p.s, p.i, strict)
	if n < 3 {
		return false
	}
	p.i += n
	p.marks(false)
	if isDigit(p.peek()) && p.one(st) && st.Has.Any(HasClock) && !st.Has.Any(HasZone) {
		st.Zone = z
		st.Has |= HasZone
		return true
	}
	*p, *st = from, Stamp{Approximate: st.Approximate}
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
// whether a T joins them as in RFC 3339.
func (p *scanner) dateToClock() (joined bool) {
	c := p.peek()
	if (c == 'T' || c == 't' || c == '_') && isDigit(p.at(p.i+1)) {
		p.i++
		return c != '_'
	}
	p.gap()
	if holes(p.s, p.i, ":") > 0 {
		return false // the dashes of "--:--" are no gap
	}
	if d := dash(p.s, p.i); d > 0 {
		p.i += d
		p.marks(false)
	} else if c := p.peek(); c == '|' || c == '@' || c == '/' {
		p.i++
		p.marks(false)
	} else if strings.HasPrefix(p.s[p.i:], "·") {
		p.i += len("·")
		p.marks(false)
	} else if n := colon(p.s, p.i); n > 0 {
		p.i += n
		p.marks(false)
	}
	if p.literal("at", "from", "between") {
		p.marks(false)
	}
	return false
}
