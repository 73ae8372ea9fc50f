package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
)

var actionTypeUnknown = lint.Rule{
	Name:     "action-type-unknown",
	Summary:  "the type of an action is none of the known ones",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if !a.Type.Written() || typeOf(a) != "" {
				continue
			}
			hint := near.Hint(a.Type.Value, []string{"prevent", "detect", "mitigate", "repair", "investigate", "process"})
			if hint == "" {
				hint = typeHint
			}
			p.Diagnose(lint.Diagnostic{Span: a.Type.Span, Message: "type \"" + a.Type.Value + "\" is not known", Hint: hint})
		}
	},
}
