package moment

import (
	"strconv"
	"strings"
	"time"
)

// Length writes a length of time for people, in the two or three units that matter: "45 s",
// "34 h 22 min", "3 d 4 h". Hours run up to 48, since incidents are told in hours; a minute of an
// hour matters and a minute of a day does not. A negative length has a minus sign.
func Length(d time.Duration) string {
	if d < 0 {
		return "-" + Length(-d)
	}
	days, hours, minutes, seconds := int(d/day), int(d/time.Hour), int(d%time.Hour/time.Minute), int(d%time.Minute/time.Second)
	var parts []string
	part := func(n int, unit string) {
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+unit)
		}
	}
	switch {
	case hours > 48:
		part(days, "d")
		part(int(d%day/time.Hour), "h")
	case hours > 0:
		part(hours, "h")
		part(minutes, "min")
	case minutes > 0:
		part(minutes, "min")
		part(seconds, "s")
	case seconds > 0:
		part(seconds, "s")
	case d >= time.Millisecond:
		part(int(d/time.Millisecond), "ms")
	}
	if len(parts) == 0 {
		return "0 min"
	}
	return strings.Join(parts, " ")
}

// Lengths writes bounds: one length where they agree, "10 to 15 min" where they do not.
func Lengths(low, high time.Duration) string {
	a, b := Length(low), Length(high)
	if a == b {
		return a
	}
	if x, u, ok := strings.Cut(a, " "); ok && strings.HasSuffix(b, " "+u) && !strings.Contains(u, " ") && strings.Count(b, " ") == 1 {
		a = x
	}
	return a + " to " + b
}
