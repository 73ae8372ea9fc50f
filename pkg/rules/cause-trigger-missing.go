package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var causeTriggerMissing = lint.Rule{
	Name:     "cause-trigger-missing",
	Summary:  "the causes do not say what set the incident off",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		causes := p.Report.Section(report.Causes)
		if causes == nil || p.Report.Section(report.Trigger) != nil {
			return
		}
		words := 0
		for _, passage := range p.Report.Passages {
			in := passage.Section
			if passage.Heading() || !in.Within(report.Causes) && !in.Within(report.Summary) {
				continue
			}
			for w := range eachWord(passage.Text) {
				if begins(w.low) {
					return
				}
				if in.Within(report.Causes) {
					words++
				}
			}
		}
		// One line, or a section of code, says too little to judge.
		if words < 10 {
			return
		}
		p.Diagnose(lint.Diagnostic{Span: causes.Heading.Span, Message: "the causes do not say what set the incident off",
			Hint: "add a line that begins with `Trigger:`"})
	},
}

// begins reports whether a word can tell of the event with which an incident began.
func begins(w string) bool {
	for _, stem := range []string{"trigger", "deploy", "releas", "roll", "upgrad", "updat", "chang", "migrat", "restart", "merg", "began", "begin",
		"start", "expir", "increas", "spik", "surg", "attack", "introduc", "after", "when", "once", "during", "because", "while", "since", "caus", "due", "result",
		"led", "lead", "happen", "crash", "fail", "request", "ran", "run", "creat", "delet", "remov", "add", "switch", "enabl", "disabl", "exploit", "load", "reach", "exceed"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}
