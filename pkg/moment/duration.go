package moment

import (
	"strings"
	"time"
)

// Duration is a length of time as written.
type Duration struct {
	Text       string // with the words that qualify it: "about 36 hours"
	Start, End int
	// Low and High are equal unless a range is written ("2-3 hours"). They are the numbers as they
	// stand: what "about" allows is for the reader to say, in units of Precision.
	Low, High   time.Duration
	Precision   time.Duration // the smallest unit written, or its part: "34 h" is good to the hour, "1.5 hours" to 6 minutes
	Approximate bool          // "about", "~", "almost", "a bit over"
	Bound       Bound
}

// Bound tells which side of a duration is open.
type Bound uint8

const (
	Exactly Bound = iota
	AtLeast       // "over 3 hours", "at least 3 hours", "3+ hours"
	AtMost        // "less than 10 minutes", "up to an hour", "within 5 minutes"
)

// measures reports whether the number at k, in digits or a word, may begin a length, from what stands
// behind it.
func measures(s string, k int) bool {
	switch {
	case isDigit(s[k]):
		for k++; k < len(s) && (isDigit(s[k]) || (s[k] == ',' || s[k] == '.') && k+1 < len(s) && isDigit(s[k+1])); k++ {
		}
	case isAlpha(s[k]):
		k += len(word(s, k))
	default:
		k += len("½")
	}
	b := wrapped(s, skipBlanks(s, k))
	if b >= len(s) {
		return false
	}
	switch c := s[b]; {
	case isAlpha(c):
		return len(s)-b < 3 || !isAlpha(s[b+1]) || measureHeads.may(s[b:])
	case c >= 0x80, c == '-':
		return true
	case b > k:
		return c == '1'
	default:
		return c == ':' || c == '+' || c == '/'
	}
}

// measureHeads are how the words begin that stand behind a number which measures.
var measureHeads = headsOf("ms millisecond sec second min minute hr hour day week wk quarter half to or of and an")

// readDuration reads one duration at k and what qualifies it before, down to floor.
func readDuration(s string, k, floor int) (Duration, bool) {
	if !countable(s, k) {
		return Duration{}, false
	}
	d := Duration{Start: k}
	q, ok := readQuantity(s, k)
	if !ok {
		return d, false
	}
	if q.idle && !d.qualified(s, k, floor) {
		return d, false
	}
	lone := q
	d.add(q)
	for q.follow {
		b := skipBlanks(s, d.End)
		if b < len(s) && s[b] == ',' {
			if q.article {
				break // "an hour, 41 minutes" says it again
			}
			b = skipBlanks(s, b+1)
		}
		if w := word(s, b); len(w) == 3 && strings.EqualFold(w, "and") {
			b = skipBlanks(s, b+3)
			if strings.EqualFold(word(s, b), "a") && halfFollows(s, b+1) {
				d.Low += q.unit / 2
				d.High += q.unit / 2
				d.Precision = q.unit / 2
				d.End = skipBlanks(s, b+1) + len("half")
				break
			}
		}
		next, ok := readQuantity(s, b)
		if !ok || next.unit >= q.unit || next.idle || next.low != next.high || b == d.End && !isDigit(s[b]) {
			break
		}
		q = next
		d.add(q)
	}
	if lone.unit == q.unit && lone.short && !readsAsTime(s, lone, d.End) {
		return d, false
	}
	d.qualified(s, k, floor)
	d.Text = s[d.Start:d.End]
	return d, true
}

func (d *Duration) add(q quantity) {
	d.Low += q.low
	d.High += q.high
	d.Precision = q.precision
	d.End = q.end
	if q.more {
		d.Bound = AtLeast
	}
}

// countable reports whether a number that stands on its own may begin at k.
func countable(s string, k int) bool {
	if k == 0 {
		return true
	}
	c := s[k-1]
	switch c {
	case '_', '/', '$', '#', '+', '-', '@', '&', '\\', '%', '=':
		return false
	case '.', ':', ',':
		return k < 2 || !isDigit(s[k-2])
	case 0x93, 0x94: // the last byte of an en or em dash, with a number before it
		return !(k >= 4 && dash(s, k-3) == 3 && isDigit(s[k-4]))
	}
	return !isAlnum(c)
}

// readsAsTime keeps "5m users" and "5 m of cable" apart from five minutes: a single letter is a unit
// only where it stands at its number and counts nothing.
func readsAsTime(s string, q quantity, end int) bool {
	if q.spaced && s[end-1]|0x20 != 'h' && s[end-1] != 's' {
		return false
	}
	if q.spaced && s[end-1] == 's' && end < len(s) && (s[end] >= 0x80 || s[end] == '\'') {
		return false
	}
	if s[end-1] != 'm' {
		return true
	}
	switch w := word(s, skipBlanks(s, end)); strings.ToLower(w) {
	case "users", "requests", "records", "rows", "events", "messages", "customers", "people", "packets", "hits", "downloads",
		"lines", "installs", "monthly", "daily", "jobs", "usd", "eur", "dollars", "tokens", "accounts", "objects", "keys", "files":
		return false
	}
	return true
}

