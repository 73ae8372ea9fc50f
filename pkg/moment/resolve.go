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
	Start    time.Time // what "T+15m" counts from, if known; else an entry "T0, 10:00" may say

	// AmbiguousZones is the reader's policy for abbreviations that mean several things, by name in
	// upper case, as IANA names: "IST" -> "Asia/Kolkata".
	AmbiguousZones map[string]string
}

// Item is a stamp with its place in a document. A Context here (of a sub-heading, say) holds from
// this stamp on: its date and its zone replace those in force if they are set. The rest of it is
// not used.
type Item struct {
	*Stamp
	Context *Context
	Begins  bool // it says when the incident began, from which "T+15m" counts where Context.Start is not known
}

// Resolution is what Resolve learned about the stamps as a whole.
type Resolution struct {
	NewestFirst bool
	Order       DateOrder // of numeric dates; UnknownOrder if nothing decides it
}

// Resolve decides the instants of a document's stamps, which are given in document order, as far
// as the document decides them. It fills in missing years, dates and zones from the context and
// from the stamps around, rolls clocks past midnight where they run on over it, and notes each such
// step in Inferred. Where something is left open, Instant stays zero and Problem says why; a stamp
// without a clock has no Instant and, for that alone, no Problem.
func Resolve(items []Item, c Context) Resolution {
	r := resolver{Context: c, items: items}
	r.learn()
	for _, it := range items {
		if it.Context != nil {
			r.enter(it.Context)
		}
		if it.Stamp != nil {
			r.stamp(it.Stamp)
			if it.Begins && r.Start.IsZero() && !it.Instant.IsZero() {
				r.Start, r.startFrom = it.Instant, "the entry that says when it began"
			}
		}
	}
	return r.Resolution
}

// resolver is the state of Resolve between two stamps.
type resolver struct {
	Context
	Resolution
	items []Item

	last      *Stamp // the last stamp whose date is known, with that date filled in
	dated     *Stamp // the last of those whose date is written, in whatever way; nil if that is the context's
	firstDay  Date
	dayOne    int       // the number of the first day, where days are counted
	previous  time.Time // the last instant
	open      string    // why the day of the next clock is not known; "" if it is
	openUntil int       // the clock, in seconds, that ends such doubt
	written   []Zone    // the different zones that stamps write
	unpadded  bool      // no hour above 12 and none with a leading zero: clocks may lack am and pm
	meridiem  bool      // some clocks have am and pm
	doubtful  bool      // some dates are numbers of unknown order
	orderFrom string
	startFrom string
	zoneNote  []Inference // the last note of inferZone
}

// enter makes a sub-heading's context the one in force.
func (r *resolver) enter(c *Context) {
	if d := c.Date; d != (Date{}) {
		if d.Year == 0 {
			d.Year = nearestYear(r.current(), d)
		}
		r.Date, r.DateFrom = d, c.DateFrom
		r.last, r.dated, r.open = nil, nil, ""
	}
	if !c.Zone.IsZero() {
		r.Zone, r.ZoneFrom = c.Zone, c.ZoneFrom
	}
}

// current is the date in force: that of the last dated stamp, or of the context.
func (r *resolver) current() Date {
	if r.last != nil {
		return r.last.Date()
	}
	return r.Date
}

// from names where the date in force was written.
func (r *resolver) from() string {
	switch {
	case r.last != nil:
		return "the entry before"
	case r.DateFrom == "":
		return "the document"
	}
	return r.DateFrom
}

// Date is the day that is written, with zeros for what is not.
func (s *Stamp) Date() Date { return Date{s.Year, s.Month, s.Day} }

func (d Date) complete() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// setDay gives the stamp the date so many days after d.
func (s *Stamp) setDay(d Date, add int) {
	t := time.Date(d.Year, d.Month, d.Day+add, 0, 0, 0, 0, time.UTC)
	s.Year, s.Month, s.Day = t.Date()
}

func seconds(s *Stamp) int { return s.Hour*3600 + s.Minute*60 + s.Second }

// stamp resolves one stamp.
func (r *resolver) stamp(s *Stamp) {
	switch {
	case s.Undated, s.ProblemKind == Unreadable:
		return
	case s.Has.Any(HasRelative):
		r.relative(s)
	case r.date(s):
		if r.halved(s) {
			s.fail(AmbiguousClock, "am or pm is missing")
		}
		r.instant(s)
		r.ends(s)
	}
	if !s.Instant.IsZero() {
		r.previous = s.Instant
	}
}

// date completes the stamp's date, or says why it cannot.
func (r *resolver) date(s *Stamp) bool {
	r.choose(s)
	cur := r.current()
	switch {
	case s.ProblemKind == AmbiguousDate:
		return false
	case s.Has.All(HasMonth | HasDay):
		if !r.completeDate(s, cur) {
			return false
		}
	case s.Has.Any(HasMonth), s.ProblemKind == Placeholder:
		return false // a month is no day
	case cur.Year == 0 && cur.Month != 0 && cur.Day != 0:
		s.fail(NoDate, "no year is written for its day, "+cur.String())
		return false
	case !cur.complete():
		s.fail(NoDate, "no date is written for it")
		return false
	case s.later != 0:
		r.onward(s)
	case s.Has.Any(HasWeekday):
		if r.last == nil && weekdayOf(cur) != s.Weekday {
			s.fail(AmbiguousDay, "nothing says which "+s.Weekday.String()+" it was")
			return false
		}
		ahead := (int(s.Weekday) - int(weekdayOf(cur)) + 7) % 7
		if r.NewestFirst && ahead > 0 {
			ahead -= 7
		}
		s.setDay(cur, ahead)
		s.infer("date", r.from())
		r.open = ""
	default:
		s.setDay(cur, 0)
		s.infer("date", r.from())
		if r.halved(s) {
			s.fail(AmbiguousClock, "am or pm is missing")
			return false
		}
		if !r.roll(s) {
			s.Year, s.Month, s.Day, s.Inferred = 0, 0, 0, nil
			return false
		}
	}
	if r.firstDay == (Date{}) {
		r.firstDay = s.Date()
	}
	r.last = s
	if s.Has.Any(HasDate | HasWeekday) {
		r.dated = s
	}
	return true
}

