package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var lessonLuckyMissing = lint.Rule{
	Name:     "lesson-lucky-missing",
	Summary:  "the lessons do not say where luck helped",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		well, poorly := p.Report.Section(report.WentWell), p.Report.Section(report.WentPoorly)
		if well == nil || poorly == nil || p.Report.Section(report.Lucky) != nil {
			return
		}
		for _, passage := range p.Report.Passages {
			in := passage.Section
			if !in.Within(report.WentWell) && !in.Within(report.WentPoorly) && !in.Within(report.Lessons) {
				continue
			}
			for w := range eachWord(passage.Text) {
				switch w.low {
				case "luck", "lucky", "luckily", "fortunate", "fortunately", "chance", "coincidence":
					return
				}
			}
		}
		p.Diagnose(lint.Diagnostic{Span: poorly.Heading.Span, Message: "the report says what went well and what went poorly, and not where luck helped",
			Hint: "add a heading `## Where we got lucky`"})
	},
}
