package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineEntryDuplicate = lint.Rule{
	Name:     "timeline-entry-duplicate",
	Summary:  "two entries of a timeline have the same time and the same words",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, events := range timelines(p.Report) {
			for i, e := range events {
				for k := i - 1; k >= 0 && sameTime(events[k], e); k-- {
					if sameWords(p, events[k], e) {
						p.Diagnose(lint.Diagnostic{
							Span:    e.Span,
							Message: fmt.Sprintf("the entry at %s says the same as another one at that time", e.At.Text),
							Hint:    "take one of them out",
							Related: []lint.Related{eventPlace(events[k])},
						})
						break
					}
				}
			}
		}
	},
}

func sameTime(a, b *report.Event) bool {
	low, high, ok := a.Until(b)
	return ok && low == 0 && high == 0 || !ok && a.At.Text == b.At.Text
}

// sameWords compares all that two entries say, with the links and the code in them.
func sameWords(p *lint.Pass, a, b *report.Event) bool {
	return a.Text.Value != "" && a.Text.Value == b.Text.Value && a.Phase.Value == b.Phase.Value && a.Actor.Value == b.Actor.Value &&
		plain(rest(p, a)) == plain(rest(p, b))
}

// rest is the source of an entry behind its time.
func rest(p *lint.Pass, e *report.Event) string {
	s := e.Span
	if e.At.OuterEnd > s.Start {
		s.Start = min(e.At.OuterEnd, s.End)
	}
	return p.Report.File.Slice(s)
}
