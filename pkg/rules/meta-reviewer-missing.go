package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var metaReviewerMissing = lint.Rule{
	Name:     "meta-reviewer-missing",
	Summary:  "a final report names nobody who has reviewed it",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if m := &p.Report.Meta; final(p) && len(m.Reviewers) == 0 {
			p.Diagnose(lint.Diagnostic{Span: keyPlace(m, "reviewers"), Message: "this final report names no reviewer", Hint: "write `reviewers: [...]`, or go back to `status: in-review`"})
		}
	},
}
