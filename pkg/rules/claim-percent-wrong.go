package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
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
			at, not := s.in.Span(s.At, s.AtEnd), s.in.Text[s.At:s.AtEnd]
			fix := &lint.Fix{Title: "write the percentage that the numbers give", Edits: []source.Edit{{Span: at, New: s.Is()}}}
			if s.Worded {
				fix, not = nil, strings.ToLower(not)
			} else {
				not += " %"
			}
			p.Diagnose(lint.Diagnostic{
				Span:    at,
				Message: fmt.Sprintf("%q: that is %s %%, not %s", s.in.Text[s.Start:s.End], s.Is(), not),
				Hint:    "correct the percentage or one of the numbers",
				Fix:     fix,
			})
		}
	},
}

// statedShare is a share where it is stated.
type statedShare struct {
	report.Share
	in *report.Passage
}

// statedShares are the shares in the author's own prose.
var statedShares = lint.NewMemo(func(p *lint.Pass) []statedShare {
	var out []statedShare
	for _, ps := range p.Report.Passages {
		if !ps.Quoted {
			for _, s := range ps.Shares() {
				out = append(out, statedShare{s, ps})
			}
		}
	}
	return out
})
