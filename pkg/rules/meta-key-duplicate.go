package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaKeyDuplicate = lint.Rule{
	Name:     "meta-key-duplicate",
	Summary:  "the front matter has a key twice",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemMetaKeyTwin) },
}
