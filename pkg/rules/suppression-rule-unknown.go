package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var suppressionRuleUnknown = lint.Rule{
	Name:     "suppression-rule-unknown",
	Summary:  "a suppression names a rule that does not exist",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Firm:     true,

	Check: (*lint.Pass).Flawed,
}
