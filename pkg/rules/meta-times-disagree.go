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
			if !pair.at.Written() || pair.at.Value.Instant.IsZero() {
				continue
			}
			if e, off := nearest(p.Report, pair.phase, &pair.at.Value); e != nil && off > 0 {
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

// nearest is the entry of a phase that is nearest to a time, and how far apart the two are; that is
// 0 where they may be the same. What came back is marked several times, and any of them may be meant.
func nearest(r *report.Report, ph report.Phase, at *moment.Stamp) (best *report.Event, off time.Duration) {
	for _, e := range r.Timeline.Events {
		if e.Phase.Value != ph || e.At.Instant.IsZero() {
			continue
		}
		slack := time.Minute
		if !at.Has.Any(moment.HasClock) || e.DateOnly() {
			slack = 24 * time.Hour
		}
		d := at.Instant.Sub(e.At.Instant).Abs()
		if d < slack || e.At.Approximate {
			return e, 0
		}
		if best == nil || d < off {
			best, off = e, d
		}
	}
	return best, off
}
