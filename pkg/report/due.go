package report

import (
	"strconv"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// DueDate reads Due as a calendar day, at midnight UTC: the last day of what is written, which may
// be a day, a week ("2026-W14"), a month ("March 2026", "2026-03") or a quarter ("Q3 2026"). It is false for an action
// without a due date, for words ("soon"), for a date without a year and for one of two readings.
func (a *Action) DueDate() (time.Time, bool) { return lastDay(a.Due.Value) }

// DueTold says by when the action is due as a sentence does, as exactly as it is written and no more: "by 31 March 2026",
// "in March 2026", "in the third quarter of 2026"; empty where DueDate is false. What is due at the end of a month or a
// quarter, or in a week, is told by its last day.
func (a *Action) DueTold() string {
	day, ok := a.DueDate()
	if !ok {
		return ""
	}
	s := strings.TrimSpace(a.Due.Value)
	s = s[after(s, byLeads):]
	if after(s, dayLeads) == 0 {
		if _, last, ok := period(s); ok && strings.ContainsAny(s, "qQ") {
			return "in the " + [...]string{"first", "second", "third", "fourth"}[(last-1)/3] + day.Format(" quarter of 2006")
		} else if at, read := moment.Read(s); ok || read && !at.Has.Any(moment.HasDay) {
			return day.Format("in January 2006")
		}
	}
	return day.Format("by 2 January 2006")
}

// DueYearless reports whether Due is a day, a month or a quarter but for its year: "end of June".
func (a *Action) DueYearless() bool {
	_, ok := a.DueDate()
	return !ok && isDay(a.Due.Value)
}

func lastDay(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if day, ok := plainDay(s); ok {
		return day, true
	}
	s = s[after(s, byLeads):]
	s = s[after(s, dayLeads):]
	if year, month, ok := period(s); ok {
		return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC), true
	}
	if day, ok := weekEnd(s); ok {
		return day, true
	}
	at, ok := moment.Read(s)
	if !ok || !at.Has.All(moment.HasYear|moment.HasMonth) || at.Month == 0 {
		return time.Time{}, false
	}
	if !at.Has.Any(moment.HasDay) {
		return time.Date(at.Year, at.Month+1, 0, 0, 0, 0, 0, time.UTC), true
	}
	day := time.Date(at.Year, at.Month, at.Day, 0, 0, 0, 0, time.UTC)
	if at.Day == 0 || day.Month() != at.Month {
		return time.Time{}, false // 31 February
	}
	return day, true
}

// weekEnd reads a week as ISO 8601 writes it, "2026-W14", and gives its Sunday.
func weekEnd(s string) (time.Time, bool) {
	if len(s) != len("2026-W14") || s[5]|0x20 != 'w' || s[4] != '-' {
		return time.Time{}, false
	}
	year, err := strconv.Atoi(s[:4])
	week, fault := strconv.Atoi(s[6:])
	if err != nil || fault != nil || week < 1 || week > 53 {
		return time.Time{}, false
	}
	fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC) // always in the first week
	sunday := fourth.AddDate(0, 0, (7-int(fourth.Weekday()))%7)
	return sunday.AddDate(0, 0, 7*(week-1)), true
}

// plainDay reads the form that nearly all due dates have, where nothing about it can be in doubt.
func plainDay(s string) (time.Time, bool) {
	if len(s) != len(time.DateOnly) || s[4] != '-' {
		return time.Time{}, false
	}
	day, err := time.Parse(time.DateOnly, s)
	return day, err == nil && 1970 <= day.Year() && day.Year() < 2100
}

// period reads "2026-03" and, with its quarter and year in either order, "Q3 2026"; the month is
// the last of the quarter.
func period(s string) (year int, last time.Month, ok bool) {
	a, b, ok := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(s, "/", "-"), " ", "-"), "-")
	if !ok {
		return 0, 0, false
	}
	if len(a) == 2 {
		a, b = b, a
	}
	year, err := strconv.Atoi(a)
	if err != nil || len(a) != 4 || len(b) != 2 {
		return 0, 0, false
	}
	if b[0]|0x20 == 'q' && '1' <= b[1] && b[1] <= '4' {
		return year, time.Month(b[1]-'0') * 3, true
	}
	month, err := strconv.Atoi(b)
	return year, time.Month(month), err == nil && 1 <= month && month <= 12
}
