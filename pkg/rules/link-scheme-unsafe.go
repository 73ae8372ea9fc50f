package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkSchemeUnsafe = lint.Rule{
	Name:     "link-scheme-unsafe",
	Summary:  "a link runs something, or carries a page of its own, where it is followed",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, l := range links(p, oddTarget) {
			switch s := scheme(l.Target); s {
			case "data":
				if l.Image && strings.HasPrefix(l.Target, "data:image/") && !strings.Contains(l.Target[:min(20, len(l.Target))], "svg") {
					continue
				}
				fallthrough
			case "javascript", "vbscript", "jscript", "livescript", "blob", "filesystem":
				p.Diagnose(lint.Diagnostic{Span: l.Span, Message: fmt.Sprintf("a link must not begin with %q", s+":"), Hint: "link to a page with https://, or show the code as code"})
			}
		}
	},
}
