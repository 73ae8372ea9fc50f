package rules

import (
	"fmt"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicAcronym = lint.Rule{
	Name:     "public-acronym",
	Summary:  "customers meet an acronym that is not explained to them",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		seen := map[string]bool{}
		text := forCustomers.Of(p)
		for _, ps := range text.all {
			acronyms(ps.Text, func(start, end int) {
				name := ps.Text[start:end]
				if seen[name] || len(seen) == mostAcronyms || !text.shows(ps.Span(start, end)) {
					return
				}
				seen[name] = true
				if !householdNames()[name] && !inGlossary(p, name) && !explained(text.all, name) {
					p.Diagnose(lint.Diagnostic{Span: ps.Span(start, end), Message: fmt.Sprintf("%q is not explained to customers", name), Hint: "say what it is in their words, or leave it out"})
				}
			})
		}
	},
}

// householdNames holds the acronyms that anybody knows who reads a status page.
var householdNames = sync.OnceValue(func() map[string]bool {
	return set("PT ET CT MT AKST HST NZST NZDT SGT HKT WET WEST MSK II III IV VI VII IBM HP NASA FDA SEC NYSE FBI NATO GDP GPS VIP COO CFO CIO HR IT AI GB MB KB TB DVD APAC EMEA LATAM LATER POST GET HEAD CODE AM PM UTC GMT EST EDT CST CDT MST MDT PST PDT CET CEST BST IST EET EEST AEST AEDT JST US USA UK EU UN TV PC PDF CSV FAQ ID IDS OK SMS CEO CTO URL USB ZIP USD EUR GBP " +
		"API APIS CRM HTML HTTP HTTPS SSO VAT JSON XML IOS AND OR NOT ALL NO")
})
