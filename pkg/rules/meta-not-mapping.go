package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaNotMapping = lint.Rule{
	Name:     "meta-not-mapping",
	Summary:  "the front matter is not a mapping of keys to values",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemMetaType) },
}
