package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkImageAltMissing = lint.Rule{
	Name:     "link-image-alt-missing",
	Summary:  "an image has no text for those who cannot see it",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, l := range links(p, bareImage) {
			if l.Image && l.Target != "" && strings.TrimSpace(l.Text) == "" {
				p.Diagnose(lint.Diagnostic{Span: l.Span, Message: "the image " + l.Target + " has no text", Hint: "say between the square brackets what it shows: `![Errors rise from 10:05 to 10:40](...)`"})
			}
		}
	},
}
