package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var claimPercentWrong = lint.Rule{
	Name:     "claim-percent-wrong",
	Summary:  "a percentage is not what the two numbers beside it give",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, s := range statedShares.Of(p) {
			if s.PartOverflow || s.Agrees() {
				continue
			}
			at, not := s.Passage.Span(s.At, s.AtEnd), s.Passage.Text[s.At:s.AtEnd]
			fix := &lint.Fix{Title: "write the percentage that the numbers give", Edits: []source.Edit{{Span: at, New: s.Is()}}}
			if s.Worded {
				fix, not = nil, strings.ToLower(not)
			} else {
				not += " %"
			}
			p.Diagnose(lint.Diagnostic{
				Span:    at,
				Message: fmt.Sprintf("%q: that is %s %%, not %s", s.Passage.Text[s.Start:s.End], s.Is(), not),
				Hint:    "correct the percentage or one of the numbers",
				Fix:     fix,
			})
		}
	},
}

var statedShares = lint.NewMemo(func(p *lint.Pass) []claim.Share { return claim.Shares(p.Report) })
