package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// customerSummary is the section that a report addresses to customers, nil if it has none or nothing
// stands in it.
func customerSummary(r *report.Report) *report.Section {
	s := r.Section(report.CustomerSummary)
	if s == nil || !s.Heading.Written() || empty(r, s) {
		return nil
	}
	return s
}

// forCustomers are the passages of the customer summary, without headings and without what is
// withheld again.
var forCustomers = lint.NewMemo(func(p *lint.Pass) []*report.Passage {
	var out []*report.Passage
	if customerSummary(p.Report) == nil {
		return nil
	}
	hidden := withheld(p.Report)
	for _, ps := range p.Report.Passages {
		if ps.Section.Within(report.CustomerSummary) && !ps.Heading() && !ps.Quoted && (!hidden || publicParts.Of(p)[ps]) {
			out = append(out, ps)
		}
	}
	return out
})

// publicParts are all passages that customers may read, wherever they stand, headings among them.
var publicParts = lint.NewMemo(func(p *lint.Pass) map[*report.Passage]bool {
	out := map[*report.Passage]bool{}
	public := edition.Public(p.Report)
	for _, ps := range p.Report.Passages {
		at := ps.Full()
		for len(public) > 0 && public[0].End <= at.Start {
			public = public[1:]
		}
		if len(public) > 0 && public[0].Contains(at) {
			out[ps] = true
		}
	}
	return out
})

func withheld(r *report.Report) bool {
	for _, c := range r.Comments {
		if strings.EqualFold(c.Text, "internal") {
			return true
		}
	}
	return false
}

// customerClaims are the facts stated in the customer summary.
func customerClaims(p *lint.Pass) []*claim.Claim {
	parts := forCustomers.Of(p)
	if len(parts) == 0 {
		return nil
	}
	read := make(map[*report.Passage]bool, len(parts))
	for _, ps := range parts {
		read[ps] = true
	}
	var out []*claim.Claim
	for c := range claimsOf(p) {
		if read[c.Passage] && len(out) < mostClaims {
			out = append(out, c)
		}
	}
	return out
}

// mostClaims is how many facts are laid beside each other; no summary has as many.
const mostClaims = 300

// internalClaims are the facts stated anywhere else that say what they speak of.
func internalClaims(p *lint.Pass, kind claim.Kind, of claim.Subject) []*claim.Claim {
	var out []*claim.Claim
	for c := range claimsOf(p) {
		if c.Kind == kind && c.Subject == of && len(out) < mostClaims && !c.Section.Within(report.CustomerSummary) {
			out = append(out, c)
		}
	}
	return out
}
