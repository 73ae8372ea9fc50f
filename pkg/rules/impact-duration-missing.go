package rules

import (
	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var impactDurationMissing = lint.Rule{
	Name:     "impact-duration-missing",
	Summary:  "nothing says how long the impact lasted",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		s := r.Section(report.Impact)
		if s == nil || !s.Heading.Written() || r.Meta.Started.Written() && (r.Meta.Resolved.Written() || r.Meta.Mitigated.Written()) {
			return
		}
		for _, m := range r.Metrics() {
			if m.Missing == "" && m.From.Phase.Value == report.ImpactBegins && (m.To.Phase.Value == report.Mitigated || m.To.Phase.Value == report.Resolved) {
				return
			}
		}
		for c := range claimsOf(p) {
			if c.Subject == claim.OfIncident || c.Subject == claim.OfMitigation || c.Subject == claim.OfMitigated {
				return
			}
			if part(r, c) != "" && (c.Kind == claim.Duration || c.Kind == claim.Time && c.Stamp.Until != nil) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{
			Span:    s.Heading.Span,
			Message: "nothing says how long the impact lasted",
			Hint:    "mark **Impact begins** and **Mitigated** or **Resolved** in the timeline, and the length is derived; or state it here",
		})
	},
}
