package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionExpired = lint.Rule{
	Name:     "suppression-expired",
	Summary:  "a suppression has passed its own end",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,

	Check: (*lint.Pass).Flawed,
}
