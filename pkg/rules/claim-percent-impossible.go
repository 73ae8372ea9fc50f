package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var claimPercentImpossible = lint.Rule{
	Name:     "claim-percent-impossible",
	Summary:  "a part is said to be larger than its whole",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, s := range statedShares.Of(p) {
			if s.PartOverflow {
				p.Diagnose(lint.Diagnostic{
					Span:    s.in.Span(s.Start, s.End),
					Message: fmt.Sprintf("%q: the part is larger than the whole", s.in.Text[s.Start:s.End]),
					Hint:    "correct one of the numbers",
				})
			}
		}
		for i := range p.Report.Claims {
			if c := &p.Report.Claims[i]; c.Kind == report.ClaimPercent && c.Low > 100 && ofWhole(c) {
				p.Diagnose(lint.Diagnostic{
					Span:    c.Span,
					Message: fmt.Sprintf("%s of a whole cannot be: there is no more than 100 %%", c.Text),
					Hint:    "correct the number, or say what it is compared with",
				})
			}
		}
	},
}

// ofWhole reports whether a percentage is said to be a share of those that exist: "of all users
// were affected", not "of normal traffic".
func ofWhole(c *report.Claim) bool {
	of, ok := nextWord(c.Passage.Text, c.End)
	if !ok || of.low != "of" {
		return false
	}
	for at := of.end; ; {
		w, ok := nextWord(c.Passage.Text, at)
		if !ok {
			return false
		}
		switch w.low {
		case "the", "all", "our", "its", "their", "total", "active", "registered", "paying", "affected":
			at = w.end
		case "users", "customers", "accounts", "tenants", "clients", "people", "visitors", "merchants", "hosts", "nodes", "servers", "instances", "pods":
			return true
		default:
			return false
		}
	}
}
