package rules

import (
	"math/bits"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// searcher looks for the phrases of a matcher in the prose of a report.
type searcher struct {
	m      *matcher
	report *report.Report
	text   string // the prose
	hits   []hit

	// The passage of the last phrase, where it stands, and in it somebody else's words.
	passage  *report.Passage
	from, to int
	foreign  []source.Span

	// The words that follow the first one of a phrase, each read once for all patterns.
	at    int // behind the first word
	terms []term
	over  bool // no further word belongs to it
}

// term is a word of a text by its number, 0 if no pattern has it.
type term struct {
	number     uint16
	start, end int
}

// search finds the phrases of a report, in order.
func (m *matcher) search(r *report.Report) []hit {
	s := searcher{m: m, report: r, text: r.Prose}
	for i, block := range m.begins.Among(r.Words, s.text) {
		for ; block != 0; block &= block - 1 {
			s.candidate(64*i + bits.TrailingZeros64(block))
		}
	}
	return s.hits
}

// candidate looks at a word with which a phrase may begin.
func (s *searcher) candidate(start int) {
	if !wordStarts(s.text, start) {
		return // before anything is read: a word may be as long as the report
	}
	if number, end := s.m.read(s.text, start); len(s.m.words[number].opens) > 0 {
		s.open(number, start, end)
	}
}

// open adds the hits of the patterns that begin with a word.
func (s *searcher) open(first uint16, start, end int) {
	s.at, s.terms, s.over = end, s.terms[:0], false
	for _, o := range s.m.words[first].opens {
		o := &s.m.openings[o]
		if second, ok := s.word(0); !o.alone && !(ok && s.takes(&o.second, second)) {
			continue
		}
		for i := range o.patterns {
			if end, ok := s.match(o.patterns[i].rest); ok && s.own(start) {
				s.add(hit{o.patterns[i].of, s.passage, start - s.from, end - s.from})
			}
		}
	}
}

// own goes to the passage of a phrase, and reports whether the author speaks there.
func (s *searcher) own(start int) bool {
	if s.passage == nil || start >= s.to {
		s.passage, s.from = s.report.PassageAt(start)
		s.to = s.from + len(s.passage.Text)
		if s.foreign = nil; !s.passage.Quoted {
			s.foreign = quotations(s.passage)
		}
	}
	return !s.passage.Quoted && !within(s.foreign, start-s.from)
}

// word is the i-th word behind the first one.
func (s *searcher) word(i int) (term, bool) {
	for len(s.terms) <= i && !s.over {
		at := s.at
		if n := len(s.terms); n > 0 {
			at = s.terms[n-1].end
		}
		at = skipBlanks(s.text, at)
		number, end := s.m.read(s.text, at)
		if s.over = end == at; !s.over {
			s.terms = append(s.terms, term{number, at, end})
		}
	}
	if i < len(s.terms) {
		return s.terms[i], true
	}
	return term{}, false
}

func (s *searcher) match(rest []element) (end int, ok bool) {
	end = s.at
	for i := 0; len(rest) > 0; {
		w, ok := s.word(i)
		switch {
		case ok && s.takes(&rest[0], w):
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

func (s *searcher) takes(e *element, w term) bool {
	if e.words.has(w.number) || !e.participle {
		return e.words.has(w.number)
	}
	read, _ := wordAt(s.text, w.start)
	return participle(read.low)
}

// add keeps the longest of hits of one rule that overlap.
func (s *searcher) add(h hit) {
	for i := len(s.hits) - 1; i >= 0 && s.hits[i].passage == h.passage; i-- {
		if last := &s.hits[i]; last.of == h.of {
			if h.start >= last.end {
				break
			}
			last.end = max(last.end, h.end)
			return
		}
	}
	s.hits = append(s.hits, h)
}
