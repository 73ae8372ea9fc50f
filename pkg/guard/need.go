package guard

import (
	"bytes"
	"slices"
	"sync"
)

// needs tells of all recognisers at once in which texts they can find something.
type needs struct {
	words *automaton
	of    []int  // of each word: the recogniser that needs it
	none  []bool // of each recogniser: it needs no word
}

var needed = sync.OnceValue(func() *needs {
	n := &needs{none: make([]bool, len(recognisers()))}
	var words []string
	for i, r := range recognisers() {
		n.none[i] = r.needs == nil
		for _, w := range r.needs {
			words, n.of = append(words, w), append(n.of, i)
		}
	}
	n.words = newAutomaton(words)
	return n
})

// met tells of each recogniser whether a text in lower case has what it needs.
func (n *needs) met(low []byte) []bool {
	met := slices.Clone(n.none)
	n.words.find(low, func(word, _ int) { met[n.of[word]] = true })
	return met
}

func holdsAny(text []byte, words []string) bool {
	if words == nil {
		return true
	}
	for _, w := range words {
		if bytes.Contains(text, []byte(w)) {
			return true
		}
	}
	return false
}
