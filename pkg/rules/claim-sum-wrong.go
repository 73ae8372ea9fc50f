package rules

import (
	"bytes"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var claimSumWrong = lint.Rule{
	Name:     "claim-sum-wrong",
	Summary:  "a sum or the total of a table is not what its parts add up to",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, s := range claim.Sums(p.Report) {
			if s.Agrees {
				continue
			}
			what := fmt.Sprintf("the %d parts add up to %s, not %s", s.Parts, s.Is, s.Stated)
			if s.Product {
				what = fmt.Sprintf("the product is %s, not %s", s.Is, s.Stated)
			}
			if s.Column != "" {
				what = fmt.Sprintf("the %d rows of %q add up to %s, not %s", s.Parts, s.Column, s.Is, s.Stated)
			}
			d := lint.Diagnostic{Span: s.Span, Message: what, Hint: "correct the total or the part that is wrong"}
			// A total that stands elsewhere, too, is more likely right than the parts.
			if bytes.Count(p.Report.File.Text, []byte(p.Report.File.Slice(s.Span))) == 1 {
				d.Fix = &lint.Fix{Title: "write the sum of the parts", Edits: []source.Edit{{Span: s.Span, New: s.Is}}}
			}
			p.Diagnose(d)
		}
	},
}
