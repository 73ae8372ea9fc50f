package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var metaOwnerMissing = lint.Rule{
	Name:     "meta-owner-missing",
	Summary:  "a final report names nobody who answers for it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if m := &p.Report.Meta; final(p) && !m.Owner.Written() {
			p.Diagnose(lint.Diagnostic{Span: keyPlace(m, "owner"), Message: "this final report has no owner", Hint: "write `owner: ` and the team or person who sees the actions through"})
		}
	},
}
