package rules

import (
	"regexp"
	"strings"
	"sync"

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
		if only == nil || len(wordsOf(only.Text)) > 16 || !unknownCause(only.Text) {
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
		if p.Quoted || !p.Section.Within(report.Causes) || p.Heading() {
			continue
		}
		if only != nil {
			return nil
		}
		only = p
	}
	return only
}

// unknownCause reports whether a text says that the cause is unknown, and not that something else
// was: an unknown host, a record that was not found.
func unknownCause(text string) bool {
	first, _, _ := strings.Cut(text, ".")
	switch plain(first) {
	case "unknown", "still unknown", "currently unknown", "unknown at this time", "not known", "not known yet", "not yet known", "not known at this time",
		"unclear", "still unclear", "not clear", "tbd", "tbc", "to be determined", "to be confirmed", "to be investigated", "not determined", "undetermined":
		return true
	}
	return causeUnknown().MatchString(plain(text))
}

var causeUnknown = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:` + strings.Join([]string{
		`(?:cause|reason)s?\b.{0,20}\b(?:unknown|unclear|undetermined|unexplained)`,
		`(?:cause|reason)s?\b.{0,25}\b(?:not|never)\b.{0,12}\b(?:known|clear|identified|determined|found|established|understood|confirmed)`,
		`(?:not|never|\w+n't|cannot|unable)\b.{0,14}\b(?:find|found|identif\w+|determined?|establish|pinpoint|explain|know|understand)\b.{0,20}\b(?:cause|why|reason)`,
		`no (?:root )?cause`,
		`(?:under|pending) (?:further |active )?investigation`,
		`being investigated`,
		`still (?:investigating|unknown|unclear)`,
	}, "|") + `)\b`)
})

func searches(text string) bool {
	s := plain(text)
	return strings.HasPrefix(s, "find ") || strings.Contains(s, "find out") || strings.Contains(s, "cause") || strings.Contains(s, "reproduce")
}
