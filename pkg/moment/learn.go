package moment

import (
	"strconv"
	"time"
)

// learn looks at all stamps for what they say together: the order of days and months, the zones in
// use, the direction of time.
func (r *resolver) learn() {
	r.Resolution.Order = r.Context.Order
	var examples [3]string // a date that can only be read day first, and one month first
	up, down := 0, 0
	r.unpadded = true
	r.dayOne = 1
	var before *Stamp
	for _, it := range r.items {
		s := it.Stamp
		if it.Context != nil && it.Context.Date != (Date{}) {
			before = nil
		}
		if s == nil {
			continue
		}
		if s.Base == FromFirstDay && s.Offset == 0 {
			r.dayOne = 0
		}
		r.learnFrom(s, &examples)
		if s.Until != nil {
			r.learnFrom(s.Until, &examples)
		}
		if s.Also != nil && !s.Zone.IsZero() { // else its zone is just what the others are not in
			r.learnFrom(s.Also, &examples)
		}
		if before != nil {
			switch d := compareWritten(before, s); {
			case d < 0:
				up++
			case d > 0:
				down++
			}
		}
		before = s
	}
	r.NewestFirst = down >= 2 && down > 2*up
	r.learnOrder(examples)
}

// learnOrder finds the order of numeric dates, if it is not set: from a date that can only be read
// one way, or because in one order the dates lie together as those of an incident do, and in the
// other they are strewn over months.
func (r *resolver) learnOrder(examples [3]string) {
	if day, month := examples[DayFirst], examples[MonthFirst]; r.Resolution.Order == UnknownOrder && (day == "") != (month == "") {
		r.Resolution.Order = DayFirst
		if month != "" {
			r.Resolution.Order = MonthFirst
		}
		r.orderFrom = "the date " + strconv.Quote(day+month)
	}
	if r.Resolution.Order != UnknownOrder || examples != [3]string{} || !r.doubtful {
		return
	}
	day, month := r.span(DayFirst), r.span(MonthFirst)
	switch {
	case day < 0 || month < 0:
	case day <= 10 && month >= 25:
		r.Resolution.Order = DayFirst
	case month <= 10 && day >= 25:
		r.Resolution.Order = MonthFirst
	}
	if r.Resolution.Order != UnknownOrder {
		r.orderFrom = "the dates together: they span " + strconv.Itoa(min(day, month)) + " days read this way, " + strconv.Itoa(max(day, month)) + " read the other"
	}
}

// span is the number of days from the first to the last of all dates, with the ambiguous ones read
// in one order; -1 if no two of those differ or one of them cannot be read so.
func (r *resolver) span(o DateOrder) int {
	first, last, seen := 0, 0, false
	var text string
	several := false
	for _, it := range r.items {
		if it.Stamp == nil || it.Year == 0 {
			continue
		}
		d := it.Date()
		if it.ProblemKind == AmbiguousDate {
			i := only(it.readings, func(rd reading) bool { return rd.order == o })
			if i < 0 {
				return -1
			}
			d = it.readings[i].date()
			several = several || text != "" && text != d.String()
			text = d.String()
		}
		if !d.complete() {
			continue
		}
		n := dayNumber(d)
		if !seen {
			first, last, seen = n, n, true
		}
		first, last = min(first, n), max(last, n)
	}
	if !several {
		return -1
	}
	return last - first
}

func (r *resolver) learnFrom(t *Stamp, examples *[3]string) {
	if t.Has.Any(HasZone) && t.Zone.Known() {
		r.addZone(t.Zone)
	}
	if t.readings[0].order != UnknownOrder && t.readings[1].order == UnknownOrder && t.readings[0].order != yearFirst && !t.dotted {
		examples[t.readings[0].order] = t.Text
	}
	r.doubtful = r.doubtful || t.ProblemKind == AmbiguousDate
	r.meridiem = r.meridiem || t.Has.Any(HasMeridiem) && t.Note == "" && t.Hour != 12 && t.Hour != 0
	if t.Has.Any(HasClock) && !t.Has.Any(HasMeridiem) && (t.Hour > 12 || t.Hour == 0 || t.padded && t.Hour < 10) {
		r.unpadded = false
	}
}

