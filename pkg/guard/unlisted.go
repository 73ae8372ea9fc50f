package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// Unlisted gives the names in an edition that nothing explains, each once, where the report says it first:
// words that are none of the language, that not everybody knows, that are on no list, and whose form Check
// lets stand. The name of a customer or a supplier may be one, and so may half the name of a host, or that
// of a feature which customers know well: only a person can tell. None are told where Options.RefuseUnlisted
// makes leaks of them.
func (g *Guard) Unlisted() []Place { return g.unlisted() }

func (g *Guard) unlistedIn(r *report.Report, public []source.Span) []Place {
	if g.edition == nil || g.edition.Report == nil {
		return nil
	}
	text, _, _ := shownText(g.edition)
	v := plainForm(written(text))
	may := shields(v.text, g.expected.search(v))
	refused := g.scan(v.text)
	s := speech{v.text, wordsIn(v.text)}
	told := map[string]bool{}
	var out []Place
	for i, w := range s.words {
		inLeak := func(f finding) bool { return f.start < w.end && w.start < f.end }
		if told[w.low] || !s.unexplained(i) || may(w.start, w.end, false, true) || g.allowed[Hash(w.text)] || slices.ContainsFunc(refused, inLeak) {
			continue
		}
		told[w.low] = true
		out = append(out, Place{Span: firstSaid(r.File.Text, public, w.text), Found: w.text})
	}
	return out
}

// firstSaid is where one of some parts of a text says a word as a whole; empty if the word came from elsewhere
// or is written in another way.
func firstSaid(text []byte, parts []source.Span, word string) source.Span {
	for _, p := range parts {
		for from := p.Start; ; {
			k := bytes.Index(text[from:p.End], []byte(word))
			if k < 0 {
				break
			}
			m := match{from + k, from + k + len(word)}
			if m.apart(text) {
				return source.Span{Start: m.start, End: m.end}
			}
			from = m.end
		}
	}
	return source.Span{}
}

// unexplained reports whether a word is a name, or a slip of the pen, and nothing tells whose.
func (s speech) unexplained(i int) bool {
	w := s.words[i]
	switch {
	case len(w.text) < 3 || region(w.text) || s.inAddress(i) || usual().MatchString(w.text) && !lettersNumber().MatchString(w.low):
		return false
	case strings.ToUpper(w.text) == strings.TrimSuffix(w.text, "s") && !strings.ContainsAny(w.text, digitChars+"_-"):
		return false // an acronym: public-acronym looks at those
	}
	return slices.ContainsFunc(strings.FieldsFunc(w.low, func(r rune) bool { return r == '-' || r == '_' }), func(part string) bool {
		switch {
		case len(part) < 2 || plainNumber(part):
			return false
		case number(part[0]):
			return !usual().MatchString(part)
		case strings.ContainsAny(part, digitChars):
			return !everydayNumbered(part)
		}
		return !widelyKnown(part)
	})
}

// lettersNumber is a word with a number behind it, as machines are named.
var lettersNumber = expression(`^[a-z]+\d+$`)

// inAddress reports whether a word is a part of an address, a path or the like, which has a form of its own.
func (s speech) inAddress(i int) bool {
	before, after := s.gap(i-1), s.gap(i)
	return strings.ContainsAny(before[len(before)-1:], "/@.#=&") || len(after) == 1 && strings.ContainsAny(after, "/@.=&")
}

// widelyKnown reports whether a word, in lower case, is of the language or names what everybody knows.
func widelyKnown(word string) bool {
	singular := strings.TrimSuffix(word, "s")
	for _, w := range []string{word, singular} {
		if wordlist.AllEnglish(w) || wordlist.Product(w) || wordlist.Brand(w) {
			return true
		}
		for _, list := range []func() map[string]bool{codeWord, namesake, abbreviation, regionWord, notSurname, standard, contraction, notTicket, monthShort} {
			if list()[w] {
				return true
			}
		}
	}
	return false
}
