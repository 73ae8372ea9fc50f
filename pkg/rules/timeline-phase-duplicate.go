package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelinePhaseDuplicate = lint.Rule{
	Name:     "timeline-phase-duplicate",
	Summary:  "a phase is marked twice, and it is not plain which one the durations are made from",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		seen := map[report.Phase]*report.Event{}
		for _, e := range p.Report.Timeline.Events {
			ph := e.Phase.Value
			if ph == "" || ph == report.StatusUpdate {
				continue
			}
			if ph == report.ImpactBegins && (seen[report.Mitigated] != nil || seen[report.Resolved] != nil) {
				clear(seen) // it came back: everything may be marked again
			}
			if first := seen[ph]; first != nil {
				p.Diagnose(lint.Diagnostic{
					Span:    e.Phase.Span,
					Message: fmt.Sprintf("%q is marked again at %s; durations are counted with the mark at %s", ph, e.At.Text, first.At.Text),
					Hint:    "keep the mark on one entry; if the trouble came back, mark \"Impact begins\" again first",
					Related: []lint.Related{eventPlace(first)},
				})
				continue
			}
			seen[ph] = e
		}
	},
}
