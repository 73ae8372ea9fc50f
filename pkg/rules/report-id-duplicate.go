package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var reportIDDuplicate = lint.Rule{
	Name:     "report-id-duplicate",
	Summary:  "two reports have the same id",
	Severity: lint.Error,
	Since:    "0.1.0",
	Facts: func(p *lint.Pass) []lint.Fact {
		id := p.Report.Meta.ID
		if !id.Written() {
			return nil
		}
		return []lint.Fact{{Span: id.Span, Key: strings.ToLower(id.Value), Note: id.Value}}
	},
	Compare: func(c *lint.Comparison) {
		first := map[string]lint.Fact{}
		for _, f := range c.Facts {
			if other, twice := first[f.Key]; twice {
				c.Diagnose(f, lint.Diagnostic{Message: "the id \"" + f.Note + "\" is that of " + other.Path() + " too", Hint: "give each report an id of its own"}, other.At(other.Span, "the same id"))
				continue
			}
			first[f.Key] = f
		}
	},
}
