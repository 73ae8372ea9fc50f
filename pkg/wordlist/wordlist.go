// Package wordlist knows the words that everybody uses, and the given names of people: what gives nothing
// away, and what may be somebody. It knows English alone.
package wordlist

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed words.txt
var wordList string

//go:embed dictionary.txt
var dictionary string

//go:embed names.txt
var nameList string

//go:embed products.txt
var productList string

//go:embed brands.txt
var brandList string

//go:embed acronyms.txt
var acronymList string

// Ordinary reports whether a word, in lower case, is of the everyday language of reports: it gives
// nothing away, whoever else uses it.
func Ordinary(word string) bool { return sortedHas(wordList, word) }

// English reports whether a word, in lower case, is ordinary or made from an ordinary one in a usual
// way: "throttled" from "throttle", "unreachable" from "reach".
func English(word string) bool { return derived(word, Ordinary) }

// Inflected reports whether a word, in lower case, is ordinary or an ordinary one with another ending: "throttled". What a
// prefix makes of one may be nobody's word.
func Inflected(word string) bool { return stemmed(word, Ordinary) }

// InDictionary reports whether a word, in lower case, stands in a dictionary of English or is made from one
// that does. Many of those are names of machines and projects too, so that only prose in lower case is
// explained by it.
func InDictionary(word string) bool {
	_, list, _ := strings.Cut(dictionary, "\n\n")
	stem := func(w string) bool { return Ordinary(w) || sortedHas(list, w) }
	held := func(w string) bool { return stemmed(w, stem) } // with two endings: "commonality"
	if derived(word, held) {
		return true
	}
	for _, p := range learned {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) > 3 && held(rest) {
			return true
		}
	}
	for _, s := range spellings {
		if strings.Contains(word, s[0]) && derived(strings.Replace(word, s[0], s[1], 1), held) {
			return true
		}
	}
	return false
}

// learned are the prefixes of seldom words: "countermeasure", "cyberattack", "webserver".
var learned = [...]string{"counter", "cyber", "down", "hyper", "kilo", "mega", "micro", "off", "out", "super", "up", "web"}

// spellings are the British ones of what the dictionary spells as Americans do.
var spellings = [...][2]string{{"is", "iz"}, {"ys", "yz"}, {"our", "or"}, {"tre", "ter"}, {"ence", "ense"}, {"ogue", "og"}, {"ll", "l"}}

// derived reports whether a word is in a list, or one of the list with a prefix or an ending.
func derived(word string, listed func(string) bool) bool {
	if stemmed(word, listed) {
		return true
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) >= 3 && stemmed(rest, listed) {
			return true
		}
	}
	return false
}

// stemmed reports whether a word is in a list, with or without one of its endings.
func stemmed(word string, listed func(string) bool) bool {
	if listed(word) {
		return true
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(word, e.end)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, by := range e.by {
			if listed(stem + by) {
				return true
			}
		}
		if n := len(stem); stem[n-1] == stem[n-2] && listed(stem[:n-1]) { // "stopped"
			return true
		}
	}
	return false
}

var prefixes = []string{"re", "un", "in", "im", "dis", "mis", "over", "under", "pre", "non", "de", "co", "sub", "inter", "auto", "multi", "anti"}

// Prefix reports whether a word, in lower case, is one of those with which English makes words from others.
func Prefix(word string) bool { return slices.Contains(prefixes, word) }

var endings = []struct {
	end string
	by  []string
}{
	{"s", []string{""}}, {"es", []string{""}}, {"ies", []string{"y"}}, {"ed", []string{"", "e"}}, {"ied", []string{"y"}},
	{"ing", []string{"", "e"}}, {"ings", []string{"", "e"}}, {"ly", []string{"", "le"}}, {"ily", []string{"y"}}, {"ally", []string{""}},
	{"er", []string{"", "e"}}, {"ers", []string{"", "e"}}, {"est", []string{"", "e"}}, {"ion", []string{"", "e"}}, {"ions", []string{"", "e"}},
	{"ation", []string{"", "e"}}, {"ations", []string{"", "e"}}, {"ment", []string{""}}, {"ments", []string{""}}, {"able", []string{"", "e"}},
	{"ness", []string{""}}, {"iness", []string{"y"}}, {"ity", []string{"", "e"}}, {"al", []string{"", "e"}}, {"ive", []string{"", "e"}}, {"ful", []string{""}}, {"less", []string{""}}, {"ability", []string{"", "e"}}, {"cy", []string{"t", "te"}},
}

// AllEnglish reports whether every part of a compound is an English word or one of its prefixes.
func AllEnglish(compound string) bool {
	for _, w := range strings.Split(strings.ToLower(compound), "-") {
		if !English(w) && !Prefix(w) {
			return false
		}
	}
	return true
}

// Given reports whether a word, in lower case, is a usual first name.
func Given(word string) bool { return sortedHas(nameList, word) }

// Product reports whether a word, in lower case, names a product, a firm or a place that everybody knows, and
// so is nobody's name when it has a capital.
func Product(word string) bool { return sortedHas(productList, word) }

// Brand reports whether a word, in lower case, is a name that is written with a capital inside, or is known as
// widely: "iPhone", "GraphQL".
func Brand(word string) bool { return sortedHas(brandList, word) }

// Acronym reports whether a word, in lower case, is one of capitals that people of the trade know without a word.
func Acronym(word string) bool { return sortedHas(acronymList, word) }

// NameOf says of a word, as written, whether it is a usual first name, and whether it may be a name at
// all: with one capital, and no word of the language.
func NameOf(word string) (given, may bool) {
	low := strings.ToLower(word)
	if word == "" || word == low || word[1:] != low[1:] {
		return false, false
	}
	given = Given(low)
	return given, given || !English(low)
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

// AllOrdinary reports whether a text is made of ordinary words alone, whatever stands between them.
// Letters alone make words: a digit makes a text special.
func AllOrdinary(text string) bool {
	for _, w := range Parts(text) {
		if !Ordinary(w) && len(w) > 1 {
			return false
		}
	}
	return !strings.ContainsAny(text, "0123456789")
}

// Everyday reports whether a name is a plain description in ordinary words, "search" or "management
// interface": it is no more internal than the words are.
func Everyday(name string) bool { return AllOrdinary(name) && !strings.ContainsAny(name, "-_./:@#") }

// Parts splits a text into its words, in lower case: at everything that is not a letter or a digit,
// between a digit and a letter, and at the humps of camelCase.
func Parts(text string) []string {
	var out []string
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, strings.ToLower(text[from:to]))
		}
		from = to
	}
	for i := range len(text) {
		switch kind := kindOf(text[i]); {
		case kind == other:
			cut(i)
			from = i + 1
		case i == from || kindOf(text[i-1]) == kind:
		case kindOf(text[i-1]) == upperCase && kind == lowerCase && i-1 == from: // "Orders"
		default:
			cut(i)
		}
	}
	cut(len(text))
	return out
}

// The kinds of bytes that words are parted by.
const (
	other = iota
	upperCase
	lowerCase // with all letters that are not ASCII
	figure
)

func kindOf(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return upperCase
	case c >= 'a' && c <= 'z', c >= 0x80:
		return lowerCase
	case c >= '0' && c <= '9':
		return figure
	}
	return other
}
