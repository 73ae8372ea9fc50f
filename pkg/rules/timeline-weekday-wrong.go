package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineWeekdayWrong = lint.Rule{
	Name:     "timeline-weekday-wrong",
	Summary:  "an entry names a day of the week that its date was not",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "correct the day or the date", moment.WrongWeekday)
	},
}
