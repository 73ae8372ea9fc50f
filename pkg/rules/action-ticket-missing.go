package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionTicketMissing = lint.Rule{
	Name:     "action-ticket-missing",
	Summary:  "an action has no ticket where the others have one, or where the policy asks for one",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Policy.Tickets {
			lacking(p, "a ticket", "link the issue in which it is tracked", func(a *report.Action) bool { return len(a.Tickets) == 0 })
			return
		}
		with, open := 0, 0
		for i := range p.Report.Actions {
			if a := &p.Report.Actions[i]; len(a.Tickets) > 0 {
				with++
			} else if !a.Done {
				open++
			}
		}
		if with <= open {
			return
		}
		for i := range p.Report.Actions {
			if a := &p.Report.Actions[i]; len(a.Tickets) == 0 && !a.Done {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: fmt.Sprintf("this action has no ticket; %d others have one", with),
					Hint: "link the issue in which it is tracked"})
			}
		}
	},
}
