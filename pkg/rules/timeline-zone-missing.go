package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelineZoneMissing = lint.Rule{
	Name:     "timeline-zone-missing",
	Summary:  "no time zone is stated for the timeline",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		if t.Zone.Written() || p.Report.Meta.Timezone.Written() {
			return
		}
		for _, e := range t.Events {
			if e.At.Has.Any(moment.HasZone) {
				return
			}
		}
		for _, e := range t.Events {
			if e.At.Has.Any(moment.HasClock) {
				p.Diagnose(lint.Diagnostic{
					Span:    source.Span{Start: e.At.Start, End: e.At.End},
					Message: "no time zone is stated for this timeline",
					Hint:    "write `timezone: Europe/Berlin` in the front matter, or \"All times are in UTC\" above the first entry",
				})
				return
			}
		}
	},
}
