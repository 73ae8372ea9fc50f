package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var actionDueBeforeIncident = lint.Rule{
	Name:     "action-due-before-incident",
	Summary:  "an action is due before the incident began",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		began, _ := incident(p.Report)
		if began.IsZero() {
			return
		}
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			// A zone may shift the incident's day by one.
			if day := dueDays.Of(p)[i]; !day.IsZero() && day.AddDate(0, 0, 2).Before(began) {
				p.Diagnose(lint.Diagnostic{Span: a.Due.Span, Message: "this action is due on " + day.Format("2006-01-02") + ", before the incident began on " + began.Format("2006-01-02"),
					Hint: "check the year"})
			}
		}
	},
}
