package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var impactOutagePartial = lint.Rule{
	Name:     "impact-outage-partial",
	Summary:  "what is called an outage hit only a part",
	Severity: lint.Hint,
	Group:    lint.All,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		r := p.Report
		var outage hit
		for _, ps := range r.Passages {
			if ps.Quoted || !ps.Section.Within(report.Summary) && !ps.Section.Within(report.Impact) && !r.Title.Span.Contains(ps.Full()) {
				continue
			}
			for w := range eachWord(ps.Text) {
				if w.low == "outage" || w.low == "outages" {
					if before := wordsOf(ps.Text[:w.start]); len(before) == 0 || before[len(before)-1].low != "partial" && before[len(before)-1].low != "no" {
						outage = hit{passage: ps, start: w.start, end: w.end}
						break
					}
				}
			}
			if outage.passage != nil {
				break
			}
		}
		if outage.passage == nil {
			return
		}
		for c := range claimsOf(p) {
			if c.Kind != claim.Percent || c.Low >= 100 || !c.Section.Within(report.Impact) {
				continue
			}
			if of, ok := nextWord(c.Passage.Text, c.End); ok && of.low == "of" {
				p.Diagnose(lint.Diagnostic{
					Span:    outage.span(),
					Message: fmt.Sprintf("this is called an outage, but the impact speaks of %s of the whole", c.Text),
					Hint:    "keep \"outage\" for what nobody could use: write \"errors\", \"slowness\" or \"partial outage\"",
					Related: []lint.Related{{Span: c.Span, Message: c.Text}},
				})
				return
			}
		}
	},
}
