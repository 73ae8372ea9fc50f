package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionPriorityFlat = lint.Rule{
	Name:     "action-priority-flat",
	Summary:  "all actions have the same priority",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		actions := p.Report.Actions
		if len(actions) < 4 {
			return
		}
		first := plain(actions[0].Priority.Value)
		for _, a := range actions {
			if !a.Priority.Written() || plain(a.Priority.Value) != first {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{Span: actions[0].Priority.Span, Message: fmt.Sprintf("all %d actions have the priority \"%s\"", len(actions), actions[0].Priority.Value),
			Hint: "say which one comes first"})
	},
}
