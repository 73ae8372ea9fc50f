package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsFirstUpdateLate = lint.Rule{
	Name:     "comms-first-update-late",
	Summary:  "the first status update came long after the incident was detected, and the report does not speak of it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		first, from := t.First(report.StatusUpdate), t.First(report.Detected)
		if begins := t.First(report.ImpactBegins); from == nil || begins != nil && from.Before(begins) {
			from = begins // there was nothing to tell before that
		}
		if first == nil || from == nil {
			return
		}
		if low, _, ok := from.Until(first); ok && low > orElse(p.Policy.FirstUpdate, 30*time.Minute) && !drawsOnComms(p.Report) {
			p.Diagnose(lint.Diagnostic{
				Span:    stampSpan(first),
				Message: fmt.Sprintf("the first status update came %s after %q at %s", moment.Length(low), from.Phase.Value, from.At.Text),
				Hint:    "add the update that came before it; or say what went poorly with it, or which action mends it",
				Related: []lint.Related{eventPlace(from)},
			})
		}
	},
}
