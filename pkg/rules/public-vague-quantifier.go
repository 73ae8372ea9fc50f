package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicVagueQuantifier = lint.Rule{
	Name:     "public-vague-quantifier",
	Summary:  "customers are told of \"a small number\", and the report knows the number or does not say why it has none",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		text := forCustomers.Of(p)
		if len(text.told) == 0 {
			return
		}
		counts := countsOf(p)
		for h := range said(p, vaguePhrases) {
			if !text.inTold[h.passage] || ofOthers(h) || shared(h) {
				continue
			}
			d := lint.Diagnostic{Span: h.span(), Message: fmt.Sprintf("%q: how many is said nowhere", h.text()), Hint: "give a number or a share, or say under impact why it is not known"}
			if slices.ContainsFunc(counts, func(c *claim.Claim) bool { return text.shows(c.Span) }) {
				continue
			}
			if len(counts) > 0 {
				c := counts[0]
				d.Message = fmt.Sprintf("%q are told to customers, and the report counts %s", h.text(), c.Text)
				d.Hint = "say the number, rounded if it must be: a reader who finds it later trusts the rest less"
				d.Related = []lint.Related{{Span: c.Span, Message: c.Text}}
			} else if uncounted(p) || h.passage.Section.Within(report.Impact) || h.passage.Section.Within(report.Summary) {
				continue // the last are the matter of impact-vague
			}
			p.Diagnose(d)
		}
	},
}

// ofOthers reports whether a phrase counts those who told of it and not those whom it hit, or none at
// all: "several customers reported", "painful for many of our customers", "multiple orders".
func ofOthers(h hit) bool {
	if strings.HasPrefix(strings.ToLower(h.text()), "multiple") {
		return true
	}
	for w := range eachWord(h.passage.Text[h.end:]) {
		if w.start < 3 && (strings.HasPrefix(w.low, "report") || w.low == "told" || w.low == "asked" || w.low == "wrote" || w.low == "contacted" || w.low == "noticed") {
			return true
		}
		break
	}
	if strings.HasSuffix(h.text(), "requests") && (firstWord(h.passage.Text[h.end:]) == "to" || firstWord(h.passage.Text[h.end:]) == "for") {
		return true // somebody asked for something
	}
	before := strings.ToLower(h.before())
	for _, feeling := range []string{"painful for ", "frustrating for ", "disruptive for ", "difficult for ", "frustrated ", "disappointed "} {
		if strings.HasSuffix(before, feeling) {
			return true
		}
	}
	return false
}

// shared reports whether the sentence gives a share of them as well.
func shared(h hit) bool {
	sentence := h.before() + sentenceAt(h.passage.Text, h.start)
	return strings.Contains(sentence, "%") || strings.Contains(sentence, "percent")
}

// countsOf are the counts of those affected that the report states.
func countsOf(p *lint.Pass) (all []*claim.Claim) {
	for c := range claimsOf(p) {
		if c.Kind == claim.Count && c.Subject == claim.OfAffected && (part(p.Report, c) != "" || forCustomers.Of(p).inProse[c.Passage]) {
			all = append(all, c)
		}
	}
	return all
}

// uncounted reports whether the report says that there is no count.
func uncounted(p *lint.Pass) bool {
	for _, ps := range p.Report.Passages {
		if forCustomers.Of(p).inTold[ps] {
			continue
		}
		low := strings.ToLower(ps.Text)
		for _, s := range []string{"no count", "not counted", "not known", "unknown", "no number", "not in the source", "cannot be determined", "could not be determined", "not recorded", "how many"} {
			if strings.Contains(low, s) {
				return true
			}
		}
	}
	return false
}
