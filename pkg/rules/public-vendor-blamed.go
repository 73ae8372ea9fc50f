package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicVendorBlamed = lint.Rule{
	Name:     "public-vendor-blamed",
	Summary:  "customers are told that somebody else is to blame",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if customerSummary(p.Report) == nil {
			return
		}
		for h := range said(p, vendorPhrases) {
			if h.passage.Section.Within(report.CustomerSummary) {
				message := fmt.Sprintf("%q puts the blame on somebody else", h.text())
				if name := vendorIn(h); name != "" && !inCauses(p.Report, name) {
					message += fmt.Sprintf(", and no cause in this report names %s", name)
				}
				p.Diagnose(lint.Diagnostic{Span: h.span(), Message: message, Hint: "say what it did to your service and what you change so that it does not again: customers chose you, not your supplier"})
			}
		}
	},
}

// vendorIn gives the supplier that a hit ends in, with the rest of its name; empty if it names none.
func vendorIn(h hit) string {
	words := strings.Fields(h.text())
	last := words[len(words)-1]
	if !vendorNames()[strings.ToLower(last)] {
		return ""
	}
	for w := range strings.FieldsSeq(h.passage.Text[h.end:]) {
		if w[0] < 'A' || w[0] > 'Z' {
			break
		}
		last += " " + strings.TrimRight(w, ".,;:!?)")
		if strings.ContainsAny(w, ".,;:!?)") {
			break
		}
	}
	return last
}

var vendorNames = lazySet(strings.ReplaceAll(vendors, "|", " "))

// inCauses reports whether what the report says of causes, or its summary for colleagues, holds a name or
// the short form of its capitals: AWS for Amazon Web Services.
func inCauses(r *report.Report, name string) bool {
	short := ""
	for _, w := range strings.Fields(name) {
		short += w[:1]
	}
	for _, ps := range r.Passages {
		if !ps.Section.Within(report.Causes) && !ps.Section.Within(report.Trigger) && !ps.Section.Within(report.Summary) || ps.Section.Within(report.CustomerSummary) {
			continue
		}
		for w := range eachWord(ps.Text) {
			if at := ps.Text[w.start:w.end]; strings.EqualFold(at, strings.Fields(name)[0]) || len(short) > 1 && at == short {
				return true
			}
		}
	}
	return false
}

const (
	suppliers = "vendor|vendors|supplier|suppliers|provider|providers|partner|subcontractor|contractor|third-party"
	vendors   = "adyen|akamai|amazon|amazon's|aws|auth0|azure|braintree|cloudflare|cloudflare's|cloudfront|cogent|comcast|datadog|digitalocean|dyn|equinix|fastly|gcp|github|google|google's|" +
		"heroku|hetzner|linode|mailgun|microsoft|microsoft's|netlify|okta|ovh|paypal|rackspace|route53|sendgrid|stripe|telia|twilio|vercel|verizon|zayo"
	faults = "outage|failure|failures|fault|error|errors|mistake|bug|problem|problems|issue|issues|incident|negligence"
)

var vendorPhrases = &phrases{patterns: []string{
	"caused|triggered by [a|an|one|of|our] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"fault|mistake|error|failure of [a|one|our|the] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"due|owing to [a|an|our|the] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " [side] " + faults,
	"because|result of [a|an|our|the] [third-party|hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"our [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " failed|caused|broke|neglected|forgot|admitted",
	"outside|beyond [of] our control",
	"caused|triggered by [a|an|the|our] [failure|outage|fault|error|problem|issue|incident|bug|disruption] [at|with|in|of|from|on] " + vendors,
	"due|owing to [a|an|the] [failure|outage|fault|error|problem|issue|incident|bug|disruption] [at|with|in|of|from|on] " + vendors,
	"because|result of [a|an|the] [failure|outage|fault|error|problem|issue|incident|bug|disruption] [at|with|in|of|from|on] " + vendors,
	"fault|mistake|negligence of " + vendors,
	"not our fault",
	"through no fault of ours|our",
}}
