package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
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
		var fix *lint.Fix
		looked := false
		for _, events := range timelines(p.Report) {
			outOfOrder(p, events, func() *lint.Fix {
				if !looked {
					fix, looked = sorted(p), true
				}
				return fix
			})
		}
	},
}

func outOfOrder(p *lint.Pass, events []*report.Event, fix func() *lint.Fix) {
	var last *report.Event
	doubted := false
	for _, e := range events {
		switch {
		case e.Undated() || e.At.ProblemKind == moment.Placeholder || e.At.ProblemKind == moment.Unreadable || e.At.ProblemKind == moment.Gap:
		case e.At.ProblemKind == moment.AmbiguousClock:
			doubted = true // timeline-clock-ambiguous speaks of it
		case e.At.ProblemKind == moment.AmbiguousDay:
			if last != nil && !doubted && back(e) {
				p.Diagnose(lint.Diagnostic{
					Span:    stampSpan(e),
					Message: fmt.Sprintf("%s stands below %s: out of order, or on the next day", e.At.Text, last.At.Text),
					Hint:    "move it up, or write its date",
					Related: []lint.Related{eventPlace(last)},
				})
			}
			doubted = true
		case last != nil && earlier(last, e):
			p.Diagnose(lint.Diagnostic{
				Span:    stampSpan(e),
				Message: fmt.Sprintf("%s stands below %s, which is later", e.At.Text, last.At.Text),
				Hint:    "sort the timeline, or write the date if a day has passed",
				Related: []lint.Related{eventPlace(last)},
				Fix:     fix(),
			})
			last = e // one finding where the times step back, not one for every entry from there on
		default:
			last, doubted = e, false
		}
	}
}

// back reports whether what is doubtful about an entry's day is that its clock runs backwards.
func back(e *report.Event) bool { return e.At.Has.Any(moment.HasClock) && !e.At.Has.Any(moment.HasDay) }

// earlier reports whether an entry is surely earlier than the one before it, whatever an
// approximate time or a bare day may mean.
func earlier(before, e *report.Event) bool {
	if _, high, ok := before.Until(e); ok {
		return high < 0 && e.Before(before)
	}
	return !before.At.Approximate && !e.At.Approximate && e.Before(before)
}
