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
	Summary:  "no action names a ticket, or one does not where its table has a column for it, or where the policy asks for all",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		actions := p.Report.Actions
		with := 0
		for i := range actions {
			if len(actions[i].Tickets) > 0 {
				with++
			}
		}
		switch {
		case p.Policy.Tickets || len(actions) == 0:
			ticketless.report(p)
		case with == 0 && !ticketsWaived(p.Report):
			p.Diagnose(lint.Diagnostic{Span: listHeading(p.Report), Message: none(len(actions)) + " names a ticket",
				Hint: ticketless.hint + ", or write `no tickets: why` below the list"})
		}
		for i := range actions {
			a := &actions[i]
			if !p.Policy.Tickets && with > 0 && len(a.Tickets) == 0 && !a.Closed() && slices.ContainsFunc(a.Columns, ticketColumn) {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: fmt.Sprintf("this action has no ticket; %d of %d have one", with, len(actions)),
					Hint: ticketless.hint})
			}
		}
	},
}

// ticketsWaived reports whether a line beside the actions says why they have no tickets.
func ticketsWaived(r *report.Report) bool {
	return slices.ContainsFunc(r.Passages, func(p *report.Passage) bool {
		return p.Section.Within(report.ActionsKind) && len(p.Text) > 10 && strings.EqualFold(p.Text[:9], "no ticket") && report.Waived(p.Text)
	})
}

var ticketless = lack{
	thing:   "a ticket",
	column:  "Ticket",
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
