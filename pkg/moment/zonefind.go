package moment

import "strings"

// FindZone looks for the zone that a heading, a table header or a sentence states for the times
// around it: "Timeline (times in CEST)", "Time [UTC]", "All times are Pacific." The zone of a single
// time, as in "the alert at 10:00 UTC", is not one. It gives the place of the name in s.
func FindZone(s string) (z Zone, start, end int, ok bool) {
	if z, ok := ParseZone(s); ok {
		start = skipBlanks(s, 0)
		return z, start, start + len(z.Name), true
	}
	stated := statesTimes(s)
	for k := 0; k < len(s); {
		if !isAlpha(s[k]) && s[k] != '+' {
			k++
			continue
		}
		bracket := k > 0 && (s[k-1] == '(' || s[k-1] == '[')
		how := loose
		if bracket || stated || ok {
			how = strict
		}
		if end := exception(s, k); end > k {
			k = end
			continue
		}
		next, n := readZone(s, k, how)
		switch {
		case n == 0:
			k = skipToken(s, k)
			continue
		case ok:
			if meant := z.as(next); meant.Known() {
				return meant, start, end, true
			}
		case afterClock(s, k):
		case bracket && k+n < len(s) && (s[k+n] == ')' || s[k+n] == ']'),
			stated && s[k] != '+' && (delimits(s, k+n) || introduced(s, k)),
			longName(s[k : k+n]):
			z, start, end, ok = next, k, k+n, true
			if z.Known() {
				return z, start, end, true
			}
		}
		k += n
	}
	return z, start, end, ok // if it was found and is ambiguous, nothing behind it says what it means
}

// as is the meaning of an ambiguous zone that a second name for it, "(IST, Indian Standard Time)",
// leaves; zero if that fits none.
func (z Zone) as(o Zone) Zone {
	if m := z.in(o.Loc); m.Known() {
		return m
	}
	for _, m := range z.Ambiguous {
		if o.Fixed && m.Offset == o.Offset {
			return Zone{Name: z.Name, Loc: location(m.Region), Fixed: true, Offset: m.Offset}
		}
	}
	return Zone{}
}

// introduced reports whether a word that leads up to a zone stands before k: "times in UTC".
func introduced(s string, k int) bool {
	for _, w := range [...]string{"in", "are", "is", "as", "to", "times", "timestamps", "timezone", "zone", "use"} {
		if wordBefore(s, k, 0, w) < k {
			return true
		}
	}
	return false
}

// longName tells names that no sentence holds by accident.
func longName(name string) bool {
	return strings.Contains(name, "/") || len(name) > 5 && strings.HasSuffix(strings.ToLower(name), " time")
}

// statesTimes reports whether a sentence speaks of times or zones at all.
func statesTimes(s string) bool {
	for k := 0; k < len(s); {
		if !isAlpha(s[k]) {
			k++
			continue
		}
		w := word(s, k)
		k += len(w)
		if len(w) >= 4 && len(w) <= 10 {
			switch strings.ToLower(w) {
			case "time", "times", "timezone", "timezones", "timestamp", "timestamps", "zone", "tz", "clock", "clocks", "timeline", "hours":
				return true
			}
		} else if strings.EqualFold(w, "tz") {
			return true
		}
	}
	return false
}

// exception is the end of a clause at k that says for which times a statement does not hold: "unless it says UTC",
// "except where UTC is given"; k if there is none.
func exception(s string, k int) int {
	switch strings.ToLower(word(s, k)) {
	case "unless", "except", "excepting":
		if n := strings.IndexAny(s[k:], ",.;:)]\n"); n >= 0 {
			return k + n
		}
		return len(s)
	}
	return k
}

// afterClock reports whether what stands at k directly follows a digit or am/pm, and so is the zone
// of one time only.
func afterClock(s string, k int) bool {
	for k > 0 && (s[k-1] == ' ' || s[k-1] == '(' || s[k-1] == '*') {
		k--
	}
	if k >= 2 && (s[k-1]|0x20 == 'm') && (s[k-2]|0x20 == 'a' || s[k-2]|0x20 == 'p') {
		k -= 2
		for k > 0 && s[k-1] == ' ' {
			k--
		}
	}
	return k > 0 && isDigit(s[k-1])
}
