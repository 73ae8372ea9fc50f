package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionOwnerMissing = lint.Rule{
	Name:     "action-owner-missing",
	Summary:  "a corrective action names nobody who will do it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		lacking(p, "an owner", "name one person or one team, or write `not stated: why`", func(a *report.Action) bool {
			return !a.Owner.Written()
		})
	},
}
