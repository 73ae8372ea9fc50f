package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var sectionMissing = lint.Rule{
	Name:     "section-missing",
	Summary:  "a section that the report's template asks for is not there",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Refused {
			return
		}
		at := p.Report.Title.Span
		if at.IsZero() {
			at = source.Span{}
		}
		for _, spec := range p.Schema.Sections {
			if spec.Optional || spec.Find(p.Report) != nil || spec.Stated(p.Report) {
				continue
			}
			p.Diagnose(lint.Diagnostic{Span: at, Message: "there is no section \"" + spec.Heading + "\"", Hint: "add a heading `## " + spec.Heading + "`"})
		}
	},
}
