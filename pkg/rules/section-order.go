package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionOrder = lint.Rule{
	Name:     "section-order",
	Summary:  "the sections stand in another order than in the report's template",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Schema.Name == "" {
			return
		}
		var last *report.Section
		for _, spec := range p.Schema.Sections {
			s := spec.Find(p.Report)
			if s == nil {
				continue
			}
			if last != nil && s.Span.Start < last.Span.Start {
				p.Diagnose(lint.Diagnostic{
					Span:    s.Heading.Span,
					Message: fmt.Sprintf("the section %q stands before %q; in the template %q it comes after it", s.Heading.Value, last.Heading.Value, p.Schema.Name),
					Hint:    "move the section: readers of many reports look for it there",
					Related: []lint.Related{{Span: last.Heading.Span, Message: last.Heading.Value}},
				})
				continue
			}
			last = s
		}
	},
}
