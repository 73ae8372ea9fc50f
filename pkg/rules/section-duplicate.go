package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionDuplicate = lint.Rule{
	Name:     "section-duplicate",
	Summary:  "two sections of one part have the same heading",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		const near = 100 // sections: one further up is out of sight, and a report of thousands is looked at in good time
		sections := p.Report.Sections
		for i, s := range sections {
			if s.Level < 2 || s.Label || s.Heading.Value == "" {
				continue
			}
			for _, before := range sections[max(i-near, 0):i] {
				if before.Level != s.Level || before.Label || before.Parent != s.Parent || !strings.EqualFold(before.Heading.Value, s.Heading.Value) || timed(s) {
					continue
				}
				p.Diagnose(lint.Diagnostic{
					Span:    s.Heading.Span,
					Message: fmt.Sprintf("there is a section %q on line %d already", before.Heading.Value, p.Report.File.Position(before.Span.Start).Line),
					Hint:    "put the two together, or say in the headings how they differ",
					Related: []lint.Related{{Span: before.Heading.Span, Message: before.Heading.Value}},
				})
				break
			}
		}
	},
}

// timed reports whether a section is an entry of a timeline, of which several may be at one time.
func timed(s *report.Section) bool {
	if s.Within(report.TimelineKind) {
		return true
	}
	_, ok := moment.Read(s.Heading.Value)
	return ok
}
