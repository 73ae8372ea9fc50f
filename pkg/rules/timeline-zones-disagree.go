package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineZonesDisagree = lint.Rule{
	Name:     "timeline-zones-disagree",
	Summary:  "an entry gives one moment in two zones, and they are not the same moment",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "correct one of the two times", moment.Disagreement)
	},
}
