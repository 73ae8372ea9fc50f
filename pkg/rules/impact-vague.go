package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var impactVague = lint.Rule{
	Name:     "impact-vague",
	Summary:  "the summary or the impact speaks of \"some users\", and no part of the report says how many",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if told(p) {
			return
		}
		for h := range said(p, vaguePhrases) {
			s := h.passage.Section
			if !s.Within(report.Impact) && !s.Within(report.Summary) {
				continue
			}
			p.Diagnose(lint.Diagnostic{
				Span:    h.span(),
				Message: fmt.Sprintf("%q: how many is said nowhere", h.text()),
				Hint:    "give a number, a share, or an estimate with its basis; \"not known, because ...\" is an answer too",
			})
			return
		}
	},
}

var vaguePhrases = &phrases{patterns: []string{
	"some|many|several|numerous|most|various|multiple|certain [of] [our|the|your] " + thoseHit,
	"a few|handful [of] [our|the] " + thoseHit,
	"a [small|large|significant|limited|certain] number|proportion|portion|fraction|subset|part|percentage of [our|the|all] " + thoseHit,
	"a lot of [our|the] " + thoseHit,
	"majority|minority of [our|the|all] " + thoseHit,
}}

const thoseHit = "users|customers|clients|accounts|tenants|merchants|visitors|people|requests|orders|payments|transactions|messages|emails|calls"

// told reports whether a summary, an impact or the title counts those that were hit, or gives a
// share.
func told(p *lint.Pass) bool {
	for c := range claimsOf(p) {
		if part(p.Report, c) != "" && (c.Kind == claim.Count || c.Kind == claim.Percent) {
			return true
		}
	}
	return false
}
