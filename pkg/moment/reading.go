package moment

import (
	"strconv"
	"time"
)

// reading is one way to read a numeric date; order is one of DayFirst, MonthFirst and yearFirst.
type reading struct {
	order      DateOrder
	month, day uint8
	year       uint16 // 0 if none is written
}

func (r reading) date() Date { return Date{int(r.year), time.Month(r.month), int(r.day)} }

// newReading is one reading of a numeric date; parts of two digits fit it, whatever they are.
func newReading(o DateOrder, year, month, day int) reading {
	return reading{o, uint8(month), uint8(day), uint16(year)}
}

// settle drops the readings of a numeric date that no calendar has, and sets the date if one is
// left or if all agree.
func (s *Stamp) settle() {
	var keep [3]reading
	n := 0
	for _, r := range s.readings {
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
	s.readings = keep
	switch {
	case n == 0:
		s.fail(Unreadable, "there is no such day")
	case n == 1 || n == 2 && keep[0].date() == keep[1].date():
		s.setReading(keep[0])
	default:
		s.Year = int(keep[0].year)
		s.fail(AmbiguousDate, "it may be "+keep[0].String()+" or "+keep[1].String())
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
