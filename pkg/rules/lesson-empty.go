package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var lessonEmpty = lint.Rule{
	Name:     "lesson-empty",
	Summary:  "a section for lessons says that there are none",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, passage := range p.Report.Passages {
			if !saysNothing(passage.Text) {
				continue
			}
			in := passage.Section
			lessons := in.Within(report.Lessons) || in.Within(report.WentWell) || in.Within(report.WentPoorly)
			if lessons && !passage.Heading() && alone(p.Report, passage) {
				p.Diagnose(lint.Diagnostic{Span: passage.Full(), Message: "\"" + in.Heading.Value + "\" says that there is nothing to say",
					Hint: "ask those who were there, or leave the section out"})
			}
		}
	},
}
