// Package sieve searches with regular expressions only where a match can be.
//
// Most expressions hold a text that stands in each of their matches, "port" in `\bports? (\d+)`, and no match that
// goes over more than a few blanks or line ends. Both are read from the expression itself. Where none of its texts
// stands it is not tried, and around one that does only as far as a match can reach: a page of 10 KB is searched
// with a hundred expressions in the time that one takes for all of it.
//
// The promise: what is found is what the expression finds in the whole text, in the same order.
package sieve

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
)

// Regexp is a regular expression whose FindAll methods for places look only where a match can be. Its other
// methods are those of package regexp.
type Regexp struct {
	*regexp.Regexp
	plan func() *plan
}

// MustCompile compiles an expression, and panics if it is none.
func MustCompile(expr string) *Regexp {
	return &Regexp{regexp.MustCompile(expr), sync.OnceValue(func() *plan { return planOf(expr) })}
}

// FindAllIndex is that of package regexp.
func (x *Regexp) FindAllIndex(text []byte, n int) [][]int {
	return all(x, text, n, x.Regexp.FindAllIndex)
}

// FindAllStringIndex is that of package regexp.
func (x *Regexp) FindAllStringIndex(text string, n int) [][]int {
	return all(x, text, n, x.Regexp.FindAllStringIndex)
}

// FindAllSubmatchIndex is that of package regexp.
func (x *Regexp) FindAllSubmatchIndex(text []byte, n int) [][]int {
	return all(x, text, n, x.Regexp.FindAllSubmatchIndex)
}

// FindAllStringSubmatchIndex is that of package regexp.
func (x *Regexp) FindAllStringSubmatchIndex(text string, n int) [][]int {
	return all(x, text, n, x.Regexp.FindAllStringSubmatchIndex)
}

// short is the length of texts of which no part is worth looking for.
const short = 32

func all[T string | []byte](x *Regexp, text T, n int, find func(T, int) [][]int) [][]int {
	if n >= 0 || len(text) < short {
		return find(text, n)
	}
	p := x.plan()
	if p == nil || p.folds && oddlyCased(text) {
		return find(text, n)
	}
	var out [][]int
	windows(p, text, func(from, to int) {
		for _, m := range find(text[from:to], -1) {
			for k := range m {
				if m[k] >= 0 {
					m[k] += from
				}
			}
			out = append(out, m)
		}
	})
	return out
}

// oddlyCased reports whether a text has one of the two characters outside ASCII whose other case is in it: the sign of
// Kelvin and the long s.
func oddlyCased[T string | []byte](text T) bool {
	switch t := any(text).(type) {
	case string:
		return strings.Contains(t, "\u212a") || strings.Contains(t, "\u017f")
	case []byte:
		return bytes.Contains(t, []byte("\u212a")) || bytes.Contains(t, []byte("\u017f"))
	}
	return true
}

// windows gives the parts of a text in which a match can be, in order and apart. A match holds a literal, and a window
// all that a match can reach around one, so that matches that overlap in the text are in one window. The time it takes
// grows with the text: the reach of no more than mostBlanks words, or of mostLines lines, overlaps.
func windows[T string | []byte](p *plan, text T, each func(from, to int)) {
	start, stop := 0, -1
	give := func() {
		if stop-start >= p.least {
			each(start, stop)
		}
	}
	for at := next(p, text, 0); at >= 0; {
		from, to := reach(p, text, at, stop)
		if from >= stop {
			give()
			start = from
		}
		if stop = to; stop == len(text) {
			break
		}
		for at++; at < len(text) && !p.parts(text[at]); at++ { // what stands up to there reaches as far
		}
		at = next(p, text, at)
	}
	give()
}

// next gives the place of the first literal at or after i, or -1. Where any word may be a match its first letter is one.
func next[T string | []byte](p *plan, text T, i int) int {
	for ; i < len(text); i++ {
		if p.literals == nil {
			if !blank(text[i]) {
				return i
			}
			continue
		}
		for _, l := range p.literals[text[i]] {
			if stands(l, text[i:]) {
				return i
			}
		}
	}
	return -1
}

func stands[T string | []byte](l literal, text T) bool {
	if len(text) < len(l.text) {
		return false
	}
	for i := range len(l.text) {
		if c := text[i]; c != l.text[i] && !(l.folds && lower(c) == l.text[i]) {
			return false
		}
	}
	return true
}

// reach gives how far a match can go that holds a byte of a text; not further back than into what ends at stop.
func reach[T string | []byte](p *plan, text T, at, stop int) (from, to int) {
	blanks, lines := p.blanks, p.lines
	within := func(c byte) bool {
		if blank(c) {
			blanks--
		}
		if c == '\n' {
			lines--
		}
		return blanks >= 0 && lines >= 0
	}
	from, to = at, at+1
	for from > 0 && from >= stop && within(text[from-1]) {
		from--
	}
	blanks, lines = p.blanks, p.lines
	for to < len(text) && within(text[to]) {
		to++
	}
	if p.edges { // the blank is taken in, so that no window but the first and the last has an edge of the text
		from, to = max(0, from-1), min(len(text), to+1)
	}
	return from, to
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}
