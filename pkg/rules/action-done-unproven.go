package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionDoneUnproven = lint.Rule{
	Name:     "action-done-unproven",
	Summary:  "an action is marked as done, and nothing shows it",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			whole := p.Report.File.Slice(a.Span)
			if a.Done && len(a.Tickets) == 0 && !a.Check.Written() && !a.Due.Written() && !proof(a.Text.Value) && !proof(a.Status.Value) &&
				!strings.Contains(whole, "://") && !strings.Contains(whole, "during the incident") {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: "this action is done, and no ticket, link, date or check shows it",
					Hint: "link the change or the ticket, or say since when"})
			}
		}
	},
}
