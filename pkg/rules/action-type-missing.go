package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionTypeMissing = lint.Rule{
	Name:     "action-type-missing",
	Summary:  "an action has no type where the others have one",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		typed := 0
		for i := range p.Report.Actions {
			if p.Report.Actions[i].Type.Written() {
				typed++
			}
		}
		if typed*2 < len(p.Report.Actions) || typed == 0 {
			return
		}
		for i := range p.Report.Actions {
			if a := &p.Report.Actions[i]; !a.Type.Written() {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: "this action has no type; the others have one", Hint: typeHint})
			}
		}
	},
}

const typeHint = "one of prevent, detect, mitigate, repair, investigate, process"
