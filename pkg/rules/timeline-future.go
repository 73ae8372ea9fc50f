package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineFuture = lint.Rule{
	Name:     "timeline-future",
	Summary:  "an entry of the timeline lies in the future",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var first *report.Event
		more := 0
		for _, e := range p.Report.Timeline.Events {
			switch {
			case p.Now.IsZero() || e.At.Instant.IsZero() || !e.At.Instant.After(p.Now) || foreseen(e):
			case first == nil:
				first = e
			default:
				more++
			}
		}
		if first == nil {
			return
		}
		also := ""
		if more > 0 {
			also = fmt.Sprintf(", and so do %d more", more)
		}
		p.Diagnose(lint.Diagnostic{
			Span:    stampSpan(first),
			Message: fmt.Sprintf("%s lies in the future%s", first.At.Text, also),
			Hint:    "look at the year and the zone",
		})
	},
}

// foreseen reports whether an entry says that it has yet to happen.
func foreseen(e *report.Event) bool {
	for w := range eachWord(e.Text.Value) {
		switch w.low {
		case "planned", "scheduled", "will", "expected", "due", "upcoming", "eta", "deadline", "expires", "expiry", "tbd", "target", "next":
			return true
		}
	}
	return false
}
