package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineLeadupMissing = lint.Rule{
	Name:     "timeline-leadup-missing",
	Summary:  "the timeline begins when the incident was noticed",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		found := t.First(report.Detected)
		if found == nil {
			return
		}
		for _, e := range t.Events {
			if e == found {
				continue
			}
			if low, high, ok := e.Until(found); !ok || high > 0 || low > 0 {
				return // earlier, or nobody knows
			}
		}
		p.Diagnose(lint.Diagnostic{
			Span:    stampSpan(found),
			Message: fmt.Sprintf("the timeline begins at %s, when it was detected", found.At.Text),
			Hint:    "begin with what led to it: the change, the first error, the warning that nobody saw",
		})
	},
}
