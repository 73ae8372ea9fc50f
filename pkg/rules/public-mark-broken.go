package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicMarkBroken = lint.Rule{
	Name:     "public-mark-broken",
	Summary:  "a mark for customers is mistyped, or a range of them is not closed",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Report.Comments) == 0 {
			return
		}
		for i := range p.Report.Comments {
			mistyped(p, &p.Report.Comments[i])
		}
		for _, f := range edition.Flaws(p.Report) {
			p.Diagnose(lint.Diagnostic{Span: f.Span, Message: f.Reason, Hint: f.Advice})
		}
	},
}

// audienceMarks are the words that a comment for an audience may hold.
var audienceMarks = []string{"public", "/public", "internal", "/internal"}

// mistyped reports a comment of one or two words that lies near a mark: it marks nothing.
func mistyped(p *lint.Pass, c *report.Comment) {
	word := strings.ToLower(c.Text)
	if slices.Contains(audienceMarks, word) || word == "" || len(word) > 20 || strings.Count(word, " ") > 1 || report.Directive(word) {
		return
	}
	last := word[strings.LastIndexByte(word, ' ')+1:]
	meant, ok := near.Match(last, audienceMarks)
	if !ok || len(last) < 5 {
		return
	}
	p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("the comment %q marks nothing", c.Text), Hint: "write `<!-- " + meant + " -->` or `<!-- /" + strings.TrimPrefix(meant, "/") + " -->`"})
}
