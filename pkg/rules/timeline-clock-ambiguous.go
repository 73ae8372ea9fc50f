package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineClockAmbiguous = lint.Rule{
	Name:     "timeline-clock-ambiguous",
	Summary:  "an entry has a clock time of which nobody can say whether it is am or pm",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write 13:20 or 1:20 pm", moment.AmbiguousClock)
	},
}
