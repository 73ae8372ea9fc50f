package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineEntryEmpty = lint.Rule{
	Name:     "timeline-entry-empty",
	Summary:  "an entry of the timeline has a time and says nothing",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, e := range p.Report.Timeline.Events {
			if e.Text.Value != "" || e.Phase.Written() || !e.At.Has.Any(moment.HasClock) || plain(rest(p, e)) != "" {
				continue
			}
			p.Diagnose(lint.Diagnostic{
				Span:    stampSpan(e),
				Message: "the entry at " + e.At.Text + " does not say what happened",
				Hint:    "say what was seen or done, or take the entry out",
			})
		}
	},
}
