package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaDetectionUnknown = lint.Rule{
	Name:     "meta-detection-unknown",
	Summary:  "the way of detection is not one that the tool knows",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		value(p, "detection", p.Report.Meta.Detection, report.Detections)
	},
}
