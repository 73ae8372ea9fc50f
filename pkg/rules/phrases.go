package rules

import (
	"bytes"
	"iter"
	"strings"

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
	dutyPhrases,
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
	donePhrases,
	nowPhrases,
	denialPhrases,
	causePhrases,
	noticePhrases,
	promptPhrases,
}

// hit is one phrase as it stands in a passage.
type hit struct {
	of         *phrases
	passage    *report.Passage
	start, end int // in passage.Text
}

func (h hit) text() string      { return strings.ReplaceAll(h.passage.Text[h.start:h.end], "\n", " ") }
func (h hit) span() source.Span { return h.passage.Span(h.start, h.end) }

// reach is how far around a hit anything that concerns it is looked for. What has no full stop may be as
// long as a book, with a hit at every other word.
const reach = 1000

// before is the part of the hit's sentence that stands before it.
func (h hit) before() string {
	t := h.passage.Text[max(0, h.start-reach):h.start]
	return t[strings.LastIndexAny(t, ".?!;:")+1:]
}

// after is what stands behind the hit.
func (h hit) after() string {
	t := h.passage.Text
	return t[h.end:min(len(t), h.end+reach)]
}

// said gives the hits of a rule's phrases in the author's own prose: not in headings, of columns too,
// and the texts of links, and never in somebody else's words.
func said(p *lint.Pass, of *phrases) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		for h := range found(p, of) {
			if !h.passage.Heading() && !h.passage.ColumnHead() && !inLink(p.Report.File, h) && !yield(h) {
				return
			}
		}
	}
}

// found gives the hits of a rule's phrases wherever they stand but in somebody else's words.
func found(p *lint.Pass, of *phrases) iter.Seq[hit] {
	if !p.Report.English() {
		return func(func(hit) bool) {}
	}
	return func(yield func(hit) bool) {
		for _, h := range phraseHits.Of(p) {
			if h.of == of && !yield(h) {
				return
			}
		}
	}
}

// inLink reports whether a hit stands in the text of a link, which is often another page's title.
func inLink(f *source.File, h hit) bool {
	at, block := h.span(), h.passage.Full()
	after := f.Text[at.End:max(at.End, min(f.Line(f.LineAt(block.End)).End, at.End+reach))] // the text may be all of the block
	shut := bytes.IndexByte(after, ']')
	if shut < 0 || shut+1 == len(after) || after[shut+1] != '(' && after[shut+1] != '[' || bytes.IndexByte(after[:shut], '[') >= 0 {
		return false
	}
	from := max(f.Line(f.LineAt(block.Start)).Start, at.Start-reach)
	before := f.Text[from:max(from, at.Start)]
	open := bytes.LastIndexByte(before, '[')
	return open >= 0 && bytes.IndexByte(before[open:], ']') < 0
}

// phraseHits holds the hits of all phrases, passage by passage.
var phraseHits = lint.NewMemo(func(p *lint.Pass) []hit { return compiled().search(p.Report) })
