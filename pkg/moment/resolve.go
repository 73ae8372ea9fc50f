package moment

import (
	"strconv"
	"time"
)

// Date is a calendar date of which zero parts are unknown.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Context is what a document says about the times in it. Every part may be missing.
type Context struct {
	Date     Date
	DateFrom string // where the date is written: "the heading on line 12"
	Zone     Zone
	ZoneFrom string
	Order    DateOrder // of numeric dates, if the document or its owner says
	Start    time.Time // what "T+15m" counts from, if known

	// AmbiguousZones is the reader's policy for abbreviations that mean several things, by name in
	// upper case, as IANA names: "IST" -> "Asia/Kolkata".
	AmbiguousZones map[string]string
}

// Item is a stamp with its place in a document. A Context here (of a sub-heading, say) holds from
// this stamp on: its date and its zone replace those in force if they are set.
type Item struct {
	*Stamp
	Context *Context
}

// Resolution is what Resolve learned about the stamps as a whole.
type Resolution struct {
	NewestFirst bool
	Order       DateOrder // of numeric dates; UnknownOrder if nothing decides it
}

// Resolve decides the instants of a document's stamps, which are given in document order, as far
// as the document decides them. It fills in missing years, dates and zones from the context and
// from the stamps around, rolls clocks past midnight where they run on over it, and notes each such
// step in Inferred. Where something is left open, Instant stays zero and Problem says why.
func Resolve(items []Item, c Context) Resolution {
	r := resolver{Context: c, items: items}
	r.learn()
	for i, it := range items {
		if it.Context != nil {
			r.enter(it.Context)
		}
		r.stamp(i, it.Stamp)
	}
	return r.Resolution
}

// resolver is the state of Resolve between two stamps.
type resolver struct {
	Context
	Resolution
	items []Item

	last      *Stamp // the last stamp whose date is known, with that date filled in
	dateFrom  string
	unclear   bool // the last clock ran back and it is not known why
	firstDay  Date
	written   []Zone // the different zones that stamps write
	unpadded  bool   // no hour above 12 and none with a leading zero: clocks may lack am and pm
	orderFrom string
}

// enter makes a sub-heading's context the one in force.
func (r *resolver) enter(c *Context) {
	if c.Date != (Date{}) {
		if c.Date.Year == 0 {
			c = &Context{Date: c.Date, DateFrom: c.DateFrom, Zone: c.Zone, ZoneFrom: c.ZoneFrom, Order: c.Order}
			c.Date.Year = nearestYear(r.current(), c.Date)
		}
		r.Date, r.DateFrom = c.Date, c.DateFrom
		r.last, r.unclear = nil, false
	}
	if !c.Zone.IsZero() {
		r.Zone, r.ZoneFrom = c.Zone, c.ZoneFrom
	}
	if c.Order != UnknownOrder {
		r.Resolution.Order = c.Order
	}
}

