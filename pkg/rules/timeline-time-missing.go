package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
)

var timelineTimeMissing = lint.Rule{
	Name:     "timeline-time-missing",
	Summary:  "an entry among others that have a time has none",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, f := range p.Report.Timeline.Untimed {
			if f.Written() {
				p.Diagnose(lint.Diagnostic{
					Span:    f.Span,
					Message: "this entry has no time that can be read",
					Hint:    "write the time, \"about 09:40\" if nobody knows it better, or \"not dated\"",
				})
			}
		}
	},
}
