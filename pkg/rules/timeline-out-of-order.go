package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelineOutOfOrder = lint.Rule{
	Name:     "timeline-out-of-order",
	Summary:  "an entry of the timeline is earlier than the one before it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Timeline.NewestFirst() {
			return
		}
		var last *report.Event
		for _, e := range p.Report.Timeline.Events {
			if _, _, decided := e.Until(e); !decided {
				continue
			}
			if last != nil && last.Within == e.Within && earlier(last, e) {
				p.Diagnose(lint.Diagnostic{
					Span:    source.Span{Start: e.At.Start, End: e.At.End},
					Message: fmt.Sprintf("%s stands below %s, which is later", e.At.Text, last.At.Text),
					Hint:    "sort the timeline, or write the date if a day has passed",
					Related: []lint.Related{eventPlace(last)},
				})
				continue
			}
			last = e
		}
	},
}

// earlier reports whether an entry is surely earlier than the one before it, whatever an
// approximate time or a bare day may mean.
func earlier(before, e *report.Event) bool {
	_, high, ok := before.Until(e)
	return ok && high < 0
}
