package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineTimeUnreadable = lint.Rule{
	Name:     "timeline-time-unreadable",
	Summary:  "an entry or a date in prose has the shape of a time that cannot be one",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write it as 2019-03-28 11:10", moment.Unreadable)
		for c := range claimsOf(p) {
			if s := c.Stamp; s != nil && s.ProblemKind == moment.Unreadable && s.Until == nil && s.Has.All(moment.HasDate) && !s.Has.Any(moment.HasClock) {
				p.Diagnose(lint.Diagnostic{Span: c.Span, Message: c.Text + ": " + s.Problem, Hint: "correct the day or the month"})
			}
		}
	},
}
