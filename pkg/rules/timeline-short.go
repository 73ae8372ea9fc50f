package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var timelineShort = lint.Rule{
	Name:     "timeline-short",
	Summary:  "a timeline has fewer than three entries",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		events := p.Report.Timeline.Events
		if n := len(events); n == 1 || n == 2 {
			entries := "one entry"
			if n == 2 {
				entries = "two entries"
			}
			p.Diagnose(lint.Diagnostic{
				Span:    heads(events[0]),
				Message: fmt.Sprintf("the timeline has only %s", entries),
				Hint:    "say at least what set it off, when it was noticed and when it was over",
			})
		}
	},
}
