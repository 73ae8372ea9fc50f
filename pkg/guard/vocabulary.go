package guard

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed vocabulary.txt
var vocabulary string

// listed is the set of the words that stand in vocabulary.txt under a heading, read when it is first asked for.
func listed(heading string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		_, list, _ := strings.Cut(vocabulary, "\n["+heading+"]\n")
		list, _, _ = strings.Cut(list, "\n[")
		return set(list)
	})
}

// words is the set of a list's words, made when it is first asked for: the program's start, whatever
// the command, should not pay for it.
func words(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return set(list) })
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
