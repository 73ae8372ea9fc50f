package rules

import (
	"fmt"
	"strings"

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
		open := map[string]*report.Comment{}
		for i := range p.Report.Comments {
			c := &p.Report.Comments[i]
			word := strings.ToLower(c.Text)
			opened := strings.TrimPrefix(word, "/")
			switch {
			case opened != "public" && opened != "internal":
				mistyped(p, c, word)
			case !c.Own && opened != word:
				p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%q closes a range only on a line of its own", c.Text), Hint: "put it on a line of its own, with a blank line before it"})
			case !c.Own:
			case opened != word && open[opened] == nil:
				p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%q closes a range that nothing opens", c.Text), Hint: "take it out, or write `<!-- " + opened + " -->` above it"})
			case opened != word:
				open[opened] = nil
			case open[word] == nil:
				open[word] = c
			}
		}
		for _, word := range []string{"public", "internal"} {
			if c := open[word]; c != nil {
				p.Diagnose(lint.Diagnostic{
					Span:    c.Span,
					Message: fmt.Sprintf("the range that %q opens here is never closed", c.Text),
					Hint:    "write `<!-- /" + word + " -->` on a line of its own, or put the mark at the end of the one block it is for",
				})
			}
		}
	},
}

// audienceMarks are the words that a comment for an audience may hold.
var audienceMarks = []string{"public", "/public", "internal", "/internal"}

// mistyped reports a comment of one or two words that lies near a mark: it marks nothing.
func mistyped(p *lint.Pass, c *report.Comment, word string) {
	if word == "" || len(word) > 20 || strings.Count(word, " ") > 1 || report.Directive(word) {
		return
	}
	last := word[strings.LastIndexByte(word, ' ')+1:]
	meant, ok := near.Match(last, audienceMarks)
	if !ok || len(last) < 5 {
		return
	}
	p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("the comment %q marks nothing", c.Text), Hint: "write `<!-- " + meant + " -->` or `<!-- /" + strings.TrimPrefix(meant, "/") + " -->`"})
}
