package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineStartMissing = lint.Rule{
	Name:     "timeline-start-missing",
	Summary:  "times are counted from a start that is said nowhere",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Meta.Lost {
			return
		}
		for _, e := range p.Report.Timeline.Events {
			if e.At.ProblemKind == moment.NoStart && e.At.Base == moment.FromStart {
				stampProblem(p, e, "", "say once when that was: `T+0 (2026-02-03 10:02 UTC)`, or `started: ` in the front matter")
				return
			}
		}
	},
}
