package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineDateAmbiguous = lint.Rule{
	Name:     "timeline-date-ambiguous",
	Summary:  "an entry has a date that can be read in two ways",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write the date as 2023-04-03", moment.AmbiguousDate)
	},
}
