package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelineMidnightUnmarked = lint.Rule{
	Name:     "timeline-midnight-unmarked",
	Summary:  "the clock runs past midnight, and no entry says that a new day begins",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if p.Report.Timeline.NewestFirst() {
			return
		}
		fix := daysWritten(p)
		for _, events := range timelines(p.Report) {
			for i, e := range events {
				switch {
				case nextDay(e) && i > 0:
					p.Diagnose(lint.Diagnostic{
						Span:    stampSpan(e),
						Message: fmt.Sprintf("%s follows %s and is taken for the next day, %s, which is not written", e.At.Text, events[i-1].At.Text, day(e)),
						Hint:    "write " + day(e) + " " + e.At.Text,
						Related: []lint.Related{eventPlace(events[i-1])},
						Fix:     fix[e],
					})
				case e.At.ProblemKind == moment.AmbiguousDay && e.At.Has.Any(moment.HasDay):
					p.Diagnose(lint.Diagnostic{
						Span:    stampSpan(e),
						Message: e.At.Text + ": " + e.At.Problem,
						Hint:    "write 00:00 with the date of the day that begins",
					})
				}
			}
		}
	},
}

// nextDay reports whether the day of an entry follows from nothing but its clock running backwards.
func nextDay(e *report.Event) bool {
	for _, in := range e.At.Inferred {
		if in.What == "day-after" {
			return true
		}
	}
	return false
}

func day(e *report.Event) string {
	return fmt.Sprintf("%04d-%02d-%02d", e.At.Year, e.At.Month, e.At.Day)
}

// daysWritten gives, for each entry that begins a day in silence, the fix that writes its date; none if
// any entry would mean another instant with the dates than without.
func daysWritten(p *lint.Pass) map[*report.Event]*lint.Fix {
	var all []source.Edit
	fixes := map[*report.Event]*lint.Fix{}
	for _, e := range p.Report.Timeline.Events {
		if nextDay(e) {
			edit := source.Edit{Span: source.Span{Start: e.At.Start, End: e.At.Start}, New: day(e) + " "}
			all = append(all, edit)
			fixes[e] = &lint.Fix{Title: "write the date of the new day", Safe: true, Edits: []source.Edit{edit}}
		}
	}
	if len(all) == 0 || !keepsInstants(p.Report, all) {
		return nil
	}
	return fixes
}
