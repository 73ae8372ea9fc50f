package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionBlanket = lint.Rule{
	Name:     "suppression-blanket",
	Summary:  "a suppression names no rule",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,

	Check: (*lint.Pass).Flawed,
}
