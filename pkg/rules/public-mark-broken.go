package rules

import (
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicMarkBroken = lint.Rule{
	Name:     "public-mark-broken",
	Summary:  "a mark for customers is mistyped, or a range of them is not closed",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Report.Comments) == 0 {
			return
		}
		for _, f := range edition.Flaws(p.Report) {
			p.Diagnose(lint.Diagnostic{Span: f.Span, Message: f.Reason, Hint: f.Advice})
		}
	},
}
