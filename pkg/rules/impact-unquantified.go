package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var impactUnquantified = lint.Rule{
	Name:     "impact-unquantified",
	Summary:  "the impact section states no number",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		s := p.Report.Section(report.Impact)
		if s == nil {
			return
		}
		prose := false
		for _, l := range p.Report.Sections {
			if l.Label && l.Within(report.Impact) {
				if text := p.Report.File.Slice(l.Body); numbered(text) {
					return // a label shares its paragraph with others
				}
			}
		}
		for _, ps := range p.Report.Passages {
			if !ps.Section.Within(report.Impact) || ps.Section.Level == 0 {
				continue
			}
			if !ps.Heading() {
				prose = true
				if numbered(ps.Text) || foreign(ps.Text) {
					return
				}
			}
		}
		if prose {
			p.Diagnose(lint.Diagnostic{
				Span:    s.Heading.Span,
				Message: "the impact states no number",
				Hint:    "say how many users, requests or records, what share of them, or how long; an estimate with its basis is better than none",
			})
		}
	},
}

// foreign reports whether a text is mostly in letters that English does not have: what its words count is not known.
func foreign(text string) bool {
	n := 0
	for i := range len(text) {
		if text[i] >= 0x80 {
			n++
		}
	}
	return n*2 > len(text)
}

// numbered reports whether the text says how much: a digit, or a word that is a number or says that
// there was none or all.
func numbered(text string) bool {
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			return true
		}
	}
	for w := range eachWord(text) {
		switch w.low {
		case "no", "none", "all", "every", "everyone", "nobody", "nothing", "zero", "one", "two", "three", "four", "five", "six",
			"seven", "eight", "nine", "ten", "half", "unknown", "any", "entire", "whole", "full", "complete", "completely", "fully", "n/a":
			return true
		}
	}
	return false
}
