// Package moment reads points in time, time zones and durations as people write them in incident
// reports.
//
// It promises three things. What is not written is not invented: a Stamp says which parts stand in
// the text, and what Resolve adds from the rest of the document is listed with the place it came
// from. What is doubtful has a Problem and, where the document does not decide it, no Instant. And
// reading is total and linear: any bytes give an answer, in time proportional to their number.
//
// Read and Find look at one piece of text at a time; Resolve then looks at all stamps of a document
// together and decides dates, zones and instants.
package moment

import (
	"strconv"
	"time"
)

// Parts is the set of the parts of a stamp that are written in the text, as opposed to those that
// the rest of the document supplies.
type Parts uint16

const (
	HasYear     Parts = 1 << iota
	HasMonth          // also when the month and the day are two numbers of unknown order
	HasDay            // day of the month
	HasWeekday        // "Tue"
	HasClock          // hour, with minutes or with am/pm
	HasSeconds        // only together with HasClock
	HasZone           // a zone or offset stands with the stamp
	HasMeridiem       // am or pm, or a word that says as much: noon, "in the morning"
	HasRelative       // counted from something else: "T+15m", "Day 2", "ten minutes later"
	HasDot            // the clock is written with a dot, "16.06", and would be a number elsewhere
	HasCompact        // the clock is four digits, "1625", and would be a number elsewhere

	HasDate = HasYear | HasMonth | HasDay
)

// All reports whether every part of q is in p.
func (p Parts) All(q Parts) bool { return p&q == q }

// Any reports whether at least one part of q is in p.
func (p Parts) Any(q Parts) bool { return p&q != 0 }

// Stamp is a point in time as written. What is unknown is said, never invented.
type Stamp struct {
	// Text is the stamp as it stands, s[Start:End] of the text it was read from, without the
	// decoration around it. OuterStart and OuterEnd take in balanced decoration ("**10:45**",
	// "[12-05 16:21]") and words such as "at": what the entry says begins at OuterEnd.
	Text                 string
	Start, End           int
	OuterStart, OuterEnd int

	// Has tells which of the following are written. Resolve also fills in Year, Month, Day and
	// Zone from the document, and leaves Has alone.
	Has     Parts
	Year    int
	Month   time.Month
	Day     int
	Weekday time.Weekday
	Hour    int // 0 to 24; 24 only as 24:00
	Minute  int
	Second  int
	Nano    int
	Zone    Zone

	Undated     bool          // "not dated": said to be unknown, which is not the same as missing
	Approximate bool          // "~", "ca.", "about"
	Until       *Stamp        // the other end of a range, or the last of several times
	Also        *Stamp        // the same moment in another zone: "13:14 EDT (17:14 UTC)"
	Offset      time.Duration // of a relative stamp, from its Base
	Base        Base

	Instant     time.Time   // set by Resolve, in UTC; zero where the document does not decide it
	Inferred    []Inference // set by Resolve: what did not stand in the stamp itself
	Note        string      // how an odd way of writing was read; not a fault: `24-hour clock with "pm"`
	Problem     string      // what is doubtful, as a lower-case phrase; "" if nothing
	ProblemKind ProblemKind

	readings [3]reading // of a numeric date whose order is not plain; order 0 ends the list
	padded   bool       // the hour has two digits
	dotted   bool       // a numeric date is written with dots, in which the day is first everywhere
	dateLast bool       // the date is written behind the clock
	midnight bool       // the clock is the word "midnight"
	later    int        // days after the one last written, by a mark: "(next day)"
}

// Base is what a relative stamp counts from.
type Base uint8

const (
	NoBase       Base = iota
	FromStart         // the start of the incident: "T+15m"
	FromPrevious      // the entry before: "ten minutes later"
	FromFirstDay      // the first day, which is day 1 unless the document has a day 0: "Day 2" has an Offset of 48 h
)

// ProblemKind sorts the problems of a stamp, so that rules can choose among them.
type ProblemKind uint8

const (
	NoProblem      ProblemKind = iota
	Unreadable                 // it has the shape of a time and cannot be one: "25:70", "2022-02-30"
	Placeholder                // never filled in: "22:XX", "2023-MM-DD"
	AmbiguousDate              // 3/4 may be 3 April or March 4
	AmbiguousZone              // IST may be India, Israel or Ireland
	AmbiguousClock             // "1:20" among times with am and pm
	AmbiguousDay               // the clock ran back, and neither the next day nor a mistake is plain
	WrongSeason                // "PST" on a summer day
	WrongWeekday               // "Mon 7 Jan 2020", which was a Tuesday
	Gap                        // a local time that clocks skipped
	Overlap                    // a local time that occurred twice
	Disagreement               // "13:14 EDT (18:14 UTC)"
	NoDate                     // a clock, and no date anywhere
	NoZone                     // a date and a clock, and no zone anywhere
	NoStart                    // "T+15m", and no entry says when T was
)

// String is the kind in words joined by hyphens: "ambiguous-zone"; "" for NoProblem.
func (k ProblemKind) String() string {
	if int(k) < len(problemNames) {
		return problemNames[k]
	}
	return "unknown"
}

var problemNames = [...]string{"", "unreadable", "placeholder", "ambiguous-date", "ambiguous-zone", "ambiguous-clock", "ambiguous-day", "wrong-season", "wrong-weekday",
	"gap", "overlap", "disagreement", "no-date", "no-zone", "no-start"}

// DateOrder is the order of the day and the month in numeric dates.
type DateOrder uint8

const (
	UnknownOrder DateOrder = iota
	DayFirst               // 25/12/2023
	MonthFirst             // 12/25/2023
	yearFirst              // 23-12-25; never a document's habit, always one reading among others
)

// Shift moves the stamp's offsets by so many bytes, with those of the stamps inside it.
func (s *Stamp) Shift(by int) {
	for _, t := range []*Stamp{s.Until, s.Also} {
		if t != nil {
			t.Shift(by)
		}
	}
	s.Start += by
	s.End += by
	s.OuterStart += by
	s.OuterEnd += by
}

// Wall is the local date and clock time of the stamp, expressed as a time in UTC that only serves
// to compare it with other wall times; ok is false where either is missing or doubtful. It is
// there for reports that never name their zone: the differences are right unless clocks were
// changed in between.
func (s *Stamp) Wall() (t time.Time, ok bool) {
	switch s.ProblemKind {
	case Unreadable, Placeholder, AmbiguousClock, AmbiguousDay, AmbiguousDate:
		return time.Time{}, false
	}
	if !s.Date().complete() || !s.Has.Any(HasClock) {
		return time.Time{}, false
	}
	return s.wall(), true
}

func (s *Stamp) fail(k ProblemKind, problem string) {
	if s.ProblemKind == NoProblem {
		s.ProblemKind, s.Problem = k, problem
	}
}

// Clock is the time of day as HH:MM or HH:MM:SS, "" if the stamp has none.
func (s *Stamp) Clock() string {
	if !s.Has.Any(HasClock) {
		return ""
	}
	out := two(s.Hour) + ":" + two(s.Minute)
	if s.Has.Any(HasSeconds) {
		out += ":" + two(s.Second)
	}
	return out
}

// TimeOfDay is the clock time as the time since midnight, 0 if the stamp has none.
func (s *Stamp) TimeOfDay() time.Duration {
	return time.Duration(s.Hour)*time.Hour + time.Duration(s.Minute)*time.Minute + time.Duration(s.Second)*time.Second
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// valid reports whether the calendar has the day.
func (d Date) valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(y int, m time.Month) int {
	switch m {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