// halved reports whether the clock may lack its am or pm: others have them, and nothing in the
// document is written in 24 hours.
func (r *resolver) halved(s *Stamp) bool {
	return r.meridiem && r.unpadded && s.Has.Any(HasClock) && !s.Has.Any(HasMeridiem|HasSeconds) && s.Hour >= 1 && s.Hour <= 12
}

// completeDate adds the year to a written day and month, and checks the day.
func (r *resolver) completeDate(s *Stamp, cur Date) bool {
	r.open = ""
	if s.Year == 0 {
		if s.Year = nearestYear(cur, s.Date()); s.Year == 0 {
			s.fail(NoDate, "no year is written for it, and none is near enough to be meant")
			return false
		}
		s.infer("year", r.from())
	}
	if !s.Date().valid() {
		s.fail(Unreadable, "there is no such day")
		return false
	}
	if day := weekdayOf(s.Date()); s.Has.Any(HasWeekday) && day != s.Weekday {
		s.fail(WrongWeekday, s.Date().String()+" was a "+day.String()+", not a "+s.Weekday.String())
	}
	if s.midnight {
		s.fail(AmbiguousDay, "midnight may be the beginning of the day or its end")
		r.open, r.openUntil = "it follows a midnight that may be the beginning of the day or its end", 48*3600
	}
	return true
}

// ends resolves the other end of a range, and the last of a list, from its beginning.
func (r *resolver) ends(s *Stamp) {
	u := s.Until
	if u == nil {
		return
	}
	r.choose(u)
	switch {
	case u.Problem != "":
		return
	case u.Has.All(HasMonth | HasDay):
		if u.Year == 0 {
			u.Year = nearestYear(s.Date(), u.Date())
			u.infer("year", "the start of the range")
		}
		if !u.Date().valid() {
			u.fail(Unreadable, "there is no such day")
			return
		}
		if !u.Has.Any(HasClock) {
			r.open, r.openUntil = "the entry before spans several days", 48*3600
		}
	default:
		u.setDay(s.Date(), 0)
		u.infer("date", "the start of the range")
		if u.later > 0 {
			u.setDay(u.Date(), u.later)
			break
		}
		switch back := seconds(s) - seconds(u); {
		case back <= 0 || !u.Has.Any(HasClock):
		case back < 8*3600:
			u.fail(AmbiguousDay, "it is earlier than the start of its range")
		case !u.padded && s.Hour <= 12 && !u.Has.Any(HasMeridiem):
			u.fail(AmbiguousClock, "it is earlier than the start of its range: am or pm may be missing")
		default:
			u.setDay(u.Date(), 1)
			u.infer("day-after", "the start of the range")
		}
	}
	if u.Zone.IsZero() && s.Has.Any(HasZone) {
		u.Zone = s.Zone
		u.infer("zone", "the start of the range")
	}
	r.instant(u)
	if s.Instant.IsZero() {
		u.Instant = time.Time{}
	}
}

// relative resolves a stamp that counts from another.
func (r *resolver) relative(s *Stamp) {
	switch s.Base {
	case FromFirstDay:
		day, from := r.firstDay, "the first entry"
		if day == (Date{}) {
			day, from = r.Date, r.DateFrom
			r.firstDay = day
		}
		if !day.complete() {
			s.fail(NoDate, "no date is written for the first day")
			return
		}
		s.setDay(day, int(s.Offset/(24*time.Hour))-r.dayOne)
		s.infer("date", from)
		r.last, r.dated, r.open = s, s, ""
		r.instant(s)
	case FromPrevious:
		if s.Offset%(24*time.Hour) == 0 {
			if r.last == nil || r.open != "" {
				s.fail(NoDate, "no date is known for the entry before")
				return
			}
			s.setDay(r.current(), int(s.Offset/(24*time.Hour)))
			s.infer("date", "the entry before")
			r.last, r.dated = s, s
			return
		}
		if r.previous.IsZero() {
			s.fail(NoStart, "the time of the entry before is not known")
			return
		}
		s.Instant = r.previous.Add(s.Offset)
		s.infer("date", "the entry before")
	case FromStart:
		if s.Also != nil && r.Start.IsZero() {
			if r.date(s.Also) {
				r.instant(s.Also)
			}
			if r.Start = s.Also.Instant; !r.Start.IsZero() {
				r.Start = r.Start.Add(-s.Offset)
				r.startFrom = "the entry " + strconv.Quote(s.Text)
			}
		}
		if r.Start.IsZero() {
			s.fail(NoStart, "nothing says what time it counts from")
			return
		}
		s.Instant = r.Start.Add(s.Offset).UTC()
		if u := s.Until; u != nil {
			u.Instant = r.Start.Add(u.Offset).UTC()
		}
		from := r.startFrom
		if from == "" {
			from = "the start of the incident"
		}
		s.infer("date", from)
	}
}
