package rules

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionTrainingOnly = lint.Rule{
	Name:     "action-training-only",
	Summary:  "all that changes, or all that prevents, is that people are told or trained",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var first *report.Action
		typed := slices.ContainsFunc(p.Report.Actions, func(a report.Action) bool { return typeOf(&a) == "prevent" })
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if typed && typeOf(a) != "prevent" {
				continue
			}
			task := tasks.Of(p)[i]
			verb, ok := wordAt(task, 0)
			if _, kind := vagueLead(task); !ok || !training()[verb.low] && kind != "care" {
				return
			}
			if first == nil {
				first = a
			}
		}
		if first == nil {
			return
		}
		message := "the only thing that changes is what people are told"
		if typed {
			message = "the only prevention is that people are told"
		}
		p.Diagnose(lint.Diagnostic{Span: first.Text.Span, Message: message, Hint: "add something that works when nobody remembers: a check, a limit, a default"})
	},
}

var training = lazySet("train training retrain teach teaching educate educating coach coaching remind reminding tell instruct")
