package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var detectionByCustomerUnanswered = lint.Rule{
	Name:     "detection-by-customer-unanswered",
	Summary:  "customers noticed first, and no action would notice it next time",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		how := r.Meta.Detection
		if v := strings.ToLower(how.Value); v != "customer" && v != "partner" && v != "luck" || len(r.Actions) == 0 {
			return
		}
		for i := range r.Actions {
			if detects(&r.Actions[i]) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{
			Span:    how.Span,
			Message: "the incident was noticed by a " + who(how.Value) + ", and no corrective action would notice it next time",
			Hint:    "add an action of type detect: an alert, a probe, a check",
			Related: []lint.Related{{Span: r.Actions[0].Within.Heading.Span, Message: "the corrective actions"}},
		})
	},
}

func who(detection string) string {
	if strings.EqualFold(detection, "luck") {
		return "stroke of luck"
	}
	return strings.ToLower(detection)
}

// detects reports whether an action finds such an incident out: by its type, by the check that it
// carries, or by a word of finding out.
func detects(a *report.Action) bool {
	if strings.Contains(strings.ToLower(a.Type.Value), "detect") || a.Check.Written() {
		return true
	}
	for _, w := range wordsOf(a.Text.Value) {
		for _, stem := range []string{"alert", "alarm", "monitor", "detect", "probe", "page", "paging", "notif", "watch", "healthcheck", "synthetic", "smoke", "canary"} {
			if strings.HasPrefix(w.low, stem) {
				return true
			}
		}
	}
	return false
}
