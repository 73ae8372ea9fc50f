package rules

import (
	"fmt"
	"time"

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
		const enough = 20 // findings with the fix, which is one for all of them and as long as the timeline
		var fix *lint.Fix
		offered := 0
		for _, events := range timelines(p.Report) {
			outOfOrder(p, events, func() *lint.Fix {
				if offered++; offered > enough {
					return nil
				}
				if offered == 1 {
					fix = sorted(p)
					if fix != nil && leaps(p.Report) {
						fix.Safe = false
					}
				}
				return fix
			})
		}
	},
}

// leap is how far back an entry may go for its place, and not its time, to be what is wrong. Entries
// are written down a few minutes late; a step back of half a day is a morning for an evening, or the
// wrong date.
const leap = 2 * time.Hour

// leaps reports whether an entry is earlier than one above it by more than a leap.
func leaps(r *report.Report) bool {
	for _, events := range timelines(r) {
		latest := events[0]
		for _, e := range events[1:] {
			low, high, ok := latest.Until(e)
			switch {
			case !ok:
			case high < -leap:
				return true
			case low > 0:
				latest = e
			}
		}
	}
	return false
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
	if !e.Before(before) {
		return false
	}
	if _, high, ok := before.Until(e); ok {
		return high < 0
	}
	return !before.At.Approximate && !e.At.Approximate
}
