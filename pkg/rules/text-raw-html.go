package rules

import (
	"bytes"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var textRawHTML = lint.Rule{
	Name:     "text-raw-html",
	Summary:  "the report holds HTML that a page made from it will not have",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !bytes.Contains(p.Report.File.Text, []byte("<")) {
			return
		}
		seen := map[string]bool{}
		for _, t := range p.Report.Tags() {
			if t.Name == "br" || t.Name == "a" || seen[t.Name] {
				continue
			}
			seen[t.Name] = true
			p.Diagnose(lint.Diagnostic{Span: t.Span, Message: fmt.Sprintf("the HTML element <%s> is left out wherever HTML is not trusted", t.Name), Hint: "write it in Markdown, or as code if readers are to see it"})
		}
	},
}
