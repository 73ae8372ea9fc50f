package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var metaTitleGeneric = lint.Rule{
	Name:     "meta-title-generic",
	Summary:  "the title could be that of any report",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := p.Report.Title
		if len(t.Value) > 60 || t.Value == "" {
			return
		}
		named := false
		for _, w := range wordsOf(t.Value) {
			number := '0' <= w.low[0] && w.low[0] <= '9'
			if !number && !anyTitle(w.low) {
				return
			}
			named = named || !number
		}
		if !named {
			return
		}
		p.Diagnose(lint.Diagnostic{Span: t.Span, Message: fmt.Sprintf("the title %q could be that of any report", t.Value), Hint: "name the service and what went wrong with it: \"Checkout fails for all customers\""})
	},
}

// anyTitle reports whether a word says nothing about an incident: what such a document is called, a
// month.
func anyTitle(w string) bool {
	switch w {
	case "incident", "incidents", "outage", "postmortem", "post-mortem", "post", "mortem", "report", "review", "root", "cause", "analysis", "rca", "pir",
		"retrospective", "retro", "production", "prod", "service", "system", "disruption", "issue", "problem", "untitled", "title", "template", "blameless",
		"the", "of", "a", "on", "for", "and", "from", "to", "summary", "notes", "public", "internal", "final", "draft", "new", "our", "recent", "downtime", "coe",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "st", "nd", "rd", "th":
		return true
	}
	return false
}
