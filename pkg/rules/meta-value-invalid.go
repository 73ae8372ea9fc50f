package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var metaValueInvalid = lint.Rule{
	Name:     "meta-value-invalid",
	Summary:  "a value of the front matter is not of the kind that its key asks for",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemMetaValue) },
}
