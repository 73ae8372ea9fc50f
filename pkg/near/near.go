// Package near finds what somebody meant who typed a name that does not exist.
//
// It serves every place that reads names: commands, flags, rules, configuration keys, front matter.
// It proposes nothing rather than something far-fetched.
package near

import (
	"math/bits"
	"strings"
)

// Match gives the known name that is nearest to word, and false if none is near enough: one slip
// (a letter too many, too few, wrong, or two exchanged) in a name of up to four letters, two up to
// nine, three beyond; a name of two letters may lack its third. Case, blanks, "_" and "-" do not count, and what is called by a path may be named by its
// last part: "Amsterdam" is Europe/Amsterdam. Between equals the first wins.
func Match(word string, known []string) (string, bool) {
	w := fold(word)
	best, least := "", len(w)+1
	for _, k := range known {
		f := fold(k)
		if i := strings.LastIndexByte(f, '/'); i >= 0 && f[i+1:] == w {
			return k, true
		}
		if len(w) == 2 && len(f) == 3 && strings.HasPrefix(f, w) {
			return k, true
		}
		if n := len(f) - len(w); max(n, -n) > slips(len(w)) || bits.OnesCount32(letters(w)^letters(f)) > 2*slips(len(w)) {
			continue // each slip changes the length by one at most, and takes one letter for another
		}
		if d := distance(w, f, slips(len(w))); d < least {
			best, least = k, d
		}
	}
	if best == "" || least > slips(len(w)) {
		return "", false
	}
	return best, true
}

// Hint is the line that proposes the nearest known name: `did you mean "title"?`; empty if none is
// near.
func Hint(word string, known []string) string {
	if m, ok := Match(word, known); ok {
		return `did you mean "` + m + `"?`
	}
	return ""
}

func slips(n int) int {
	switch {
	case n <= 2:
		return 0
	case n <= 4:
		return 1
	case n <= 9:
		return 2
	}
	return 3
}

func fold(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// letters is the set of those in a word, each by the last bits of its code.
func letters(s string) (set uint32) {
	for i := range len(s) {
		set |= 1 << (s[i] % 32)
	}
	return set
}

// longest bounds the work for a word that no name of ours can be near to.
const longest = 64

// distance counts insertions, deletions, substitutions and exchanges of neighbours (the optimal
// string alignment distance), in bytes: names are ASCII, and a word that is not is far anyway. Once
// it is sure to be more than most, it is not worked out any further.
func distance(a, b string, most int) int {
	if len(a) > longest || len(b) > longest {
		return longest
	}
	var rows [3][longest + 1]int
	for j := range len(b) + 1 {
		rows[1][j] = j
	}
	last := 0 // the least of the row above
	for i := 1; i <= len(a); i++ {
		before, above, row := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most && last > most {
			return longest // an exchange looks back two rows
		}
		last = least
	}
	return rows[(len(a)+1)%3][len(b)]
}

// OneOf lists names as a sentence does: "text, json or sarif".
func OneOf(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}
