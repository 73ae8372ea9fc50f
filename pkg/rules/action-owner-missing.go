package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var actionOwnerMissing = lint.Rule{
	Name:     "action-owner-missing",
	Summary:  "a corrective action names nobody who will do it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, a := range p.Report.Actions {
			if !a.Owner.Written() && !a.Done {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: "this action has no owner", Hint: "name one person or one team"})
			}
		}
	},
}