func (r *resolver) addZone(z Zone) {
	for i, w := range r.written {
		if w.SameClock(z) {
			if w.Fixed && z.Fixed && w.Offset != z.Offset { // CET and CEST: what clocks there show
				r.written[i] = Zone{Name: w.Name + "/" + z.Name, Loc: w.Loc}
			}
			return
		}
	}
	r.written = append(r.written, z)
}

// compareWritten orders two stamps that follow each other by what is written in both; 0 if nothing
// decides. Between clocks alone a long step may lead over midnight, and decides nothing.
func compareWritten(a, b *Stamp) int {
	if a.Has.Any(HasRelative) || b.Has.Any(HasRelative) || a.Problem != "" || b.Problem != "" {
		return 0
	}
	dated := b.Has.All(HasMonth | HasDay)
	if dated && a.Has.All(HasMonth|HasDay) {
		if a.Has.Any(HasYear) && b.Has.Any(HasYear) && a.Year != b.Year {
			return a.Year - b.Year
		}
		if d := (int(a.Month)-int(b.Month))*31 + a.Day - b.Day; d != 0 {
			return d
		}
	} else if dated {
		return 0
	}
	if !a.Has.Any(HasClock) || !b.Has.Any(HasClock) {
		return 0
	}
	d := seconds(a) - seconds(b)
	if !dated && abs(d) >= 8*3600 {
		return 0
	}
	return d
}

// choose decides a numeric date of several readings by its weekday, by the order of the document's
// other dates, or because only one reading is near the date in force.
func (r *resolver) choose(s *Stamp) {
	if s.ProblemKind != AmbiguousDate {
		return
	}
	fit, from := -1, ""
	if s.Has.All(HasWeekday | HasYear) {
		fit = only(s.readings, func(rd reading) bool { return weekdayOf(rd.date()) == s.Weekday })
		from = "its weekday"
	}
	if fit < 0 && r.Resolution.Order != UnknownOrder {
		fit = only(s.readings, func(rd reading) bool { return rd.order == r.Resolution.Order })
		if from = r.orderFrom; from == "" {
			from = "the order set for dates"
		}
	}
	if near := r.current(); fit < 0 && near.complete() {
		// Entries of one incident lie days apart, not weeks: one reading close to the date in force
		// and all others far from it leave no doubt.
		distance := func(rd reading) int {
			d := rd.date()
			if d.Year == 0 {
				d.Year = nearestYear(near, d)
			}
			return abs(dayNumber(d) - dayNumber(near))
		}
		fit = only(s.readings, func(rd reading) bool { return distance(rd) <= 10 })
		if only(s.readings, func(rd reading) bool { return distance(rd) < 25 }) != fit {
			fit = -1
		}
		from = r.from()
	}
	if fit < 0 {
		return
	}
	s.Problem, s.ProblemKind = "", NoProblem
	s.setReading(s.readings[fit])
	s.infer("date", from)
}

// only is the index of the one reading that fits, -1 if none or several do.
func only(readings [3]reading, fits func(reading) bool) int {
	found := -1
	for i, rd := range readings {
		if rd.order == UnknownOrder || !fits(rd) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// nearestYear is the year that puts a day closest to another date; 0 if that has no year, or if the
// day is about half a year away from it either way.
func nearestYear(near, d Date) int {
	if near.Year == 0 || near.Month == 0 || d.Month == 0 {
		return near.Year
	}
	best, least := 0, 150
	for y := near.Year - 1; y <= near.Year+1; y++ {
		try := Date{y, d.Month, max(d.Day, 1)}
		if n := abs(dayNumber(try) - dayNumber(near)); try.valid() && n < least {
			best, least = y, n
		}
	}
	return best
}

// dayNumber counts days, an unknown day taken as the first of its month.
func dayNumber(d Date) int {
	return int(time.Date(d.Year, d.Month, max(d.Day, 1), 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func weekdayOf(d Date) time.Weekday {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()
}

// String gives a date as people write it without doubt: 3 April 2023, with what is known of it.
func (d Date) String() string {
	var out string
	if d.Day != 0 {
		out = strconv.Itoa(d.Day) + " "
	}
	if d.Month != 0 {
		out += d.Month.String() + " "
	}
	if d.Year != 0 {
		out += strconv.Itoa(d.Year) + " "
	}
	return out[:max(len(out)-1, 0)]
}

func abs(n int) int { return max(n, -n) }
