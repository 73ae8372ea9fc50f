package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionPriorityLow = lint.Rule{
	Name:     "action-priority-low",
	Summary:  "a severe incident has no action of high priority",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		actions := p.Report.Actions
		if !severe(p.Report.Meta.Severity.Value) || len(actions) == 0 {
			return
		}
		for _, a := range actions {
			if !lowPriority(a.Priority.Value) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{Span: actions[0].Priority.Span,
			Message: fmt.Sprintf("none of the %d actions has a higher priority than \"%s\", and the severity is %s", len(actions), highest(p), p.Report.Meta.Severity.Value),
			Hint:    "say which one may not wait", Related: []lint.Related{{Span: p.Report.Meta.Severity.Span, Message: "the severity"}}})
	},
}

// lowPriority reports whether a priority is certainly below the two highest.
func lowPriority(s string) bool {
	switch strings.ReplaceAll(plain(s), " ", "") {
	case "p2", "p3", "p4", "p5", "medium", "normal", "low", "minor", "lowest", "trivial":
		return true
	}
	return false
}

// highest is the priority that sorts first: of P2, P3 and so on the least number.
func highest(p *lint.Pass) string {
	best := p.Report.Actions[0].Priority.Value
	for _, a := range p.Report.Actions {
		if v := a.Priority.Value; len(v) == 2 && len(best) == 2 && v[1] < best[1] {
			best = v
		}
	}
	return best
}
