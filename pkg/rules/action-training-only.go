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
			if _, kind := vagueLead(task); !taught(plainWords(task), plain(a.Owner.Value)) && kind != "care" {
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

// taught reports whether an action is that people are told or trained, and not a model or a rule: by a
// word for people, by their own name, or because they learn what not to do.
func taught(words []string, owner string) bool {
	if len(words) == 0 {
		return false
	}
	if words[0] == "training" || (words[0] == "hold" || words[0] == "run" || words[0] == "give") && slices.ContainsFunc(words, func(w string) bool { return lessons()[w] }) {
		return true
	}
	if telling()[words[0]] && len(words) > 3 && (words[1] == owner || words[2] == "not" && words[3] == "to") {
		return true
	}
	return telling()[words[0]] && slices.ContainsFunc(words[1:], func(w string) bool { return learners()[w] })
}

var (
	telling  = lazySet("train retrain teach teaching educate educating coach coaching remind reminding tell instruct communicate announce brief send")
	lessons  = lazySet("training trainings workshop workshops lesson lessons talk briefing course")
	learners = lazySet(people + " users newcomers joiners reminder reminders")
)
