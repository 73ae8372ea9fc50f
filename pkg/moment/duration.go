package moment

import (
	"strings"
	"time"
)

// Duration is a length of time as written. Low and High are equal when it is exact.
type Duration struct {
	Text        string
	Start, End  int
	Low, High   time.Duration
	Precision   time.Duration // the smallest unit written: "34 h" is good to the hour
	Approximate bool          // "about", "~", "almost"
	Numeric     bool          // in digits; false for "half an hour", "two days"
}

// FindDurations gives the lengths of time stated in s, in order and apart from each other.
func FindDurations(s string) []Duration {
	var out []Duration
	for k := 0; k < len(s); {
		c := s[k]
		if !isDigit(c) && !isAlpha(c) {
			k++
			continue
		}
		if d, ok := readDuration(s, k); ok {
			out = append(out, d)
			k = d.End
			continue
		}
		k = skipToken(s, k)
	}
	return out
}

// readDuration reads one duration at k, the start of a word or of a number.
func readDuration(s string, k int) (Duration, bool) {
	if k > 0 && !begins(s, k) && s[k-1] != '~' {
		return Duration{}, false
	}
	d := Duration{Start: k}
	e := k
	for first := true; ; first = false {
		b := skipBlanks(s, e)
		if !first {
			if b < len(s) && s[b] == ',' {
				b = skipBlanks(s, b+1)
			}
			if w := word(s, b); strings.EqualFold(w, "and") {
				b = skipBlanks(s, b+3)
			}
		}
		low, high, unit, end := quantity(s, b)
		if end == 0 || !first && unit >= d.Precision {
			break
		}
		d.Numeric = d.Numeric || isDigit(s[b])
		d.Low, d.High, d.Precision = d.Low+low, d.High+high, unit
		e = end
	}
	if e == k {
		return d, false
	}
	d.End = e
	d.Text = s[k:e]
	return d, true
}

// quantity reads a number and its unit.
func quantity(s string, k int) (low, high, unit time.Duration, end int) {
	n, w := number(s, k, 6)
	if w == 0 {
		return 0, 0, 0, 0
	}
	e := k + w
	b := skipBlanks(s, e)
	if b == e && e < len(s) && s[e] == '-' {
		b = e + 1
	}
	u := word(s, b)
	if unit = unitOf(u); unit == 0 {
		return 0, 0, 0, 0
	}
	v := time.Duration(n) * unit
	return v, v, unit, b + len(u)
}
