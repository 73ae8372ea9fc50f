package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var claimPercentWrong = lint.Rule{
	Name:     "claim-percent-wrong",
	Summary:  "a percentage is not what the two numbers beside it give",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		shares(p, func(ps *report.Passage, s *report.Share) {
			if s.PartOverflow || s.Agrees() {
				return
			}
			at := ps.Span(s.At, s.AtEnd)
			p.Diagnose(lint.Diagnostic{
				Span:    at,
				Message: fmt.Sprintf("%q: that is %s %%, not %s %%", ps.Text[s.Start:s.End], s.Is(), ps.Text[s.At:s.AtEnd]),
				Hint:    "correct the percentage or one of the numbers",
				Fix:     &lint.Fix{Title: "write the percentage that the numbers give", Edits: []source.Edit{{Span: at, New: s.Is()}}},
			})
		})
	},
}

// shares yields the stated shares in the author's own prose.
func shares(p *lint.Pass, yield func(*report.Passage, *report.Share)) {
	for _, ps := range p.Report.Passages {
		if ps.Quoted {
			continue
		}
		found := ps.Shares()
		for i := range found {
			yield(ps, &found[i])
		}
	}
}
