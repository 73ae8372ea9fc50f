package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionReasonMissing = lint.Rule{
	Name:     "suppression-reason-missing",
	Summary:  "a suppression does not say why",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,

	Check: (*lint.Pass).Flawed,
}
