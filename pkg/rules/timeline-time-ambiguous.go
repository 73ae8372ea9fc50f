package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineTimeAmbiguous = lint.Rule{
	Name:     "timeline-time-ambiguous",
	Summary:  "a weekday or the end of a range can be more than one time",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, e := range p.Report.Timeline.Events {
			s := &e.At
			switch u := s.Until; {
			case s.ProblemKind == moment.AmbiguousDay && !s.Has.Any(moment.HasDay) && s.Has.Any(moment.HasWeekday):
				p.Diagnose(lint.Diagnostic{Span: stampSpan(e), Message: s.Text + ": " + s.Problem, Hint: "write the date beside it"})
			case u != nil && s.Problem == "" && (u.ProblemKind == moment.AmbiguousDay || u.ProblemKind == moment.AmbiguousClock):
				p.Diagnose(lint.Diagnostic{Span: stampSpan(e), Message: fmt.Sprintf("%s, the end of the range: %s", u.Text, u.Problem), Hint: "correct one end, or write the date of both"})
			}
		}
	},
}
