package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkEmpty = lint.Rule{
	Name:     "link-empty",
	Summary:  "a link leads nowhere, or has no text to follow",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, l := range links(p, bareLink) {
			switch {
			case l.Target == "" || l.Target == "#":
				p.Diagnose(lint.Diagnostic{Span: l.Span, Message: fmt.Sprintf("the link %q leads nowhere", l.Text), Hint: "write the address between the brackets, or take the link out"})
			case !l.Image && !l.Around && strings.TrimSpace(l.Text) == "":
				p.Diagnose(lint.Diagnostic{Span: l.Span, Message: "the link to " + l.Target + " has no text", Hint: "say between the brackets what is there"})
			}
		}
	},
}
