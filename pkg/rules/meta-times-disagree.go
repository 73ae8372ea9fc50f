package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaTimesDisagree = lint.Rule{
	Name:     "meta-times-disagree",
	Summary:  "a time in the front matter is not the one that the timeline marks",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		m := &p.Report.Meta
		for _, pair := range []struct {
			key   string
			at    report.Field[moment.Stamp]
			phase report.Phase
		}{
			{"started", m.Started, report.ImpactBegins},
			{"detected", m.Detected, report.Detected},
			{"mitigated", m.Mitigated, report.Mitigated},
			{"resolved", m.Resolved, report.Resolved},
		} {
			e := p.Report.Timeline.First(pair.phase)
			if e == nil || !pair.at.Written() || pair.at.Value.Instant.IsZero() || e.At.Instant.IsZero() || e.At.Approximate {
				continue
			}
			off := pair.at.Value.Instant.Sub(e.At.Instant).Abs()
			slack := time.Minute
			if !pair.at.Value.Has.Any(moment.HasClock) || e.DateOnly() {
				slack = 24 * time.Hour
			}
			if off >= slack {
				p.Diagnose(lint.Diagnostic{
					Span: pair.at.Span,
					Message: fmt.Sprintf("%s is %s here, but the timeline marks %q at %s, %s apart", pair.key,
						pair.at.Value.Text, pair.phase, e.At.Text, moment.Length(off)),
					Hint:    "correct one of them, or take the key out: the timeline is enough",
					Related: []lint.Related{eventPlace(e)},
				})
			}
		}
	},
}
