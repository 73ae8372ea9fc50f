package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionDueUnreadable = lint.Rule{
	Name:     "action-due-unreadable",
	Summary:  "what stands as the due date of an action is no date",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if !a.Due.Written() || !a.Open() || report.Waived(a.Due.Value) {
				continue
			}
			if !dueDays.Of(p)[i].IsZero() {
				continue
			}
			what := "is no date"
			if a.DueYearless() {
				what = "has no year"
			}
			if at, ok := moment.Read(a.Due.Value); ok && at.Has.Any(moment.HasMonth) {
				what = "has no year"
				if at.Problem != "" {
					what = "is not clear: " + at.Problem
				}
				if at.ProblemKind == moment.Unreadable {
					what = "is no date: " + at.Problem
				}
			}
			p.Diagnose(lint.Diagnostic{Span: a.Due.Span, Message: "due \"" + a.Due.Value + "\" " + what,
				Hint: "write a date as 2026-03-31, or `not dated: why`"})
		}
	},
}
