package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// A page has about 500 words. The authorities' limits lie between 2 and 6 pages, timelines aside.
const (
	longReport  = 4000
	longSummary = 250
)

var textTooLong = lint.Rule{
	Name:     "text-too-long",
	Summary:  "the report has more than 4,000 words outside the timeline, or its summary more than 250",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		total, summary := 0, 0
		var head *report.Section
		for _, ps := range p.Report.Passages {
			if ps.Section.Within(report.TimelineKind) {
				continue
			}
			n := len(wordsOf(ps.Text))
			total += n
			if ps.Section.Kind == report.Summary && ps.Section.Heading.Written() && !ps.Heading() {
				summary += n
				if head == nil {
					head = ps.Section
				}
			}
		}
		if summary > longSummary {
			p.Diagnose(lint.Diagnostic{Span: head.Heading.Span, Message: fmt.Sprintf("the summary has %d words; %d are a long paragraph", summary, longSummary), Hint: "keep what failed, for whom, how long and why; move the rest to its section"})
		}
		if total > longReport {
			p.Diagnose(lint.Diagnostic{Span: p.Report.Title.Span, Message: fmt.Sprintf("the report has %d words without the timeline; %d are eight pages", total, longReport), Hint: "link to logs, designs and discussions, and keep what was learned"})
		}
	},
}
