package rules

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionDueMissing = lint.Rule{
	Name:     "action-due-missing",
	Summary:  "a corrective action has neither a date by which it is done nor a ticket that may hold one",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		lack{
			thing:  "a due date",
			column: "Due",
			hint:   "write a date as 2026-03-31, or `not dated: why`",
			missing: func(a *report.Action) bool {
				return !a.Due.Written() && !dated(a.Within) && (p.Policy.DueDates || !heldByTicket(a))
			},
			told: func(text string) bool { return len(moment.Find(text)) > 0 || !promises(text) },
		}.report(p)
	},
}

// heldByTicket reports whether the ticket of an action may hold its date: it names one, and stands in no
// table that keeps the dates itself.
func heldByTicket(a *report.Action) bool {
	return len(a.Tickets) > 0 && !slices.ContainsFunc(a.Columns, func(h string) bool { return report.ActionColumn(h) == "due" })
}

// dated reports whether the heading of a group gives its actions a date: "Long term (Q4 2025)".
func dated(s *report.Section) bool {
	h := s.Heading.Value
	for w := range eachWord(h) {
		if len(w.low) == 2 && w.low[0] == 'q' && '1' <= w.low[1] && w.low[1] <= '4' {
			return true
		}
	}
	return len(moment.Find(h)) > 0
}

// promises reports whether prose speaks of what is still to be done.
func promises(text string) bool {
	for w := range eachWord(text) {
		switch w.low {
		case "will", "we'll", "shall", "should", "must", "need", "needs", "plan", "planning", "intend", "intends", "going":
			return true
		}
	}
	return false
}
