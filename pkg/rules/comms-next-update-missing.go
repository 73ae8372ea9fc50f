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
		for _, e := range p.Report.Timeline.Events {
			switch e.Phase.Value {
			case report.Mitigated, report.Resolved:
				return
			case report.StatusUpdate:
				if !report.AnnouncesNext(rest(p, e)) {
					p.Diagnose(lint.Diagnostic{
						Span:    e.Phase.Span,
						Message: "the status update at " + e.At.Text + " does not say when the next one comes",
						Hint:    "say it in every update while the incident goes on: \"next update at 11:30\"",
					})
				}
			}
		}
	},
}
