package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var textTooComplex = lint.Rule{
	Name:     "text-too-complex",
	Summary:  "the file breaks a bound that keeps reading it fast",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemTooComplex) },
}
