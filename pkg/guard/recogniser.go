package guard

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/sieve"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// recogniser knows one kind of secret or identifier by its form alone.
type recogniser struct {
	class Class
	why   string   // what it is, with its article
	needs []string // one of these stands in every match, in lower case: a cheap test before the expression
	form  func() *sieve.Regexp
	// is refuses what only looks like one. It gets the text and the match, which is the expression's
	// first group if it has one. May be nil.
	is func(text []byte, m match) bool
	// whole says that the form is so special that it is looked for in a text without its blanks too,
	// where a line end inside it is gone: a secret's may hold any number, another's one. Forms that are
	// whole say nothing about the ends of words; an identifier must stand at them in the text with its
	// blanks.
	whole bool
}

type match struct{ start, end int }

func (m match) in(text []byte) string { return string(text[m.start:m.end]) }

// before is the text in front of a match, in lower case, at most n bytes.
func (m match) before(text []byte, n int) string {
	return strings.ToLower(string(text[max(0, m.start-n):m.start]))
}

// apart reports whether no word goes on at either end.
func (m match) apart(text []byte) bool {
	return (m.start == 0 || keyByte(text[m.start-1]) == 0 || keyByte(text[m.start]) == 0) &&
		(m.end == len(text) || keyByte(text[m.end]) == 0 || keyByte(text[m.end-1]) == 0)
}

// recognised is a place of a reading where a recogniser found something.
type recognised struct {
	match
	by *recogniser
}

// recognisers are made when something is first searched: the start of other commands does not pay for them.
var recognisers = sync.OnceValue(func() []recogniser {
	return slices.Concat(secrets(), issued(), identifiers(), numberedThings(), personnel(), weaknesses(), partsOfSystems(), organisations())
})

// finders know by reading what no expression can tell. They come after all recognisers, so that a thing
// is called what it is where its form says so.
var finders = []struct {
	by *recogniser
	in func(text []byte) []match
}{{&namedPerson, peopleIn}, {&drawnKey, randomRuns}, {&printed, printedLines}}

// recogniseIn looks through one paragraph, for everything or for secrets alone.
func recogniseIn(text []byte, binary, secretsOnly bool) []recognised {
	var out []recognised
	low := bytes.ToLower(text)
	joined, at := withoutBlanks(text)
	known, met, metJoined := recognisers(), needed().met(low), needed().met(bytes.ToLower(joined))
	for i := range known {
		r := &known[i]
		if secretsOnly && r.class != Secret || binary && (r.class != Secret || !r.whole) {
			continue
		}
		if met[i] {
			for _, m := range r.matches(text) {
				if !r.whole || r.class == Secret || m.apart(text) {
					out = append(out, recognised{m, r})
				}
			}
		}
		if !r.whole || !metJoined[i] {
			continue
		}
		for _, m := range r.matches(joined) {
			m = match{at[m.start], at[m.end-1] + 1}
			if r.class == Secret || m.apart(text) && twoPieces(m.in(text)) {
				out = append(out, recognised{m, r})
			}
		}
	}
	if !binary {
		for _, f := range finders {
			if secretsOnly && f.by.class != Secret {
				continue
			}
			for _, m := range f.in(text) {
				out = append(out, recognised{m, f.by})
			}
		}
	}
	return out
}

func (r *recogniser) matches(text []byte) []match {
	var out []match
	for _, m := range r.form().FindAllSubmatchIndex(text, -1) {
		k := 0
		if len(m) > 2 && m[2] >= 0 {
			k = 2
		}
		found := match{m[k], m[k+1]}
		if r.class == Link { // the point behind it is its sentence's
			found.end = found.start + len(bytes.TrimRight(text[found.start:found.end], ".,;:!?"))
		}
		if r.is == nil || r.is(text, found) {
			out = append(out, found)
		}
	}
	return out
}

// withoutBlanks is a text without the blanks and line ends that may break a key, and where each byte of it
// stood. Those around a word of the language stay: no key is made of words.
func withoutBlanks(text []byte) (joined []byte, at []int) {
	parted := false
	for from := 0; from < len(text); {
		if blank(text[from]) {
			from++
			continue
		}
		to := from
		for to < len(text) && !blank(text[to]) {
			to++
		}
		word := languageWord(string(text[from:to]))
		if (word || parted) && from > 0 {
			joined, at = append(joined, ' '), append(at, from-1)
		}
		for i := from; i < to; i++ {
			joined, at = append(joined, text[i]), append(at, i)
		}
		parted, from = word, to
	}
	return joined, at
}

// twoPieces reports whether a text has one blank in it that does not stand behind an article: "OPS\n-400", but not
// "A COVID-19".
func twoPieces(s string) bool {
	p := strings.Fields(s)
	return len(p) == 2 && p[0] != "A"
}

// languageWord reports whether a text between blanks is a word as sentences have it. Shorter ones come about by chance.
func languageWord(s string) bool {
	s = strings.Trim(s, ".,;:!?()\"'")
	return len(s) > 2 && s[1:] == strings.ToLower(s[1:]) && wordlist.English(strings.ToLower(s))
}

// expression is a regular expression that is compiled when it is first asked for. There are more than
// a hundred in this package; the start of a program that releases nothing does not pay for them.
func expression(text string) func() *sieve.Regexp {
	return sync.OnceValue(func() *sieve.Regexp { return sieve.MustCompile(text) })
}
