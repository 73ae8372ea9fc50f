package rules

import (
	"iter"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// phrases is what one rule looks for in prose, one pattern each. A pattern is a row of words with
// blanks or line breaks between them, in any case:
//
//	should|could   either word
//	[also]         a word that may be left out
//	<who>          a word for a person, see people
//	<done>         a participle
//
// A pattern begins with a plain word or <who>.
type phrases struct{ patterns []string }

// lexicon lists the phrases of all rules that look for some: one search finds them all.
var lexicon = []*phrases{
	blamePhrases,
	counterfactualPhrases,
	hindsightPhrases,
	humanErrorPhrases,
	judgementPhrases,
	absolutePhrases,
	whoPhrases,
	scopePhrases,
	thirdPartyPhrases,
	manualPhrases,
}

// hit is one phrase as it stands in a passage.
type hit struct {
	passage    *report.Passage
	start, end int // in passage.Text
}

func (h hit) text() string      { return strings.ReplaceAll(h.passage.Text[h.start:h.end], "\n", " ") }
func (h hit) span() source.Span { return h.passage.Span(h.start, h.end) }

// before is the part of the hit's sentence that stands before it.
func (h hit) before() string {
	t := h.passage.Text[:h.start]
	return t[strings.LastIndexAny(t, ".?!;:")+1:]
}

// said gives the hits of a rule's phrases in the author's own prose: not in headings, and never in
// somebody else's words.
func said(p *lint.Pass, of *phrases) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		for _, h := range phraseHits.Of(p)[of] {
			if !heading(h.passage) && !yield(h) {
				return
			}
		}
	}
}

func heading(p *report.Passage) bool {
	return p.Section != nil && p.Section.Level > 0 && p.Section.Heading.Span.Start >= p.Full().Start && p.Section.Heading.Span.End <= p.Full().End
}

var phraseHits = lint.NewMemo(func(p *lint.Pass) map[*phrases][]hit {
	out := map[*phrases][]hit{}
	m := compiled()
	for _, passage := range p.Report.Passages {
		if !passage.Quoted {
			m.search(passage, out)
		}
	}
	return out
})

// element is one place of a compiled pattern.
type element struct {
	words      map[string]bool
	participle bool
	optional   bool
}

func (e *element) takes(w string) bool { return e.words[w] || e.participle && participle(w) }

type pattern struct {
	of   *phrases
	rest []element
}

// matcher holds the patterns by their first word. Most words of a text begin no pattern; three
// letters say so before the word is even read.
type matcher struct {
	heads  map[string][]pattern
	starts [1 << 15]bool
}

var compiled = sync.OnceValue(func() *matcher {
	m := &matcher{heads: map[string][]pattern{}}
	for _, of := range lexicon {
		for _, text := range of.patterns {
			m.add(of, strings.Fields(text))
		}
	}
	return m
})

func (m *matcher) add(of *phrases, fields []string) {
	var elements []element
	for _, f := range fields {
		var e element
		if inner, ok := strings.CutPrefix(f, "["); ok {
			e.optional, f = true, strings.TrimSuffix(inner, "]")
		}
		switch f {
		case "<who>":
			e.words = peopleSet
		case "<done>":
			e.participle = true
		default:
			e.words = set(strings.ReplaceAll(f, "|", " "))
		}
		elements = append(elements, e)
	}
	for head := range elements[0].words {
		m.heads[head] = append(m.heads[head], pattern{of, elements[1:]})
		m.starts[firstLetters(head, 0)] = true
	}
}

var peopleSet = set(people)

// firstLetters folds the first three letters of the word at text[i] into 15 bits; case and what is
// no letter fall away.
func firstLetters(text string, i int) int {
	k := 0
	for j := range 3 {
		k <<= 5
		if i+j < len(text) && (wordByte[text[i+j]] || text[i+j] == '-') {
			k |= int(text[i+j] & 31)
		} else {
			return k << (5 * (2 - j))
		}
	}
	return k
}

func (m *matcher) search(p *report.Passage, out map[*phrases][]hit) {
	text := p.Text
	var foreign []source.Span
	looked := false
	for i := 0; i < len(text); {
		if !wordByte[text[i]] {
			i++
			continue
		}
		if m.starts[firstLetters(text, i)] {
			w, _ := wordAt(text, i)
			for _, pat := range m.heads[w.low] {
				end, ok := match(text, w.end, pat.rest)
				if !ok {
					continue
				}
				if !looked {
					foreign, looked = quotations(p), true
				}
				if !within(foreign, i) {
					add(out, pat.of, hit{p, i, end})
				}
			}
		}
		for n := 1; i < len(text) && n > 0; i += n {
			if !wordByte[text[i]] {
				n = inWord(text, i)
			}
		}
	}
}

// add keeps the longest of hits that overlap.
func add(out map[*phrases][]hit, of *phrases, h hit) {
	hits := out[of]
	if n := len(hits); n > 0 && hits[n-1].passage == h.passage && h.start < hits[n-1].end {
		hits[n-1].end = max(hits[n-1].end, h.end)
		return
	}
	out[of] = append(hits, h)
}

func match(text string, at int, rest []element) (int, bool) {
	for len(rest) > 0 {
		w, ok := nextWord(text, at)
		switch {
		case ok && rest[0].takes(w.low):
			at, rest = w.end, rest[1:]
		case rest[0].optional:
			rest = rest[1:]
		default:
			return 0, false
		}
	}
	return at, true
}
