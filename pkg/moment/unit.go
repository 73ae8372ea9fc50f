package moment

import "time"

const day = 24 * time.Hour

// unitOf is the length of the unit a word names, 0 if it names none. Months and years have no
// fixed length and are not units here.
func unitOf(w string) time.Duration {
	if len(w) == 1 {
		switch w[0] {
		case 's':
			return time.Second
		case 'm':
			return time.Minute
		case 'h':
			return time.Hour
		case 'd':
			return day
		}
		return 0
	}
	if len(w) > 12 {
		return 0
	}
	var b [12]byte
	switch string(fold(b[:], w)) {
	case "ms", "millisecond", "milliseconds":
		return time.Millisecond
	case "sec", "secs", "second", "seconds":
		return time.Second
	case "min", "mins", "minute", "minutes":
		return time.Minute
	case "hr", "hrs", "hour", "hours":
		return time.Hour
	case "day", "days":
		return day
	case "week", "weeks", "wk", "wks":
		return 7 * day
	}
	return 0
}
