package moment

import (
	"strings"
	"time"
)

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
	if p.i == from.i || !p.weekday(st) || !delimits(p.s, p.i) {
		*p, *st = from, had
	}
}

// weekdayName is the day of the week a word names.
func weekdayName(w string) (time.Weekday, bool) {
	if len(w) < 3 || len(w) > 9 {
		return 0, false
	}
	for i, full := range weekdayNames {
		if w[0]|0x20 == full[0] && w[1]|0x20 == full[1] && w[2]|0x20 == full[2] && len(w) <= len(full) && strings.EqualFold(w, full[:len(w)]) {
			if len(w) <= 5 || len(w) == len(full) {
				return time.Weekday(i), true
			}
		}
	}
	return 0, false
}

var weekdayNames = [7]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
