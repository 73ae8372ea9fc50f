package moment

import (
	"strings"
	"time"
)

// count is a number before a unit, as a fraction value/scale.
type count struct {
	value, scale int
	end          int
	digits       bool // written in digits
	plain        bool // may begin a range
	of           bool // "half", "a quarter": may be followed by "of", "a", "an"
	article      bool // "a", "an"
	clock        bool // 3:45
	minutes      int
	secs         int
	seconds      bool
}

// times is so many units.
func (c count) times(unit time.Duration) time.Duration {
	return unit / time.Duration(c.scale) * time.Duration(c.value)
}

func (c count) precision(unit time.Duration) time.Duration { return unit / time.Duration(c.scale) }

// readNumber reads 18, 1.5, 1,500, 1½, 3:45, "two", "half", "a" at k. Numbers of more than six
// digits measure nothing that people time.
func readNumber(s string, k int) (count, bool) {
	if k >= len(s) {
		return count{}, false
	}
	if !isDigit(s[k]) {
		if v, n := fraction(s, k); n > 0 {
			return count{value: v, scale: 4, end: k + n, of: true}, true
		}
		return numberWord(s, k)
	}
	v, n := number(s, k, 6)
	if n == 0 {
		return count{}, false
	}
	c := count{value: v, scale: 1, end: k + n, digits: true, plain: true}
	e := c.end
	if f, fn := fraction(s, skipBlanks(s, e)); fn > 0 && f > 0 {
		return count{value: v*4 + f, scale: 4, end: skipBlanks(s, e) + fn, digits: true}, true
	}
	switch {
	case e+1 >= len(s) || !isDigit(s[e+1]):
	case s[e] == ':':
		m, mn := number(s, e+1, 2)
		if mn != 2 || m > 59 {
			return count{}, false
		}
		c.clock, c.minutes, c.end = true, m, e+3
		if sec, sn := number(s, e+4, 2); e+3 < len(s) && s[e+3] == ':' && sn == 2 && sec < 60 {
			c.secs, c.seconds, c.end = sec, true, e+6
		}
	case s[e] == ',':
		m, mn := number(s, e+1, 3)
		if mn == 3 && n <= 3 {
			c.value, c.end = v*1000+m, e+4
		} else if mn == 1 {
			c.value, c.scale, c.end = v*10+m, 10, e+2
		}
	case s[e] == '.':
		m, mn := number(s, e+1, 3)
		if mn == 0 || e+1+mn < len(s) && s[e+1+mn] == '.' && e+2+mn < len(s) && isDigit(s[e+2+mn]) {
			return count{}, false
		}
		for range mn {
			c.scale *= 10
		}
		c.value, c.end = v*c.scale+m, e+1+mn
	}
	if c.value > 1e8 {
		return count{}, false
	}
	return c, true
}

// fraction reads ½, ¼ and ¾ as quarters.
func fraction(s string, k int) (quarters, n int) {
	if k+1 < len(s) && s[k] == 0xC2 {
		switch s[k+1] {
		case 0xBC:
			return 1, 2
		case 0xBD:
			return 2, 2
		case 0xBE:
			return 3, 2
		}
	}
	if strings.HasPrefix(s[k:], "1/2") && (k+3 == len(s) || !isDigit(s[k+3])) {
		return 2, 3
	}
	return 0, 0
}

// numberWord reads one to twelve and the round numbers up to ninety in words, with the fractions
// people use for times.
func numberWord(s string, k int) (count, bool) {
	w := word(s, k)
	c := count{scale: 1, end: k + len(w), plain: true}
	switch {
	case len(w) > 7 || len(w) == 0:
		return count{}, false
	case len(w) <= 2:
		if w[0]|0x20 != 'a' || len(w) == 2 && w[1]|0x20 != 'n' {
			return count{}, false
		}
		c.value, c.article = 1, true
		b := skipBlanks(s, c.end)
		next := word(s, b)
		switch {
		case strings.EqualFold(next, "half"):
			return count{value: 1, scale: 2, end: b + 4, of: true}, true
		case strings.EqualFold(next, "quarter"):
			return count{value: 1, scale: 4, end: b + 7, of: true}, true
		case strings.EqualFold(next, "couple"):
			return count{}, false
		}
		c.plain = false
		return c, true
	}
	var b [7]byte
	switch string(fold(b[:], w)) {
	case "half":
		return count{value: 1, scale: 2, end: c.end, of: true}, true
	case "one":
		c.value = 1
	case "two":
		c.value = 2
	case "three":
		c.value = 3
	case "four":
		c.value = 4
	case "five":
		c.value = 5
	case "six":
		c.value = 6
	case "seven":
		c.value = 7
	case "eight":
		c.value = 8
	case "nine":
		c.value = 9
	case "ten":
		c.value = 10
	case "eleven":
		c.value = 11
	case "twelve":
		c.value = 12
	case "fifteen":
		c.value = 15
	case "twenty":
		c.value = 20
	case "thirty":
		c.value = 30
	case "forty":
		c.value = 40
	case "fifty":
		c.value = 50
	case "sixty":
		c.value = 60
	case "ninety":
		c.value = 90
	default:
		return count{}, false
	}
	return c.quarters(s).andHalf(s), true
}

// fold writes the letters of a word into b in lower case.
func fold(b []byte, w string) []byte {
	for i := range len(w) {
		b[i] = w[i] | 0x20
	}
	return b[:len(w)]
}

// quarters reads "three quarters" and "three-quarters", of an hour.
func (c count) quarters(s string) count {
	if c.value > 3 {
		return c
	}
	b := skipBlanks(s, c.end)
	if b < len(s) && s[b] == '-' {
		b++
	}
	if w := word(s, b); strings.EqualFold(w, "quarters") || strings.EqualFold(w, "quarter") {
		return count{value: c.value, scale: 4, end: b + len(w), of: true}
	}
	return c
}

// andHalf reads "one and a half".
func (c count) andHalf(s string) count {
	b := skipBlanks(s, c.end)
	if !strings.EqualFold(word(s, b), "and") {
		return c
	}
	b = skipBlanks(s, b+3)
	if strings.EqualFold(word(s, b), "a") && halfFollows(s, b+1) {
		return count{value: c.value*2 + 1, scale: 2, end: skipBlanks(s, b+1) + 4}
	}
	return c
}
