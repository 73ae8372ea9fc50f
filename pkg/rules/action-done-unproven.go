package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionDoneUnproven = lint.Rule{
	Name:     "action-done-unproven",
	Summary:  "an action is marked as done, and nothing shows it",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var bare []*report.Action
		for i := range p.Report.Actions {
			if a := &p.Report.Actions[i]; a.Done && !proven(p.Report, a) {
				bare = append(bare, a)
			}
		}
		const hint = "link the change or the ticket, or say since when"
		if n := len(bare); n > 3 {
			p.Diagnose(lint.Diagnostic{Span: bare[0].Text.Span, Message: fmt.Sprintf("%d actions are done, this one first, and no ticket, link, date or check shows it", n), Hint: hint})
			return
		}
		for _, a := range bare {
			p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: "this action is done, and no ticket, link, date or check shows it", Hint: hint})
		}
	},
}

// proven reports whether an action gives something to look up.
func proven(r *report.Report, a *report.Action) bool {
	whole := r.File.Slice(a.Span)
	return len(a.Tickets) > 0 || a.Check.Written() || a.Due.Written() || proof(a.Text.Value) || proof(a.Status.Value) ||
		strings.Contains(whole, "://") || strings.Contains(whole, "during the incident")
}
