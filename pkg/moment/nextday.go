package moment

// nextDay reads "next day" and "the following morning" where nothing but them is said, or a clock
// that they belong to: "Next day, 10:00".
func (p *scanner) nextDay(st *Stamp, from scanner) bool {
	if p.prose || !p.nextDayWords() || !delimits(p.s, p.i) && !isDigit(p.at(skipBlanks(p.s, p.i))) {
		*p = from
		return false
	}
	back := *p
	if p.dateToClock(); p.clock(st, true) {
		p.zone(st, false)
		st.later = 1
		return true
	}
	*p = back
	if !delimits(p.s, p.i) {
		*p = from
		return false
	}
	return st.relate(FromPrevious, day)
}

func (p *scanner) nextDayWords() bool {
	return p.literal("next", "following") && p.blanks() && p.literal("day", "morning")
}

// dayOn reads the mark behind a clock that puts it on a later day than the one last written:
// "00:10 (next day)", "00:10 (+1)", "07:00 (+2 days)".
func (p *scanner) dayOn(st *Stamp) {
	if p.prose || st.Has.Any(HasDate|HasWeekday|HasRelative) || !st.Has.Any(HasClock) {
		return
	}
	from := *p
	p.marks(false)
	c := p.peek()
	p.i++
	n := 1
	switch {
	case c != '(' && c != '[':
		n = 0
	case p.peek() == '+':
		var w int
		if n, w = number(p.s, p.i+1, 1); w == 1 {
			p.i += 2
			p.blanks()
			p.literal("d", "day", "days")
		}
	default:
		if p.literal("the") {
			p.blanks()
		}
		if !p.nextDayWords() {
			n = 0
		}
	}
	if c := p.peek(); n == 0 || c != ')' && c != ']' {
		*p = from
		return
	}
	p.i++
	st.later = n
}

// onward puts a stamp on so many days after the last one that is written: entries that follow each
// other on that day may all be marked so. Words that say "next day" again are said of the day before.
func (r *resolver) onward(s *Stamp) {
	first := r.Date
	if r.dated != nil {
		first = r.dated.Date()
	}
	s.setDay(first, s.later)
	if last := r.last; last != nil && !r.NewestFirst {
		on := dayNumber(last.Date())
		if dayNumber(s.Date()) < on {
			s.setDay(last.Date(), 0)
		}
		if dayNumber(s.Date()) == on && last.Has.Any(HasClock) && seconds(s) < seconds(last) {
			s.setDay(last.Date(), 1)
		}
	}
	s.infer("date", r.from())
	r.open = ""
}
