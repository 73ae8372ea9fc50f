package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var timelineZoneAmbiguous = lint.Rule{
	Name:     "timeline-zone-ambiguous",
	Summary:  "an entry has a zone abbreviation that means several zones, or one that does not fit the season",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		stampProblems(p, "write the zone as UTC or as a city: Asia/Kolkata", moment.AmbiguousZone, moment.WrongSeason)
	},
}
