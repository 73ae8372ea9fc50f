package edition

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

//go:embed names.txt
var nameList string

// ordinary reports whether a word, in lower case, is of the everyday language of reports: it gives
// nothing away, whoever else uses it.
func ordinary(word string) bool { return sortedHas(wordList, word) }

// english reports whether a word, in lower case, is ordinary or made from an ordinary one in a usual
// way: "throttled" from "throttle", "unreachable" from "reach".
func english(word string) bool {
	if ordinary(word) {
		return true
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) >= 3 && stemmed(rest) {
			return true
		}
	}
	return stemmed(word)
}

// stemmed reports whether a word is ordinary without one of its endings.
func stemmed(word string) bool {
	if ordinary(word) {
		return true
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(word, e.end)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, by := range e.by {
			if ordinary(stem + by) {
				return true
			}
		}
		if n := len(stem); stem[n-1] == stem[n-2] && ordinary(stem[:n-1]) { // "stopped"
			return true
		}
	}
	return false
}

var prefixes = []string{"re", "un", "in", "im", "dis", "mis", "over", "under", "pre", "non", "de", "co", "sub", "inter", "auto", "multi", "anti"}

var endings = []struct {
	end string
	by  []string
}{
	{"s", []string{""}}, {"es", []string{""}}, {"ies", []string{"y"}}, {"ed", []string{"", "e"}}, {"ied", []string{"y"}},
	{"ing", []string{"", "e"}}, {"ings", []string{"", "e"}}, {"ly", []string{"", "le"}}, {"ily", []string{"y"}}, {"ally", []string{""}},
	{"er", []string{"", "e"}}, {"ers", []string{"", "e"}}, {"est", []string{"", "e"}}, {"ion", []string{"", "e"}}, {"ions", []string{"", "e"}},
	{"ation", []string{"", "e"}}, {"ations", []string{"", "e"}}, {"ment", []string{""}}, {"ments", []string{""}}, {"able", []string{"", "e"}},
	{"ness", []string{""}}, {"iness", []string{"y"}}, {"ity", []string{"", "e"}}, {"al", []string{"", "e"}}, {"ive", []string{"", "e"}}, {"ful", []string{""}}, {"less", []string{""}},
}

// allEnglish reports whether every part of a compound is an English word or one of its prefixes.
func allEnglish(compound string) bool {
	for _, w := range strings.Split(strings.ToLower(compound), "-") {
		if !english(w) && !slices.Contains(prefixes, w) {
			return false
		}
	}
	return true
}

// givenName reports whether a word, in lower case, is a usual first name.
func givenName(word string) bool { return sortedHas(nameList, word) }

// NameOf says of a word, as written, whether it is a usual first name, and whether it may be a name at
// all: with one capital, and no word of the language.
func NameOf(word string) (given, may bool) {
	low := strings.ToLower(word)
	if word == "" || word == low || word[1:] != low[1:] {
		return false, false
	}
	given = givenName(low)
	return given, given || !english(low)
}

// sortedHas reports whether a word is in a list in alphabetical order with blanks between the words. It is
// searched where it lies: a set of ten thousand words takes longer to make than a report to check.
func sortedHas(list, word string) bool {
	for from, to := 0, len(list); from < to; {
		start := (from + to) / 2
		for start > from && list[start-1] > ' ' {
			start--
		}
		end := start
		for end < to && list[end] > ' ' {
			end++
		}
		switch c := strings.Compare(list[start:end], word); {
		case c == 0:
			return end > start
		case c < 0:
			for from = end; from < to && list[from] <= ' '; {
				from++
			}
		default:
			to = start
		}
	}
	return false
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

// allOrdinary reports whether a text is made of ordinary words alone, whatever stands between them.
// Letters alone make words: a digit makes a text special.
func allOrdinary(text string) bool {
	for _, w := range parts(text) {
		if !ordinary(w) && len(w) > 1 {
			return false
		}
	}
	return !strings.ContainsAny(text, "0123456789")
}

// everyday reports whether a name is a plain description in ordinary words, "search" or "management
// interface": it is no more internal than the words are.
func everyday(name string) bool { return allOrdinary(name) && !strings.ContainsAny(name, "-_./:@#") }

// parts splits a text into its words, in lower case: at everything that is not a letter or a digit,
// between a digit and a letter, and at the humps of camelCase.
func parts(text string) []string {
	var out []string
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, strings.ToLower(text[from:to]))
		}
		from = to
	}
	for i := range len(text) {
		c := text[i]
		switch {
		case keyByte(c) == 0:
			cut(i)
			from = i + 1
		case i == from:
		case i > 0 && kindOf(text[i-1]) != kindOf(c) && !(upper(text[i-1]) && !upper(c) && letter(c) && (i < 2 || i-1 == from)):
			cut(i)
		}
	}
	cut(len(text))
	return out
}

func upper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func number(c byte) bool { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// kindOf tells upper case, digits and other letters apart.
func kindOf(c byte) int {
	switch {
	case upper(c):
		return 1
	case number(c):
		return 2
	}
	return 0
}
