package rules

import (
	"cmp"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
)

var metaTemplateUnknown = lint.Rule{
	Name:     "meta-template-unknown",
	Summary:  "the report names a template that is not there",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := p.Report.Meta.Template
		if t.Written() && p.Schema.Name != t.Value {
			p.Diagnose(lint.Diagnostic{Span: t.Span, Message: fmt.Sprintf("there is no template %q", t.Value), Hint: cmp.Or(near.Hint(t.Value, p.Known), "see `postmortem templates`")})
		}
	},
}
