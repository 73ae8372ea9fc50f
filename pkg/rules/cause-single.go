package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var causeSingle = lint.Rule{
	Name:     "cause-single",
	Summary:  "a severe incident is put down to one cause",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		only := soleCause(p.Report)
		if only == nil || !severe(p.Report.Meta.Severity.Value) || len(wordsOf(only.Text)) > 60 || p.Report.Section(report.Trigger) != nil {
			return
		}
		p.Diagnose(lint.Diagnostic{Span: only.Full(), Message: "one cause is given for an incident of severity " + p.Report.Meta.Severity.Value,
			Hint: "list what else had to be so for this to happen, to spread, or to last"})
	},
}
