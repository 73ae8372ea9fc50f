package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsNextUpdateMissing = lint.Rule{
	Name:     "comms-next-update-missing",
	Summary:  "a status update does not say when the next one will come",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var last *report.Event // after it, there may have been nothing to tell
		for _, e := range p.Report.Timeline.Events {
			over := e.Phase.Value == report.Mitigated || e.Phase.Value == report.Resolved
			if e.Phase.Value != report.StatusUpdate && !over {
				continue
			}
			if last != nil && report.NextAnnounced(rest(p, last)) == "" {
				p.Diagnose(lint.Diagnostic{
					Span:    last.Phase.Span,
					Message: "this status update does not say when the next one comes",
					Hint:    "say it in every update while the incident goes on: \"next update at 11:30\"",
				})
			}
			if last = e; over {
				return
			}
		}
	},
}
