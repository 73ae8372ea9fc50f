package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaSeverityUnknown = lint.Rule{
	Name:     "meta-severity-unknown",
	Summary:  "the severity is not of any scale",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		s := p.Report.Meta.Severity
		if s.Written() && !report.IsSeverity(s.Value) {
			p.Diagnose(lint.Diagnostic{Span: s.Span, Message: fmt.Sprintf("%q is not a severity", s.Value), Hint: "write SEV1 to SEV5, or the word of your scale: critical, major, minor"})
		}
	},
}
