package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var metaSeverityUnknown = lint.Rule{
	Name:     "meta-severity-unknown",
	Summary:  "the severity is not of any scale",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		s := p.Report.Meta.Severity
		if s.Written() && !ofScale(s.Value) {
			p.Diagnose(lint.Diagnostic{Span: s.Span, Message: fmt.Sprintf("%q is not a severity", s.Value), Hint: "write SEV1 to SEV5, or the word of your scale: critical, major, minor"})
		}
	},
}

// ofScale reports whether a severity is a step of a scale in use: a number from 0 to 5 with or
// without a word before it, or one of the usual words.
func ofScale(severity string) bool {
	key := strings.ReplaceAll(strings.ReplaceAll(plain(severity), " ", ""), "-", "")
	for _, before := range []string{"severity", "sev", "priority", "prio", "s", "p", "level", "tier", ""} {
		if rest, ok := strings.CutPrefix(key, before); ok && len(rest) == 1 && '0' <= rest[0] && rest[0] <= '5' {
			return true
		}
	}
	switch key {
	case "critical", "blocker", "major", "high", "medium", "moderate", "minor", "low", "none", "info", "informational", "cosmetic", "unknown":
		return true
	}
	return false
}
