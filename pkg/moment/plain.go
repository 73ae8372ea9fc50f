package moment

import (
	"strings"
	"time"
)

// plain reads a stamp that is all of s in one of the forms that most cells of tables and most values
// have: 2019-03-28, 11:10 and 2019-03-28 11:10, with seconds, with Z behind the clock. It is false for all
// else, which takes the scanner some twenty times as long.
func plain(s string) (st Stamp, ok bool) {
	clock := s
	if len(s) >= 10 && s[4] == '-' && s[7] == '-' {
		d := Date{pair(s)*100 + pair(s[2:]), time.Month(pair(s[5:])), pair(s[8:])}
		if d.Year < 1970 || d.Year > 2100 || !d.valid() {
			return st, false
		}
		st.Has, st.Year, st.Month, st.Day = HasDate, d.Year, d.Month, d.Day
		switch {
		case len(s) == 10:
			st.place(s, 0, len(s))
			return st, true
		case s[10] != ' ' && s[10] != 'T':
			return st, false
		}
		clock = s[11:]
	}
	clock, zulu := strings.CutSuffix(clock, "Z")
	switch {
	case len(clock) == 8 && clock[5] == ':':
		st.Second = pair(clock[6:])
		st.Has |= HasSeconds
	case len(clock) != 5:
		return st, false
	}
	st.Hour, st.Minute, st.padded = pair(clock), pair(clock[3:]), true
	if clock[2] != ':' || st.Hour > 23 || st.Minute > 59 || st.Second > 59 {
		return st, false
	}
	if st.Has |= HasClock; zulu {
		st.Zone = Zone{Name: "Z", Loc: time.UTC, Fixed: true}
		st.Has |= HasZone
	}
	st.place(s, 0, len(s))
	return st, true
}

// pair is the number that the first two bytes of s write; too much for any part of a stamp if they
// are no digits.
func pair(s string) int {
	a, b := s[0]-'0', s[1]-'0'
	if a > 9 || b > 9 {
		return 1 << 20
	}
	return int(a)*10 + int(b)
}
