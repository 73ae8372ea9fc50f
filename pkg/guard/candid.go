package guard

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed candid.txt
var candidText string

// remark is what somebody can be candid about, and the constructions in which it is said. Customers may be told the same, so
// that none is refused; only who publishes can say.
type remark struct {
	on   string
	says map[string][]construction // by the words with which they begin
}

// remarks are read from candid.txt.
var remarks = sync.OnceValue(func() (out []remark) {
	eachConstruction(func(on, says, _ string) {
		if len(out) == 0 || out[len(out)-1].on != on {
			out = append(out, remark{on, map[string][]construction{}})
		}
		k := constructed(says)
		for _, w := range k.begins() {
			of := out[len(out)-1].says
			of[w] = append(of[w], k)
		}
	})
	return out
})

// eachConstruction gives those of candid.txt with what they are about and their examples.
func eachConstruction(f func(on, says, example string)) {
	on := ""
	for line := range strings.Lines(candidText) {
		says, example, _ := strings.Cut(strings.TrimSpace(line), "#")
		if heading, ok := strings.CutPrefix(says, "["); ok {
			on = strings.TrimSuffix(heading, "]")
		} else if says != "" {
			f(on, says, example)
		}
	}
}

// candid gives what a text says in one of the ways of a remark, with the rest of its clause, but for what is said of the
// things of those who read it.
func (t *told) candid(r remark) []match {
	var out []match
	for _, c := range t.said {
		for i := 0; i < len(c); i++ {
			for _, k := range r.says[c[i].low] {
				end := k.ends(c, i)
				if end < 0 || c.ofReaders(i, end) {
					continue
				}
				last := min(len(c), end+wordsAfter)
				out = append(out, match{t.wholeFrom(c[i].start), c[last-1].end})
				i = last - 1
				break
			}
		}
	}
	return out
}

// wholeFrom is the beginning of the compound that a word ends: that of "on-call", of which clauses have two words.
func (t *told) wholeFrom(at int) int {
	for at > 1 && t.text[at-1] == '-' && letter(t.text[at-2]) {
		for at--; at > 0 && letter(t.text[at-1]); {
			at--
		}
	}
	return at
}

// wordsAfter is how much of a clause is told behind what is candid in it.
const wordsAfter = 6

// ofReaders reports whether a stretch of a clause, with a few words around it, speaks of customers or of what is theirs.
func (c clause) ofReaders(from, to int) bool {
	for _, w := range c[max(0, from-4):min(len(c), to+2)] {
		if reader()[w.low] {
			return true
		}
	}
	return false
}

var reader = words("you your yours yourself customer customers user users subscriber subscribers merchant merchants visitor visitors")
