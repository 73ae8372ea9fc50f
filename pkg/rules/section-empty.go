package rules

import (
	"fmt"
	"sort"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionEmpty = lint.Rule{
	Name:     "section-empty",
	Summary:  "a section has a heading and nothing under it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i, s := range p.Report.Sections {
			if i == 1 && s.Kind == report.Other {
				continue // the title, on whatever level
			}
			if s.Level > 1 && empty(p.Report, s) && !mayBeLeft(p.Schema, s) && !complete(s.Heading.Value) {
				p.Diagnose(lint.Diagnostic{
					Span:    s.Heading.Span,
					Message: fmt.Sprintf("the section %q is empty", s.Heading.Value),
					Hint:    "write it, say why there is nothing to say, or take the heading out if it is optional",
				})
			}
		}
	},
}

// complete reports whether a heading holds what it announces: "Status: resolved", a day, or a sentence.
func complete(heading string) bool {
	if day, ok := moment.Read(heading); ok && day.Has.Any(moment.HasDate) && len(day.Text) == len(heading) {
		return true
	}
	_, value, found := strings.Cut(heading, ": ")
	return found && strings.TrimSpace(value) != "" || strings.HasSuffix(heading, ".") || strings.HasSuffix(heading, "!")
}

// empty reports whether a section holds nothing a reader would see: guidance does not count, a
// subsection does, since that one answers for itself.
func empty(r *report.Report, s *report.Section) bool {
	for _, n := range s.Nodes {
		if !report.Bare(n) {
			return false
		}
	}
	// The first subsection follows its section at once.
	next := sort.Search(len(r.Sections), func(i int) bool { return r.Sections[i].Span.Start > s.Span.Start })
	if next == len(r.Sections) {
		return s.Kind != report.Other // a line that closes the report
	}
	// Labels have no levels: "**Causes**" may stand over a list whose items begin with labels.
	return r.Sections[next].Parent != s && !(s.Label && r.Sections[next].Label)
}
