package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var metaTitleMissing = lint.Rule{
	Name:     "meta-title-missing",
	Summary:  "the report has no title",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Refused || p.Report.Meta.Lost || p.Report.Title.Value != "" {
			return
		}
		p.Diagnose(lint.Diagnostic{
			Span:    source.Span{},
			Message: "the report has no title",
			Hint:    "write `title: Checkout fails for all customers` in the front matter, or a first heading",
		})
	},
}
