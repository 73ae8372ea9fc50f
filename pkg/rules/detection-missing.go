package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var detectionMissing = lint.Rule{
	Name:     "detection-missing",
	Summary:  "nothing says how the incident was noticed",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		if r.Meta.Lost || r.Meta.Detection.Written() || len(r.Timeline.Events) == 0 {
			return
		}
		at := heads(r.Timeline.Events[0])
		if r.Meta.Template.Written() {
			at = r.Meta.Template.Span
		} else if r.Section(report.Detection) != nil || r.Timeline.First(report.Detected) != nil || noticed(r) {
			return // it is told, in another house's style
		}
		p.Diagnose(lint.Diagnostic{
			Span:    at,
			Message: "nothing says how the incident was noticed",
			Hint:    "write `detection: alert` in the front matter; or customer, employee, partner, luck",
		})
	},
}

// noticed reports whether any sentence speaks of noticing or of an alarm.
func noticed(r *report.Report) bool {
	for _, ps := range r.Passages {
		for w := range eachWord(ps.Text) {
			for _, stem := range []string{"alert", "alarm", "paged", "pager", "notic", "detect", "monitor", "complain", "observ", "discover"} {
				if strings.HasPrefix(w.low, stem) {
					return true
				}
			}
			switch w.low {
			case "reported", "reports", "reporting", "raised", "spotted", "realised", "realized", "saw", "found":
				return true
			}
		}
	}
	return false
}
