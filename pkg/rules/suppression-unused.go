package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionUnused = lint.Rule{
	Name:     "suppression-unused",
	Summary:  "a suppression hides nothing",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,
	Late:     true,
	Check:    (*lint.Pass).Flawed,
}
