package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionMalformed = lint.Rule{
	Name:     "suppression-malformed",
	Summary:  "a comment looks like a suppression but cannot be read as one",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,

	Check: (*lint.Pass).Flawed,
}
