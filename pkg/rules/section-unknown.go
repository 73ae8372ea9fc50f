package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionUnknown = lint.Rule{
	Name:     "section-unknown",
	Summary:  "a heading looks like a mistyped one of a section that is missing",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Refused {
			return
		}
		var missing []string
		for _, spec := range p.Schema.Sections {
			if spec.Find(p.Report) == nil {
				missing = append(missing, spec.Heading)
			}
		}
		if len(missing) == 0 {
			return
		}
		for _, s := range p.Report.Sections {
			if s.Level < 2 || s.Label || s.Kind != report.Other || len(s.Heading.Value) > 40 || s.Parent != nil && s.Parent.Level > 1 {
				continue
			}
			if meant, ok := near.Match(s.Heading.Value, missing); ok {
				p.Diagnose(lint.Diagnostic{
					Span:    s.Heading.Span,
					Message: fmt.Sprintf("no section is called %q", s.Heading.Value),
					Hint:    fmt.Sprintf("did you mean %q?", meant),
					Fix:     replaceFix("call the section "+meant, false, s.Heading.Span, meant),
				})
			}
		}
	},
}
