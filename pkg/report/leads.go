package report

import (
	"iter"
	"strings"
)

// leads are words that a text may begin with, by their first letter.
type leads [26][]string

func leadsOf(words ...string) *leads {
	l := new(leads)
	for _, w := range words {
		l[w[0]-'a'] = append(l[w[0]-'a'], w)
	}
	return l
}

// has reports whether a word is one of them.
func (l *leads) has(word string) bool {
	for w := range l.of(word) {
		if len(w) == len(word) {
			return true
		}
	}
	return false
}

// of yields the words that a text begins with, in any case.
func (l *leads) of(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if text == "" || text[0]|0x20-'a' >= 26 {
			return
		}
		for _, w := range l[text[0]|0x20-'a'] {
			if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) && !yield(w) {
				return
			}
		}
	}
}
