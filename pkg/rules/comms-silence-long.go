package rules

import (
	"fmt"
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
		if drawsOnComms(p.Report) {
			return
		}
		var last *report.Event
		for _, e := range p.Report.Timeline.Events {
			over := e.Phase.Value == report.Mitigated || e.Phase.Value == report.Resolved
			if e.Phase.Value != report.StatusUpdate && !over {
				continue
			}
			if last != nil {
				if low, _, ok := last.Until(e); ok && low > most {
					what := fmt.Sprintf("customers heard nothing for %s, from %s to %s", moment.Length(low), last.At.Text, e.At.Text)
					if over {
						what = fmt.Sprintf("customers heard nothing for %s, from %s until it was %s at %s", moment.Length(low), last.At.Text, lower(e.Phase.Value), e.At.Text)
					}
					p.Diagnose(lint.Diagnostic{
						Span:    stampSpan(e),
						Message: what,
						Hint:    "add the updates that are missing here; or say what went poorly with them, or which action mends it",
						Related: []lint.Related{eventPlace(last)},
					})
				}
			}
			if over {
				return
			}
			last = e
		}
	},
}
