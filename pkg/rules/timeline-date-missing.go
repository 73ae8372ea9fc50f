package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineDateMissing = lint.Rule{
	Name:     "timeline-date-missing",
	Summary:  "the date of an entry is stated nowhere",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Meta.Lost || p.Report.Timeline.Elapsed() {
			return
		}
		stampProblems(p, "write the date in the entry, in the heading, or as `started` in the front matter", moment.NoDate)
	},
}
