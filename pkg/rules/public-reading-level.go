package rules

import (
	"fmt"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Below this score on the scale of readability's ease a text asks for a reader with a degree.
const hardText = 50

// longSentence is how many words nobody reads in one breath, however short they are.
const longSentence = 50

var publicReadingLevel = lint.Rule{
	Name:     "public-reading-level",
	Summary:  "what customers will read is hard to read",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !p.Report.EnglishForCustomers() {
			return
		}
		const enough = 60 // words: of fewer a score says nothing
		type placed struct {
			sentence
			at source.Span
		}
		var all []placed
		var total readability
		for _, ps := range forCustomers.Of(p).prose {
			if ps.Cell() {
				continue
			}
			for _, s := range sentences(ps.Text) {
				total.add(s.readability)
				all = append(all, placed{s, ps.Span(s.start, s.end)})
			}
		}
		score := total.ease()
		if total.words < enough || score >= hardText {
			for _, s := range all {
				if s.words > longSentence {
					p.Diagnose(lint.Diagnostic{Span: s.at, Message: fmt.Sprintf("customers read one sentence of %d words", s.words), Hint: "make several of it, of some 20 words each"})
				}
			}
			return
		}
		slices.SortStableFunc(all, func(a, b placed) int { return b.cost() - a.cost() })
		d := lint.Diagnostic{
			Span:    forCustomers.Of(p).place(),
			Message: fmt.Sprintf("what customers read scores %d for ease of reading (Flesch); plain English is 60 or more", score),
			Hint:    fmt.Sprintf("begin with the sentence on line %d: %d words, score %d", p.Report.File.Position(all[0].at.Start).Line, all[0].words, all[0].ease()),
		}
		for _, s := range all[:min(3, len(all))] {
			d.Related = append(d.Related, lint.Related{Span: s.at, Message: fmt.Sprintf("%d words, score %d", s.words, s.ease())})
		}
		p.Diagnose(d)
	},
}
