package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var textNotUTF8 = lint.Rule{
	Name:     "text-not-utf8",
	Summary:  "the file is not UTF-8",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemEncoding) },
}
