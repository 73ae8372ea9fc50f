package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// problems reports what the parser could not understand, in the parser's words. Each kind of problem
// has the rule of its name, so that it can be explained, softened and suppressed like any other.
func problems(p *lint.Pass, kind string) {
	for _, x := range p.Report.Problems {
		if x.Kind == kind {
			p.Diagnose(lint.Diagnostic{Span: x.Span, Message: x.Message, Hint: x.Hint})
		}
	}
}
