package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var actionDuePast = lint.Rule{
	Name:     "action-due-past",
	Summary:  "an action is open after the day on which it was due",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Now.IsZero() {
			return
		}
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if day := dueDays.Of(p)[i]; overdue(a, day, p.Now) {
				p.Diagnose(lint.Diagnostic{Span: a.Due.Span, Message: "this action was due on " + day.Format("2006-01-02") + " and is not marked done",
					Hint: "mark it done, or agree on a new date and say why"})
			}
		}
	},
}
