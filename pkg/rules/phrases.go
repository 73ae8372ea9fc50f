package rules

import (
	"bytes"
	"iter"
	"maps"
	"strings"
	"sync"
	"unicode/utf8"

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
	meanPhrases,
	absolutePhrases,
	vaguePhrases,
	whoPhrases,
	scopePhrases,
	thirdPartyPhrases,
	manualPhrases,
	vendorPhrases,
	promisePhrases,
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

// said gives the hits of a rule's phrases in the author's own prose: not in headings and the texts of
// links, and never in somebody else's words.
func said(p *lint.Pass, of *phrases) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		for _, h := range phraseHits.Of(p)[of] {
			if !heading(h.passage) && !inLink(p.Report.File, h) && !yield(h) {
				return
			}
		}
	}
}

// inLink reports whether a hit stands in the text of a link, which is often another page's title.
func inLink(f *source.File, h hit) bool {
	at, block := h.span(), h.passage.Full()
	before, after := f.Text[block.Start:max(block.Start, at.Start)], f.Text[at.End:max(at.End, block.End)]
	open, shut := bytes.LastIndexByte(before, '['), bytes.IndexByte(after, ']')
	return open >= 0 && bytes.IndexByte(before[open:], ']') < 0 && shut >= 0 && bytes.IndexByte(after[:shut], '[') < 0 &&
		shut+1 < len(after) && (after[shut+1] == '(' || after[shut+1] == '[')
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

// matcher holds the patterns by their first word. Most words of a text begin no pattern; a key that
// is made of what is at hand where a word ends says so, and the word is never looked up.
type matcher struct {
	heads  map[string]*head
	starts [1 << keyBits]bool
}

const keyBits = 14

// key mixes a word's length and its first, second and last character; case falls away.
func key[T string | []byte](w T) uint32 {
	n := len(w) - 1
	return (uint32(w[0])<<24 | uint32(w[min(1, n)])<<16 | uint32(w[n])<<8 | 0x20202000 | uint32(n)) * 0x9E3779B1 >> (32 - keyBits)
}

// head is what the patterns of one first word have in common: the words that can come second.
// "We" and "the team" are frequent, and what makes them a hit seldom follows.
type head struct {
	patterns []pattern
	second   element
	short    bool // a pattern ends with its first word
}

var compiled = sync.OnceValue(func() *matcher {
	m := &matcher{heads: map[string]*head{}}
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
			e.words = peopleSet()
		case "<done>":
			e.participle = true
		default:
			e.words = set(strings.ReplaceAll(f, "|", " "))
		}
		elements = append(elements, e)
	}
	for first := range elements[0].words {
		h := m.heads[first]
		if h == nil {
			h = &head{second: element{words: map[string]bool{}}}
			m.heads[first] = h
		}
		h.add(pattern{of, elements[1:]})
		m.starts[key(first)] = true
	}
}

func (h *head) add(p pattern) {
	h.patterns = append(h.patterns, p)
	for _, e := range p.rest {
		maps.Copy(h.second.words, e.words)
		h.second.participle = h.second.participle || e.participle
		if !e.optional {
			return
		}
	}
	h.short = true
}

var peopleSet = lazySet(people)

func (m *matcher) search(p *report.Passage, out map[*phrases][]hit) {
	text := p.Text
	var foreign []source.Span
	var next ahead
	looked := false
	for i := 0; i < len(text); i++ {
		if !wordByte[text[i]] {
			continue
		}
		start := i
		for i < len(text) && innerByte[text[i]] {
			i++
		}
		if i < len(text) && text[i] >= utf8.RuneSelf { // a letter or a curly apostrophe
			w, _ := wordAt(text, start)
			i = w.end
		} else if !m.starts[key(text[start:i])] {
			continue
		}
		w, _ := wordAt(text, start)
		hd := m.heads[w.low]
		if hd == nil {
			continue
		}
		next = ahead{text: text, at: w.end, words: next.words[:0]}
		if second, ok := next.word(0); !hd.short && !(ok && hd.second.takes(second.low)) {
			continue
		}
		for _, pat := range hd.patterns {
			end, ok := next.match(pat.rest)
			if !ok {
				continue
			}
			if !looked {
				foreign, looked = quotations(p), true
			}
			if !within(foreign, start) {
				add(out, pat.of, hit{p, start, end})
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

// ahead reads the words that follow a first word, each once for all patterns.
type ahead struct {
	text  string
	at    int // behind the first word
	words []word
	over  bool // no further word belongs to it
}

func (a *ahead) word(i int) (word, bool) {
	for len(a.words) <= i && !a.over {
		at := a.at
		if n := len(a.words); n > 0 {
			at = a.words[n-1].end
		}
		w, ok := nextWord(a.text, at)
		if a.over = !ok; ok {
			a.words = append(a.words, w)
		}
	}
	if i < len(a.words) {
		return a.words[i], true
	}
	return word{}, false
}

func (a *ahead) match(rest []element) (end int, ok bool) {
	end = a.at
	for i := 0; len(rest) > 0; {
		w, ok := a.word(i)
		switch {
		case ok && rest[0].takes(w.low):
			end, rest = w.end, rest[1:]
			i++
		case rest[0].optional:
			rest = rest[1:]
		default:
			return 0, false
		}
	}
	return end, true
}
