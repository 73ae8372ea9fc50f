package guard

import (
	"bytes"
	"hash/maphash"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// copies knows runs of words of withheld prose, so that a sentence which is copied into a public part
// is found, also when it was cut short or changed here and there. Fewer words than a run has are
// chance: "customers were not able to log in".
type copies struct {
	seed maphash.Seed
	runs map[uint64]source.Span // by the hash of the words: where the report has them
}

const (
	wordsOfRun = 8
	// mostRuns bounds what is kept of one report.
	mostRuns = 100000
)

// newCopies reads withheld text; what stands before from, the front matter, is no prose.
func newCopies(withheld []byte, from int) *copies {
	c := &copies{seed: maphash.MakeSeed(), runs: map[uint64]source.Span{}}
	peeled := peel(plainForm(written(withheld)), plainForm)
	v := peeled[len(peeled)-1]
	c.each(v.text, func(run uint64, start, end int) {
		at := source.Span{Start: int(v.at[start]), End: int(v.at[end])}
		if _, ok := c.runs[run]; !ok && at.Start >= from && len(c.runs) < mostRuns {
			c.runs[run] = at
		}
	})
	return c
}

// find gives the longest stretches of a text that are copied, and where from.
func (c *copies) find(text []byte, found func(start, end int, at source.Span)) {
	var m match
	var from source.Span
	c.each(text, func(run uint64, start, end int) {
		at, ok := c.runs[run]
		switch {
		case !ok:
		case m.end > start:
			m.end = end
		default:
			if m.end > 0 {
				found(m.start, m.end, from)
			}
			m, from = match{start, end}, at
		}
	})
	if m.end > 0 {
		found(m.start, m.end, from)
	}
}

// each calls f with every run of words within a sentence. Numbers are no words here: the times and
// figures of an entry are the same wherever they stand.
func (c *copies) each(text []byte, f func(run uint64, start, end int)) {
	var h maphash.Hash
	h.SetSeed(c.seed)
	var words []match
	for i := 0; i < len(text); {
		if keyByte(text[i]) == 0 {
			if endOfSentence(text, i) {
				words = words[:0]
			}
			i++
			continue
		}
		if n := addressLength(text[i:]); n > 0 { // no words of a sentence: who links to a page uses no other
			i += n
			continue
		}
		w := match{start: i}
		for i < len(text) && (keyByte(text[i]) != 0 || text[i] == '\'') {
			i++
		}
		w.end = i
		if plainNumber(w.in(text)) {
			continue
		}
		words = append(words, w)
		if len(words) < wordsOfRun {
			continue
		}
		last := words[len(words)-wordsOfRun:]
		h.Reset()
		for _, w := range last {
			for _, b := range text[w.start:w.end] {
				h.WriteByte(keyByte(b))
			}
			h.WriteByte(' ')
		}
		f(h.Sum64(), last[0].start, w.end)
	}
}

// addressLength is the length of the web address that a text begins with, or 0.
func addressLength(text []byte) int {
	if !bytes.HasPrefix(text, []byte("http")) || !bytes.Contains(text[:min(len(text), 8)], []byte("://")) {
		return 0
	}
	n := bytes.IndexAny(text, " \t\r\n<>\"|")
	if n < 0 {
		n = len(text)
	}
	return len(bytes.TrimRight(text[:n], ".,;:!?)]*_"))
}

// endOfSentence reports whether a sentence, a cell or a block ends at an offset.
func endOfSentence(text []byte, i int) bool {
	switch text[i] {
	case '.', '!', '?', ';':
		return i+1 == len(text) || strings.IndexByte(" \t\r\n", text[i+1]) >= 0
	case '|':
		return true
	case '\n':
		next := bytes.TrimLeft(text[i+1:min(len(text), i+8)], " \t")
		return len(next) == 0 || strings.IndexByte("\r\n#>-*+|0123456789", next[0]) >= 0
	}
	return false
}
