package rules

import (
	"fmt"

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
				p.Diagnose(lint.Diagnostic{Span: h.span(), Message: fmt.Sprintf("%q puts the blame on somebody else", h.text()), Hint: "say what it did to your service and what you change so that it does not again: customers chose you, not your supplier"})
			}
		}
	},
}

const (
	suppliers = "vendor|vendors|supplier|suppliers|provider|providers|partner|subcontractor|contractor|third-party"
	faults    = "outage|failure|failures|fault|error|errors|mistake|bug|problem|problems|issue|issues|incident|negligence"
)

var vendorPhrases = &phrases{patterns: []string{
	"caused|triggered by [a|an|one|of|our] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"fault|mistake|error|failure of [a|one|our|the] [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"due|owing to [a|an|our|the] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " [side] " + faults,
	"because|result of [a|an|our|the] [third-party|hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers,
	"our [third-party|external|upstream] [hosting|cloud|service|payment|network|email|database|infrastructure] " + suppliers + " failed|caused|broke|neglected|forgot|admitted",
	"outside|beyond [of] our control",
	"not our fault",
	"through no fault of ours|our",
}}
