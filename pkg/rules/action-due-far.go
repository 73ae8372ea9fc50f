package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

// farMonths is the most time that an action may take before it is a project.
const farMonths = 6

var actionDueFar = lint.Rule{
	Name:     "action-due-far",
	Summary:  "an action is due more than half a year after the incident",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		began, ended := incident(p.Report)
		if ended.Before(began) {
			ended = began
		}
		if ended.IsZero() {
			return
		}
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			day := dueDays.Of(p)[i]
			if day.IsZero() || !a.Open() || !day.After(ended.AddDate(0, farMonths, 0)) {
				continue
			}
			months := int(day.Sub(ended) / (30 * 24 * time.Hour))
			p.Diagnose(lint.Diagnostic{Span: a.Due.Span, Message: fmt.Sprintf("this action is due %d months after the incident ended on %s", months, ended.Format("2006-01-02")),
				Hint: "split off a first step that can be done sooner"})
		}
	},
}
