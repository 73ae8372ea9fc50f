package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionTicketMissing = lint.Rule{
	Name:     "action-ticket-missing",
	Summary:  "an action has no ticket where its table has a column for it, or where the policy asks for one",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		if p.Policy.Tickets {
			ticketless.report(p)
			return
		}
		with := 0
		for i := range p.Report.Actions {
			if len(p.Report.Actions[i].Tickets) > 0 {
				with++
			}
		}
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if with > 0 && len(a.Tickets) == 0 && !a.Done && slices.ContainsFunc(a.Columns, ticketColumn) {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: fmt.Sprintf("this action has no ticket; %d of %d have one", with, len(p.Report.Actions)),
					Hint: ticketless.hint})
			}
		}
	},
}

var ticketless = lack{
	thing:   "a ticket",
	hint:    "name the issue in which it is tracked",
	missing: func(a *report.Action) bool { return len(a.Tickets) == 0 },
	told: func(text string) bool {
		return strings.ContainsAny(text, "#0123456789") || strings.Contains(text, "://")
	},
}

func ticketColumn(heading string) bool {
	switch plain(heading) {
	case "ticket", "tickets", "issue", "issues", "bug", "bugs", "tracking", "jira", "ticket issue", "link", "tracking bug", "work item", "pr":
		return true
	}
	return false
}
