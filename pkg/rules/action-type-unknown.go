package rules

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionTypeUnknown = lint.Rule{
	Name:     "action-type-unknown",
	Summary:  "the type of an action is none of the known ones",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		// Where no type is known, the actions are sorted by something else: "strategic", "tactical".
		known := slices.ContainsFunc(p.Report.Actions, func(a report.Action) bool { return typeOf(&a) != "" })
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if !a.Type.Written() || typeOf(a) != "" {
				continue
			}
			hint := near.Hint(a.Type.Value, []string{"prevent", "detect", "mitigate", "repair", "investigate", "process"})
			if hint == "" {
				if !known {
					continue
				}
				hint = typeHint
			}
			p.Diagnose(lint.Diagnostic{Span: a.Type.Span, Message: "type \"" + a.Type.Value + "\" is not known", Hint: hint})
		}
	},
}
