package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineTimeUnreadable = lint.Rule{
	Name:     "timeline-time-unreadable",
	Summary:  "an entry has the shape of a time that cannot be one",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write it as 2019-03-28 11:10", moment.Unreadable)
	},
}
