package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineGap = lint.Rule{
	Name:     "timeline-gap",
	Summary:  "nothing is recorded for a long time while the incident was being worked on",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		from, to := t.First(report.Detected), t.First(report.Mitigated)
		if to == nil {
			to = t.First(report.Resolved)
		}
		if from == nil || to == nil || from.Root != to.Root {
			return
		}
		most := orElse(p.Policy.Gap, 30*time.Minute)
		var last *report.Event
		for _, e := range t.Events {
			if e == from {
				last = e
				continue
			}
			if last == nil || e.Root != from.Root || e.DateOnly() || !e.At.Has.Any(moment.HasClock|moment.HasRelative) {
				continue
			}
			if low, _, ok := last.Until(e); ok && low > most {
				p.Diagnose(lint.Diagnostic{
					Span:    stampSpan(e),
					Message: fmt.Sprintf("nothing is recorded for %s, from %s to %s", moment.Length(low), last.At.Text, e.At.Text),
					Hint:    "say what was tried, ruled out or waited for in that time",
					Related: []lint.Related{eventPlace(last)},
				})
			}
			if last = e; e == to {
				return
			}
		}
	},
}

// orElse is a policy's length of time, or the usual one where there is no policy.
func orElse(policy, usual time.Duration) time.Duration {
	if policy > 0 {
		return policy
	}
	return usual
}