// quantity is a number, or a range of numbers, with one unit.
type quantity struct {
	low, high, unit, precision time.Duration
	end                        int
	short                      bool // the unit is a single letter
	spaced                     bool // with a blank before it
	article                    bool // the number is "a" or "an"
	follow                     bool // a smaller unit may follow
	more                       bool // "3+ hours"
	idle                       bool // "a minute", "a day": only with a word before it that measures
}

// readQuantity reads a number and its unit at k.
func readQuantity(s string, k int) (quantity, bool) {
	n, ok := readNumber(s, k)
	if !ok {
		return quantity{}, false
	}
	if n.clock {
		return clockQuantity(s, k, n)
	}
	to := n
	e := n.end
	if n.plain {
		if b, ok := rangeMark(s, k, e); ok {
			if m, ok := readNumber(s, b); ok && m.plain && m.value > n.value {
				to, e = m, m.end
			}
		} else if u := skipUnit(s, e); u > 0 { // 1h-2h, 2 hours to 3 hours
			if b, ok := rangeMark(s, k, u); ok {
				if m, ok := readNumber(s, b); ok && m.plain && unitAt(s, m.end) == unitAt(s, e) && m.value > n.value {
					to, e = m, m.end
				}
			}
		}
	}
	more := false
	if e < len(s) && s[e] == '+' {
		more = true
		e++
	}
	b := skipBlanks(s, e)
	if b == e && b < len(s) && dash(s, b) > 0 {
		b += dash(s, b)
	}
	if n.of {
		b = skipBlanks(s, b)
		if w := word(s, b); strings.EqualFold(w, "of") {
			b = skipBlanks(s, b+2)
		}
		if w := word(s, b); strings.EqualFold(w, "a") || strings.EqualFold(w, "an") {
			b = skipBlanks(s, b+len(w))
		}
	}
	if n.digits || n.plain {
		b = wrapped(s, b)
	}
	u := word(s, b)
	unit := unitOf(u)
	end := b + len(u)
	if unit == 0 || end < len(s) && (isDigit(s[end]) && len(u) > 1 || s[end] == '_') {
		return quantity{}, false
	}
	if longest := 100 * 365 * day; time.Duration(to.value/to.scale) > longest/unit {
		return quantity{}, false
	}
	if !n.digits && len(u) < 3 || n.article && unit == time.Second {
		return quantity{}, false // "for a second time"
	}
	q := quantity{unit: unit, end: end, short: len(u) == 1, spaced: b > e, more: more, article: n.article, idle: n.article && !strings.EqualFold(u, "hour"), follow: unit > time.Second}
	q.low, q.high = n.times(unit), to.times(unit)
	q.precision = to.precision(unit)
	return q, true
}

// clockQuantity reads "3:45 hours" and "1:30 minutes". "At 16:25 hours" is a time of day.
func clockQuantity(s string, k int, n count) (quantity, bool) {
	for _, w := range [...]string{"at", "from", "since", "until", "by"} {
		if wordBefore(s, k, 0, w) < k {
			return quantity{}, false
		}
	}
	b := skipBlanks(s, n.end)
	u := word(s, b)
	unit := unitOf(u)
	if unit != time.Hour && unit != time.Minute || len(u) < 1 || n.seconds && unit != time.Hour {
		return quantity{}, false
	}
	if n.value > 9999 {
		return quantity{}, false
	}
	q := quantity{unit: unit, end: b + len(u), precision: unit / 60}
	q.low = time.Duration(n.value)*unit + time.Duration(n.minutes)*unit/60 + time.Duration(n.secs)*time.Second
	if n.seconds {
		q.precision = time.Second
	}
	q.high = q.low
	return q, true
}

// rangeMark moves past what stands at k between the two numbers of a range that begins at start.
// "and" joins two separate things unless "between" stands before them.
func rangeMark(s string, start, k int) (int, bool) {
	b := skipBlanks(s, k)
	if d := dash(s, b); d > 0 {
		return skipBlanks(s, b+d), true
	}
	w := word(s, b)
	if b > k && (strings.EqualFold(w, "to") || strings.EqualFold(w, "or") || strings.EqualFold(w, "and") && wordBefore(s, start, 0, "between") < start) {
		return skipBlanks(s, b+len(w)), true
	}
	return 0, false
}

// wrapped moves over a line break at k between a number and its unit, if the unit is a word: "45\nminutes".
func wrapped(s string, k int) int {
	if k >= len(s) || s[k] != '\n' {
		return k
	}
	b := skipBlanks(s, k+1)
	if w := word(s, b); len(w) < 3 || !isLower(w[0]) || unitOf(w) == 0 {
		return k
	}
	return b
}

func unitAt(s string, k int) time.Duration { return unitOf(word(s, skipBlanks(s, k))) }

func skipUnit(s string, k int) int {
	b := skipBlanks(s, k)
	w := word(s, b)
	if unitOf(w) == 0 {
		return 0
	}
	return b + len(w)
}

func halfFollows(s string, k int) bool {
	b := skipBlanks(s, k)
	return b > k && strings.EqualFold(word(s, b), "half")
}
