package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsMissing = lint.Rule{
	Name:     "comms-missing",
	Summary:  "customers felt an incident of the highest severity, and nothing says what they were told",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		if !gravest(r.Meta.Severity.Value) || len(r.Timeline.Events) == 0 || r.Timeline.First(report.StatusUpdate) != nil || r.Section(report.CustomerSummary) != nil {
			return
		}
		felt := false
		for _, ps := range r.Passages {
			if tells(ps.Text) {
				return
			}
			felt = felt || ps.Section.Within(report.Impact) && namesCustomers(ps.Text)
		}
		if felt {
			p.Diagnose(lint.Diagnostic{
				Span:    r.Meta.Severity.Span,
				Message: fmt.Sprintf("customers felt this incident of severity %s, and nothing says what they were told and when", r.Meta.Severity.Value),
				Hint:    "mark the entries: `- 10:20 **Status update** we are looking into failed payments`",
			})
		}
	},
}

// tells reports whether a text speaks of telling customers.
func tells(text string) bool {
	text = strings.ToLower(text)
	for _, s := range []string{"status page", "statuspage", "status update", "were told", "were informed", "was informed", "were notified", "notified customers",
		"informed customers", "told customers", "emailed customers", "email to customers", "announce", "tweet", "banner"} {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

func namesCustomers(text string) bool {
	for w := range eachWord(text) {
		switch w.low {
		case "customer", "customers", "user", "users", "client", "clients", "merchant", "merchants", "visitor", "visitors", "tenant", "tenants":
			return true
		}
	}
	return false
}
