package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineDstImpossible = lint.Rule{
	Name:     "timeline-dst-impossible",
	Summary:  "an entry has a local time that clocks skipped, or one that occurred twice",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write the offset, or use UTC", moment.Gap, moment.Overlap)
	},
}
