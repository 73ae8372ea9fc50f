package guard

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/prose"
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
	text, links, _ := shownText(g.edition)
	v := plainForm(written(append(text, strings.Join(links, "\n\n")...)))
	may := shields(v.text, g.expected.search(v))
	refused := g.scan(v.text)
	told := map[string]bool{}
	var out []Place
	tell := func(m match) {
		name := m.in(v.text)
		inLeak := func(f finding) bool { return f.start < m.end && m.start < f.end }
		if low := strings.ToLower(name); !told[low] && !may(m.start, m.end, false, true) && !g.allowed[Hash(name)] && !slices.ContainsFunc(refused, inLeak) {
			told[low] = true
			out = append(out, Place{Span: firstSaid(r.File.Text, public, name), Found: name})
		}
	}
	s := speech{v.text, wordsIn(v.text)}
	for i, w := range s.words {
		if s.unexplained(i) {
			tell(w.match)
		}
	}
	for _, m := range dottedHost().FindAllIndex(v.text, -1) {
		if d := registered(v.text, match{m[0], m[1]}); g.opener.tellsOwner(d.in(v.text)) && unexplained(strings.ToLower(d.in(v.text)[:strings.IndexByte(d.in(v.text), '.')]), false) {
			tell(d)
		}
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
	small := w.text == w.low || prose.HeadsSentence(string(s.text[max(0, w.start-8):w.start]), min(w.start, 8))
	return unexplained(w.low, small)
}

// unexplained reports whether a word or compound, in lower case, has a part that not everybody knows. What is
// written in lower case may be any word of the dictionary; capitals make a name of it.
func unexplained(low string, small bool) bool {
	return slices.ContainsFunc(strings.FieldsFunc(low, func(r rune) bool { return r == '-' || r == '_' }), func(part string) bool {
		switch {
		case len(part) < 2 || plainNumber(part):
			return false
		case number(part[0]):
			return !usual().MatchString(part)
		case strings.ContainsAny(part, digitChars):
			return !everydayNumbered(part)
		}
		return !widelyKnown(part) && !(small && wordlist.InDictionary(part))
	})
}

// lettersNumber is a word with a number behind it, as machines are named.
var lettersNumber = expression(`^[a-z]+\d+$`)

var dottedHost = expression(`(?i)\b(?:[a-z0-9-]+\.)+[a-z]{2,12}\b`)

// registered is the part of a host that somebody has registered: "velomart.com" of "shop.velomart.com".
func registered(text []byte, host match) match {
	labels := strings.Split(host.in(text), ".")
	n := len(labels)
	if n > 2 && len(labels[n-1]) == 2 && secondLevel()[strings.ToLower(labels[n-2])] {
		labels = labels[:n-1] // "velomart.co" of "velomart.co.uk"
		host.end -= len(".uk")
	}
	for ; len(labels) > 2; labels = labels[1:] {
		host.start += len(labels[0]) + 1
	}
	return host
}

var secondLevel = words("co com org net ac edu gov")

// inAddress reports whether a word is a part of an address, a path or the like. Of those the registered domain is told,
// and the rest has forms of its own.
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
