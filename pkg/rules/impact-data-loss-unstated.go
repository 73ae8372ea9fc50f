package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var impactDataLossUnstated = lint.Rule{
	Name:     "impact-data-loss-unstated",
	Summary:  "the report does not say whether data was lost or exposed",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		s := p.Report.Section(report.Impact)
		if s == nil || !s.Heading.Written() {
			return
		}
		for _, ps := range p.Report.Passages {
			for w := range eachWord(ps.Text) {
				if lossWords()[w.low] || strings.HasPrefix(w.low, "corrupt") || strings.HasPrefix(w.low, "leak") || strings.HasPrefix(w.low, "breach") {
					return
				}
			}
		}
		p.Diagnose(lint.Diagnostic{
			Span:    s.Heading.Span,
			Message: "the report does not say whether data was lost or exposed",
			Hint:    "say so even when the answer is no: \"No data was lost or exposed\"",
		})
	},
}

var lossWords = lazySet("lost loss losing loses intact integrity exposed exposure deleted dropped disclosed stolen unrecoverable confidentiality")
