package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionRefused = lint.Rule{
	Name:     "suppression-refused",
	Summary:  "a suppression names a rule that cannot be suppressed",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,

	Check: (*lint.Pass).Flawed,
}
