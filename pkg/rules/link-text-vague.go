package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkTextVague = lint.Rule{
	Name:     "link-text-vague",
	Summary:  "the text of a link does not say where it leads",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, l := range allLinks.Of(p) {
			if !l.Image && len(l.Text) <= 12 && vagueLinks(plain(l.Text)) {
				p.Diagnose(lint.Diagnostic{Span: l.Span, Message: fmt.Sprintf("%q does not say where the link leads", strings.TrimSpace(l.Text)), Hint: "name what is there: \"the dashboard of the payment queue\""})
			}
		}
	},
}

func vagueLinks(text string) bool {
	switch text {
	case "here", "click here", "this", "this link", "link", "the link", "see here", "right here", "this page", "this one", "read more", "more", "more here", "page", "url":
		return true
	}
	return false
}
