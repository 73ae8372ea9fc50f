package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var timelineNewestFirst = lint.Rule{
	Name:     "timeline-newest-first",
	Summary:  "the timeline runs from its latest entry to its earliest",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		if !t.NewestFirst() {
			return
		}
		first, last := t.Events[0], t.Events[len(t.Events)-1]
		p.Diagnose(lint.Diagnostic{
			Span:    heads(first),
			Message: fmt.Sprintf("the timeline runs backwards, from %s to %s", first.At.Text, last.At.Text),
			Hint:    "put the oldest entry first, as it happened",
			Fix:     sorted(p),
		})
	},
}
