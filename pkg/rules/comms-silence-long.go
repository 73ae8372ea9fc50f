package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsSilenceLong = lint.Rule{
	Name:     "comms-silence-long",
	Summary:  "customers heard nothing for a long time while the incident went on, and the report does not speak of it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		most := orElse(p.Policy.Silence, time.Hour)
		var last *report.Event
		for _, e := range p.Report.Timeline.Events {
			over := e.Phase.Value == report.Mitigated || e.Phase.Value == report.Resolved
			if e.Phase.Value != report.StatusUpdate && !over {
				continue
			}
			if last != nil {
				silence(p, last, e, most)
			}
			if over {
				return
			}
			last = e
		}
	},
}

// silence reports the time from a status update to the next one, or to the end of the impact, if it
// is long.
func silence(p *lint.Pass, from, to *report.Event, most time.Duration) {
	low, _, ok := from.Until(to)
	if !ok || low <= most || drawsOnComms(p.Report) {
		return
	}
	until := "to " + to.At.Text
	if to.Phase.Value != report.StatusUpdate {
		until = fmt.Sprintf("until it was %s at %s", strings.ToLower(string(to.Phase.Value)), to.At.Text)
	}
	p.Diagnose(lint.Diagnostic{
		Span:    stampSpan(to),
		Message: fmt.Sprintf("customers heard nothing for %s, from %s %s", moment.Length(low), from.At.Text, until),
		Hint:    "add the updates that are missing here; or say what went poorly with them, or which action mends it",
		Related: []lint.Related{eventPlace(from)},
	})
}
