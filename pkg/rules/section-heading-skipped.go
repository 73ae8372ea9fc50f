package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var sectionHeadingSkipped = lint.Rule{
	Name:     "section-heading-skipped",
	Summary:  "a heading is more than one level below the one before it",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		above := 0
		for _, s := range p.Report.Sections {
			if s.Level == 0 || s.Label {
				continue
			}
			if above > 0 && s.Level > above+1 {
				p.Diagnose(lint.Diagnostic{
					Span:    s.Heading.Span,
					Message: fmt.Sprintf("the heading %q is on level %d, below one on level %d", s.Heading.Value, s.Level, above),
					Hint:    "make it level " + string(rune('1'+above)) + ": a reader who listens finds parts by their level",
				})
			}
			above = s.Level
		}
	},
}
