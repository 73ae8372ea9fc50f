package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var metaTitleMissing = lint.Rule{
	Name:     "meta-title-missing",
	Summary:  "the report has no title",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Refused || p.Report.Meta.Lost || p.Report.Title.Value != "" || leadIn(p.Report) {
			return
		}
		p.Diagnose(lint.Diagnostic{
			Span:    source.Span{},
			Message: "the report has no title",
			Hint:    "write `title: Checkout fails for all customers` in the front matter, or a first heading",
		})
	},
}

// leadIn reports whether a report begins with lines that are no sentences: one of them may be its
// title, below the name of an author or of a team.
func leadIn(r *report.Report) bool {
	if len(r.Passages) == 0 {
		return false
	}
	first := r.Passages[0]
	if first.Section != nil && first.Section.Level > 0 || first.Cell() {
		return false
	}
	for line := range strings.Lines(r.File.Slice(first.Full())) {
		line = strings.TrimSpace(line)
		if last, _ := utf8.DecodeLastRuneInString(line); len(line) > 80 || !unicode.IsLetter(last) && !unicode.IsNumber(last) {
			return false
		}
	}
	return true
}
