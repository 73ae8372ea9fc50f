package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaTimesOrder = lint.Rule{
	Name:     "meta-times-order",
	Summary:  "the front matter's times run backwards",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		m := &p.Report.Meta
		times := []struct {
			key string
			at  report.Field[moment.Stamp]
		}{{"started", m.Started}, {"detected", m.Detected}, {"mitigated", m.Mitigated}, {"resolved", m.Resolved}}
		for i, b := range times {
			for _, a := range times[:i] {
				// An alert may come before the impact it warns of.
				if a.key == "started" && b.key == "detected" || a.at.Value.Instant.IsZero() || b.at.Value.Instant.IsZero() {
					continue
				}
				if !b.at.Value.Instant.Before(a.at.Value.Instant) || !b.at.Value.Has.Any(moment.HasClock) {
					continue
				}
				p.Diagnose(lint.Diagnostic{
					Span:    b.at.Span,
					Message: fmt.Sprintf("%s at %s is earlier than %s at %s", b.key, b.at.Value.Text, a.key, a.at.Value.Text),
					Related: []lint.Related{{Span: a.at.Span, Message: a.key}},
				})
				break
			}
		}
	},
}
