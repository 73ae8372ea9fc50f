package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var textFenceUnclosed = lint.Rule{
	Name:     "text-fence-unclosed",
	Summary:  "a code block is opened and never closed",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check:    func(p *lint.Pass) { problems(p, report.ProblemFence) },
}
