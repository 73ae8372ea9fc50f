package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicApologyMissing = lint.Rule{
	Name:     "public-apology-missing",
	Summary:  "nothing that customers may read says sorry",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(forCustomers.Of(p).prose) == 0 || !p.Report.EnglishForCustomers() {
			return
		}
		for ps := range publicParts.Of(p) {
			if apologises(ps.Text) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{Span: forCustomers.Of(p).place(), Message: "nothing that customers may read says sorry", Hint: "say it once, plainly, for what it did to them: \"We are sorry that you could not pay\""})
	},
}

func apologises(text string) bool {
	low := strings.ToLower(text)
	return strings.Contains(low, "sorry") || strings.Contains(low, "apolog") || strings.Contains(low, "regret")
}
