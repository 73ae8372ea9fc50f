package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsMissing = lint.Rule{
	Name:     "comms-missing",
	Summary:  "customers felt an incident of the highest severity, and nothing says what they were told",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		if !gravest(r.Meta.Severity.Value) || len(r.Timeline.Events) == 0 || r.Timeline.First(report.StatusUpdate) != nil || r.Section(report.CustomerSummary) != nil {
			return
		}
		felt := false
		for _, ps := range r.Passages {
			if tellsCustomers(ps.Text) {
				return
			}
			felt = felt || ps.Section.Within(report.Impact) && namesCustomers(wordsOf(ps.Text))
		}
		if felt {
			p.Diagnose(lint.Diagnostic{
				Span:    r.Meta.Severity.Span,
				Message: fmt.Sprintf("customers felt this incident of severity %s, and nothing says what they were told and when", r.Meta.Severity.Value),
				Hint:    "mark the entries: `- 10:20 **Status update** we are looking into failed payments`",
			})
		}
	},
}
