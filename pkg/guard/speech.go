package guard

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// speech is a text as words, and what parts them.
type speech struct {
	text  []byte
	words []word
}

type word struct {
	match
	text string
	low  string
}

// wordsIn gives the words of a text: letters, digits and underscores, with hyphens and apostrophes
// inside, as in "Jean-Luc" and "O'Brien".
func wordsIn(text []byte) []word {
	var out []word
	in := func(i int) int { // the length of the letter or digit there
		switch {
		case i >= len(text):
			return 0
		case text[i] >= utf8.RuneSelf:
			if r, n := utf8.DecodeRune(text[i:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
				return n
			}
			return 0
		case letterOrDigit(text[i]) || text[i] == '_':
			return 1
		}
		return 0
	}
	for i := 0; i < len(text); {
		n := in(i)
		if n == 0 {
			if _, coded := hexByte(text[i:]); text[i] == '%' && coded > 0 { // "%C2%ADi" has no word "ADi"
				i += coded
			} else {
				i++
			}
			continue
		}
		m := match{start: i}
		for ; n > 0; n = in(i) {
			i += n
			if i+1 < len(text) && (text[i] == '-' || text[i] == '\'' && i == m.start+1) && in(i+1) > 0 {
				i++
			}
		}
		m.end = i
		out = append(out, word{m, m.in(text), strings.ToLower(m.in(text))})
	}
	return out
}

// gap is what stands behind a word; before the first and behind the last word it is the end of a block.
func (s speech) gap(i int) string {
	if i < 0 || i+1 >= len(s.words) {
		return "\n\n"
	}
	return string(s.text[s.words[i].end:s.words[i+1].start])
}

// near gives the neighbour of a word in lower case, on one side or the other, if nothing but blanks
// parts them.
func (s speech) near(i, side int) string {
	if k := i + side; k >= 0 && k < len(s.words) && onlyBlanks(s.gap(min(i, k))) {
		return s.words[k].low
	}
	return ""
}

func onlyBlanks(gap string) bool {
	return gap == " " || gap != "" && strings.Trim(gap, " \t\r\n") == "" && strings.Count(gap, "\n") < 2
}

// capital reports whether a word is written as names are: "Jane", "McKay", "O'Brien", "Jean-Luc".
func (w word) capital() bool {
	if !upper(w.text[0]) {
		return false
	}
	small := 0
	for i := range len(w.text) {
		switch c := w.text[i]; {
		case number(c) || c == '_':
			return false
		case !upper(c):
			small++
		}
	}
	return small > 0 && small*2 >= len(w.text)-1
}

func (w word) letter() bool { return len(w.text) == 1 && upper(w.text[0]) }

// given reports whether a word is a usual first name.
func (w word) given() bool {
	first, second, _ := strings.Cut(w.low, "-")
	return w.capital() && (wordlist.Given(w.low) || wordlist.Given(first) && wordlist.Given(second) && !namesake()[second])
}

// plain reports whether a word names no thing and no place.
func (w word) plain() bool {
	return !wordlist.English(w.low) && !wordlist.Product(w.low) && !wordlist.Brand(w.low) && !namesake()[w.low]
}

func (w word) surname() bool {
	return w.capital() && !wordlist.Product(w.low) && !wordlist.Brand(w.low) && !notSurname()[w.low]
}

// initials reports whether a word is two or three capitals that stand for nothing but a name.
func (w word) initials() bool {
	return (len(w.text) == 2 || len(w.text) == 3) && strings.ToUpper(w.text) == w.text && !strings.ContainsAny(w.text, digitChars+"_-") &&
		!wordlist.English(w.low) && !wordlist.Product(w.low) && !codeWord()[w.low] && !regionWord()[w.low] && !notTicket()[w.low] && !abbreviation()[w.low]
}

// handle reports whether a word is none of the language, as names of accounts are.
func (w word) handle() bool {
	if len(w.text) < 4 || !w.plain() || plainNumber(w.text) || codeWord()[w.low] || contraction()[w.low] || abbreviation()[w.low] || strings.Contains(w.text, "_") {
		return false
	}
	if k := strings.LastIndexByte(w.low, '-'); k >= 0 {
		return !wordlist.AllEnglish(w.low) && !machinery()[w.low[k+1:]]
	}
	if k := strings.IndexAny(w.text, digitChars); k >= 0 {
		return !everydayNumbered(w.low) && strings.ToUpper(w.text) != w.text && (wordlist.Given(w.low[:k]) || !wordlist.English(w.low[:k]) && !machineWord()[w.low[:k]])
	}
	return !strings.HasSuffix(w.low, "ly") || wordlist.Given(w.low)
}

var (
	particle    = words("de da van von der den del dos la le el al bin ibn di du ter ten af")
	office      = words("ceo cto coo cfo cio ciso cpo cso founder cofounder co-founder founders president chairman chairwoman chair")
	addressed   = listed("addressed")
	monthShort  = words("jan feb mar apr jun jul aug sep sept oct nov dec avg mon tue tues wed weds thu thur thurs fri sat sun")
	placeBefore = words("sao san santa santo st saint port los las new fort mount lake cape lockheed aston hurricane storm typhoon cyclone")
	nobody      = words("sre qa it ops ic tbd tba na no all eng hr pm cs cto ceo ux ui")
	contraction = words("i'm i'll i've i'd weve youve theyve ive werent wasnt dont didnt doesnt isnt cant couldnt wouldnt wont hasnt havent")
	// institution are names that begin like those of people.
	institution = sync.OnceValue(func() map[string]bool {
		return map[string]bool{"charles schwab": true, "johns hopkins": true, "morgan stanley": true, "raymond james": true, "philip morris": true, "martin luther": true, "marie curie": true, "rio janeiro": true, "ada lovelace": true, "alan turing": true, "united states": true, "united kingdom": true, "united nations": true}
	})
	// namesake are first names that name things and places more often.
	namesake = listed("namesake")
	// notSurname are words with capitals that stand behind a first name and do not belong to it.
	notSurname = listed("not surname")
	// abbreviation are two or three capitals that everybody knows, and that are no word of the language.
	abbreviation = listed("abbreviation")
	// deed are verbs of work whose form does not tell that they are some.
	deed = listed("deed")
)
