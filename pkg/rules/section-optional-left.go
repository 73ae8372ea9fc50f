package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionOptionalLeft = lint.Rule{
	Name:     "section-optional-left",
	Summary:  "a section that the template calls optional was neither written nor taken out",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, s := range p.Report.Sections {
			if s.Level > 1 && mayBeLeft(p.Schema, s) && empty(p.Report, s) {
				p.Diagnose(lint.Diagnostic{
					Span:    s.Heading.Span,
					Message: fmt.Sprintf("the optional section %q is empty", s.Heading.Value),
					Hint:    "take the heading out, or write \"not applicable\" and why",
					Fix:     replaceFix("take the section out", true, s.Span, ""),
				})
			}
		}
	},
}

// mayBeLeft reports whether the schema has the section and does not ask for it.
func mayBeLeft(schema *report.Schema, s *report.Section) bool {
	for _, spec := range schema.Sections {
		if spec.Optional && (spec.Kind == s.Kind && s.Kind != report.Other || strings.EqualFold(spec.Heading, s.Heading.Value)) {
			return true
		}
	}
	return false
}
