package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var sectionPlaceholder = lint.Rule{
	Name:     "section-placeholder",
	Summary:  "a place was left to be filled in",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, x := range p.Report.Placeholders() {
			p.Diagnose(lint.Diagnostic{Span: x.Passage.Span(x.Start, x.End), Message: fmt.Sprintf("%q was never filled in", x.String()),
				Hint: "write it, or say that it is not known and why"})
		}
	},
}
