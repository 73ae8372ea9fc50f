package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var actionTrainingOnly = lint.Rule{
	Name:     "action-training-only",
	Summary:  "all that changes is that people are told or trained",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Report.Actions) == 0 {
			return
		}
		for i := range p.Report.Actions {
			words := task(p.Report.Actions[i].Text.Value)
			_, kind := vagueLead(words)
			if len(words) == 0 || !training[words[0]] && kind != "care" {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{Span: p.Report.Actions[0].Text.Span, Message: "the only thing that changes is what people are told",
			Hint: "add something that works when nobody remembers: a check, a limit, a default"})
	},
}

var training = set("train training retrain teach teaching educate educating coach coaching remind reminding tell instruct")
