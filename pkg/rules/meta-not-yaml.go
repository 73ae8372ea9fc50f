package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaNotYaml = lint.Rule{
	Name:     "meta-not-yaml",
	Summary:  "the front matter is not YAML",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemMetaSyntax) },
}
