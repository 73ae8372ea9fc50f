package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionOwnerMissing = lint.Rule{
	Name:     "action-owner-missing",
	Summary:  "a corrective action names nobody who will do it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: lack{
		thing:   "an owner",
		column:  "Owner",
		closed:  "mark what is done with `- [x]`, and name who sees to the rest, or write `not stated: why`",
		hint:    "name one person or one team, or write `not stated: why`",
		missing: func(a *report.Action) bool { return !a.Owner.Written() },
		told: func(text string) bool {
			s := strings.ToLower(text)
			return strings.Contains(s, "owner") || strings.Contains(s, "assigned to") || strings.Contains(" "+text, " @")
		},
	}.report,
}
