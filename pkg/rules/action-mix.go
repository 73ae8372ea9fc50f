package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionMix = lint.Rule{
	Name:     "action-mix",
	Summary:  "a severe incident has no action that prevents, or none that detects or mitigates",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !severe(p.Report.Meta.Severity.Value) || len(p.Report.Actions) == 0 {
			return
		}
		have := map[string]bool{}
		for i := range p.Report.Actions {
			t := typeOf(&p.Report.Actions[i])
			if t == "" {
				return
			}
			have[t] = true
		}
		missing := ""
		switch {
		case !have["prevent"]:
			missing = "prevents"
		case !have["detect"] && !have["mitigate"]:
			missing = "detects or mitigates"
		default:
			return
		}
		p.Diagnose(lint.Diagnostic{Span: listHeading(p.Report), Message: none(len(p.Report.Actions)) + " " + missing + ", and the severity is " + p.Report.Meta.Severity.Value,
			Hint:    "add one, or say why there is none",
			Related: []lint.Related{{Span: p.Report.Meta.Severity.Span, Message: "the severity"}}})
	},
}

// severe reports whether a severity is one of the two highest of the usual scales.
func severe(s string) bool {
	switch strings.ReplaceAll(plain(s), " ", "") {
	case "sev0", "sev1", "sev2", "sev-0", "sev-1", "sev-2", "p0", "p1", "p2", "s0", "s1", "s2", "1", "2", "critical", "major", "high":
		return true
	}
	return false
}
