package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var manualPhrases = &phrases{[]string{
	"manual approval|approvals|check|checks|review|reviews|step|steps|verification|sign-off|inspection",
	"manually check|verify|review|approve|inspect|confirm|test|compare",
	"double-check|double-checking|doublecheck",
	"second pair of eyes",
	"four-eyes principle|review|check",
}}

var actionManualStep = lint.Rule{
	Name:     "action-manual-step",
	Summary:  "an action adds a step that somebody must do by hand each time",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range said(p, manualPhrases) {
			if h.passage.Section.Within(report.ActionsKind) && actionAt(p.Report, h) != nil && !denied(h) && !removed(h) {
				p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" has to be done by hand each time",
					Hint: "say what enforces it, or what does it instead"})
			}
		}
	},
}

// removed reports whether the manual step is one that the action takes away.
func removed(h hit) bool {
	for w := range eachWord(h.before()) {
		switch w.low {
		case "automate", "automating", "remove", "removing", "replace", "replacing", "eliminate", "reduce", "stop", "drop", "skip", "document":
			return true
		}
	}
	return false
}
