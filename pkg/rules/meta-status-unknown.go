package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaStatusUnknown = lint.Rule{
	Name:     "meta-status-unknown",
	Summary:  "the status is not one that the tool knows",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		value(p, "status", p.Report.Meta.Status, report.Statuses,
			"published", "closed", "done", "complete", "completed", "reviewed", "approved", "resolved", "accepted")
	},
}
