package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var causeUnexplained = lint.Rule{
	Name:     "cause-unexplained",
	Summary:  "the cause is given as unknown, and no action looks for it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		only := soleCause(p.Report)
		if only == nil {
			return
		}
		words := wordsOf(only.Text)
		if len(words) > 12 || !unknownCause(plain(only.Text)) {
			return
		}
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if _, kind := vagueLead(tasks.Of(p)[i]); kind == "inquiry" || typeOf(a) == "investigate" || searches(a.Text.Value) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{Span: only.Full(), Message: "the cause is not known, and no action looks for it",
			Hint: "say what was ruled out and what is missing to know, and add an action of type investigate"})
	},
}

// soleCause gives the passage of the causes section if there is only one, else nil.
func soleCause(r *report.Report) *report.Passage {
	var only *report.Passage
	for _, p := range r.Passages {
		if p.Quoted || !p.Section.Within(report.Causes) || heading(p) {
			continue
		}
		if only != nil {
			return nil
		}
		only = p
	}
	return only
}

func unknownCause(s string) bool {
	for _, u := range []string{"unknown", "not known", "unclear", "not clear", "under investigation", "being investigated", "not yet determined",
		"undetermined", "not identified", "could not be determined", "no root cause", "no cause was found", "not found"} {
		if strings.Contains(s, u) {
			return true
		}
	}
	return false
}

func searches(text string) bool {
	s := plain(text)
	return strings.HasPrefix(s, "find ") || strings.Contains(s, "find out") || strings.Contains(s, "cause") || strings.Contains(s, "reproduce")
}