// learn looks at all stamps for what they say together: the order of days and months, the zones in
// use, the direction of time.
func (r *resolver) learn() {
	r.Resolution.Order = r.Context.Order
	dayFirst, monthFirst := "", ""
	up, down := 0, 0
	r.unpadded = true
	var before *Stamp
	for _, it := range r.items {
		s := it.Stamp
		for _, t := range []*Stamp{s, s.Until, s.Also} {
			if t == nil {
				continue
			}
			if t.Has.Any(HasZone) && t.Zone.Known() {
				r.addZone(t.Zone)
			}
			if t.readings[0].order != UnknownOrder && t.readings[1].order == UnknownOrder {
				switch t.readings[0].order {
				case DayFirst:
					dayFirst = t.Text
				case MonthFirst:
					monthFirst = t.Text
				}
			}
			if t.Has.Any(HasClock) && !t.Has.Any(HasMeridiem) && (t.Hour > 12 || t.Hour == 0 || t.padded && t.Hour < 10) {
				r.unpadded = false
			}
		}
		if it.Context != nil && it.Context.Date != (Date{}) {
			before = nil
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
	if r.Resolution.Order == UnknownOrder {
		switch {
		case dayFirst != "" && monthFirst == "":
			r.Resolution.Order, r.orderFrom = DayFirst, "the date "+strconv.Quote(dayFirst)
		case monthFirst != "" && dayFirst == "":
			r.Resolution.Order, r.orderFrom = MonthFirst, "the date "+strconv.Quote(monthFirst)
		}
	}
}

func (r *resolver) addZone(z Zone) {
	for _, w := range r.written {
		if w.SameClock(z) {
			return
		}
	}
	r.written = append(r.written, z)
}

// compareWritten orders two stamps by what is written in both; 0 if nothing decides.
func compareWritten(a, b *Stamp) int {
	if a.Has.Any(HasRelative) || b.Has.Any(HasRelative) || a.Problem != "" || b.Problem != "" {
		return 0
	}
	if a.Has.All(HasMonth|HasDay) != b.Has.All(HasMonth|HasDay) {
		return 0
	}
	diff := 0
	if a.Has.All(HasMonth | HasDay) {
		if a.Has.All(HasYear) && b.Has.All(HasYear) {
			diff = a.Year - b.Year
		}
		if diff == 0 {
			diff = (int(a.Month)-int(b.Month))*31 + a.Day - b.Day
		}
	}
	if diff == 0 && a.Has.Any(HasClock) && b.Has.Any(HasClock) {
		diff = seconds(a) - seconds(b)
	}
	return diff
}

func seconds(s *Stamp) int { return s.Hour*3600 + s.Minute*60 + s.Second }

// current is the date in force: that of the last dated stamp, or of the context.
func (r *resolver) current() Date {
	if r.last != nil {
		return Date{r.last.Year, r.last.Month, r.last.Day}
	}
	return r.Date
}

// nearestYear is the year that puts a day closest to another date; 0 if that has no year.
func nearestYear(near, d Date) int {
	if near.Year == 0 || near.Month == 0 || d.Month == 0 {
		return near.Year
	}
	best, dist := 0, 1<<30
	for y := near.Year - 1; y <= near.Year+1; y++ {
		if !validDate(y, d.Month, max(d.Day, 1)) {
			continue
		}
		if n := abs(dayNumber(Date{y, d.Month, d.Day}) - dayNumber(near)); n < dist {
			best, dist = y, n
		}
	}
	return best
}

// dayNumber counts days, an unknown day taken as the first.
func dayNumber(d Date) int {
	return int(time.Date(d.Year, d.Month, max(d.Day, 1), 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// stamp resolves the i-th stamp.
func (r *resolver) stamp(i int, s *Stamp) {
	if s.Undated || s.ProblemKind == Unreadable {
		return
	}
	if s.Has.Any(HasRelative) {
		r.relative(s)
		return
	}
	if s.readings[1].order != UnknownOrder {
		r.choose(s)
	}
	if !r.date(s) {
		return
	}
	r.instant(s)
	r.ends(s)
}

// choose decides a numeric date of several readings by its weekday, by the order of the document's
// other dates, or because only one reading is near the date in force.
func (r *resolver) choose(s *Stamp) {
	if s.ProblemKind != AmbiguousDate {
		return
	}
	take := func(rd reading, from string) {
		s.Problem, s.ProblemKind = "", NoProblem
		s.Month, s.Day = rd.month, rd.day
		if rd.year != 0 {
			s.Year = rd.year
		}
		if from != "" {
			s.infer("date", from)
		}
	}
	if s.Has.All(HasWeekday | HasYear) {
		var fit []reading
		for _, rd := range s.readings {
			if rd.order != UnknownOrder && weekdayOf(rd.year, rd.month, rd.day) == s.Weekday {
				fit = append(fit, rd)
			}
		}
		if len(fit) == 1 {
			take(fit[0], "its weekday")
			return
		}
	}
	if r.Resolution.Order != UnknownOrder {
		for _, rd := range s.readings {
			if rd.order == r.Resolution.Order {
				from := r.orderFrom
				if from == "" {
					from = "the order set for dates"
				}
				take(rd, from)
				return
			}
		}
	}
	near := r.current()
	if near.Year == 0 || near.Month == 0 || near.Day == 0 {
		return
	}
	var close []reading
	far := 0
	for _, rd := range s.readings {
		if rd.order == UnknownOrder {
			continue
		}
		y := rd.year
		if y == 0 {
			y = nearestYear(near, Date{0, rd.month, rd.day})
		}
		switch d := abs(dayNumber(Date{y, rd.month, rd.day}) - dayNumber(near)); {
		case d <= 10:
			close = append(close, rd)
		case d >= 25:
			far++
		}
	}
	if len(close) == 1 && far > 0 {
		take(close[0], r.from())
	}
}

// from names where the date in force was written.
func (r *resolver) from() string {
	if r.last != nil {
		return "the entry before"
	}
	if r.DateFrom == "" {
		return "the document"
	}
	return r.DateFrom
}

func weekdayOf(y int, m time.Month, d int) time.Weekday {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Weekday()
}

// date completes the stamp's date, or says why it cannot.
func (r *resolver) date(s *Stamp) bool {
	if s.ProblemKind == AmbiguousDate {
		return false
	}
	cur := r.current()
	switch {
	case s.Has.All(HasMonth | HasDay):
		if s.Year == 0 {
			if s.Year = nearestYear(cur, Date{0, s.Month, s.Day}); s.Year == 0 {
				s.fail(NoDate, "no year is written for it")
				return false
			}
			s.infer("year", r.from())
		}
		if !validDate(s.Year, s.Month, s.Day) {
			s.fail(Unreadable, "there is no such day")
			return false
		}
		if s.Has.Any(HasWeekday) && weekdayOf(s.Year, s.Month, s.Day) != s.Weekday {
			s.fail(WrongWeekday, "it was a "+weekdayOf(s.Year, s.Month, s.Day).String())
		}
		r.unclear = false
	case s.Has.Any(HasMonth):
		return false // a month is no day
	case s.ProblemKind == Placeholder && !s.Has.Any(HasClock):
		return false
	case s.Has.Any(HasWeekday):
		if cur.Year == 0 || cur.Month == 0 || cur.Day == 0 {
			s.fail(NoDate, "no date is written for it")
			return false
		}
		ahead := (int(s.Weekday) - int(weekdayOf(cur.Year, cur.Month, cur.Day)) + 7) % 7
		if r.NewestFirst && ahead > 0 {
			ahead -= 7
		}
		s.setDay(cur, ahead)
		s.infer("date", r.from())
		r.unclear = false
	default:
		if cur.Year == 0 || cur.Month == 0 || cur.Day == 0 {
			s.fail(NoDate, "no date is written for it")
			return false
		}
		s.setDay(cur, 0)
		s.infer("date", r.from())
		if r.last != nil && r.last.Has.Any(HasClock) && s.Has.Any(HasClock) {
			r.roll(s)
		}
	}
	if r.firstDay == (Date{}) {
		r.firstDay = Date{s.Year, s.Month, s.Day}
	}
	if s.ProblemKind != AmbiguousDay {
		r.last = s
	}
	return true
}

func (s *Stamp) setDay(d Date, add int) {
	t := time.Date(d.Year, d.Month, d.Day+add, 0, 0, 0, 0, time.UTC)
	s.Year, s.Month, s.Day = t.Year(), t.Month(), t.Day()
}

// roll looks at a clock that carries on from the entry before and finds out whether midnight lies
// between them. A few hours back are an entry out of order; a long way back from the evening to
// the morning is the next day; anything between is left open.
func (r *resolver) roll(s *Stamp) {
	back := seconds(r.last) - seconds(s)
	hour, step, what := s.Hour, 1, "day-after"
	if r.NewestFirst {
		back, step, what = -back, -1, "day-before"
		hour = r.last.Hour
	}
	const h = 3600
	switch {
	case back <= 0:
		r.unclear = false
	case r.unclear:
		s.fail(AmbiguousDay, "the entries before leave its day open")
	case back < 4*h:
	case r.unpadded && !s.Has.Any(HasMeridiem) && r.last.Hour >= 10 && r.last.Hour <= 12:
		s.fail(AmbiguousDay, "it is earlier than the entry before; am or pm may be missing")
		r.unclear = true
	case back >= 8*h && hour < 12:
		s.setDay(Date{s.Year, s.Month, s.Day}, step)
		s.infer(what, "the clock of the entry before")
	default:
		s.fail(AmbiguousDay, "it is earlier than the entry before: out of order, or the next day")
		r.unclear = true
	}
}

// ends resolves the other end of a range, and the last of a list, from its beginning.
func (r *resolver) ends(s *Stamp) {
	u := s.Until
	if u == nil {
		return
	}
	if !u.Has.Any(HasDate) && s.Day != 0 {
		u.Year, u.Month, u.Day = s.Year, s.Month, s.Day
		u.infer("date", "the start of the range")
		if u.Has.Any(HasClock) && seconds(u) < seconds(s) {
			u.setDay(Date{s.Year, s.Month, s.Day}, 1)
			u.infer("day-after", "the start of the range")
		}
	} else {
		if u.readings[1].order != UnknownOrder {
			r.choose(u)
		}
		if u.Year == 0 {
			u.Year = nearestYear(Date{s.Year, s.Month, s.Day}, Date{0, u.Month, u.Day})
			u.infer("year", "the start of the range")
		}
	}
	if u.Problem == "" {
		if u.Zone.IsZero() && s.Has.Any(HasZone) {
			u.Zone = s.Zone
			u.infer("zone", "the start of the range")
		}
		r.instant(u)
		if s.Problem == "" && s.Instant.IsZero() != u.Instant.IsZero() {
			u.Instant = time.Time{}
		}
	}
	if u.Has.Any(HasDate) && u.Day != 0 && r.last == s {
		r.last = u
	}
}

// relative resolves a stamp that counts from another.
func (r *resolver) relative(s *Stamp) {
	switch s.Base {
	case FromFirstDay:
		day := r.firstDay
		from := "the first entry"
		if day == (Date{}) {
			day, from = r.Date, r.DateFrom
		}
		if day.Year == 0 || day.Month == 0 || day.Day == 0 {
			s.fail(NoDate, "no date is written for the first day")
			return
		}
		s.setDay(day, int(s.Offset/(24*time.Hour)))
		s.infer("date", from)
		if r.firstDay == (Date{}) {
			r.firstDay = day
		}
		r.last = s
		r.instant(s)
	case FromPrevious:
		if r.last == nil {
			s.fail(NoDate, "no date is written for it")
			return
		}
		s.setDay(r.current(), int(s.Offset/(24*time.Hour)))
		s.infer("date", "the entry before")
		r.last = s
	case FromStart:
		if r.Start.IsZero() {
			s.fail(NoStart, "no entry says when it counts from")
			return
		}
		s.Instant = r.Start.Add(s.Offset).UTC()
		s.infer("date", "the start of the incident")
	}
}
