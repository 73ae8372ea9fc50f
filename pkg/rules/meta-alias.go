package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaAlias = lint.Rule{
	Name:     "meta-alias",
	Summary:  "the front matter uses a YAML anchor or alias",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemMetaAlias) },
}
