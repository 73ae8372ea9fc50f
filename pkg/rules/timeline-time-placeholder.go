package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineTimePlaceholder = lint.Rule{
	Name:     "timeline-time-placeholder",
	Summary:  "an entry has a time that was never filled in",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write the time, or \"about 09:40\" if nobody knows it better", moment.Placeholder)
	},
}
