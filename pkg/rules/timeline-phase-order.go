package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelinePhaseOrder = lint.Rule{
	Name:     "timeline-phase-order",
	Summary:  "a phase is marked at an earlier time than one that must come before it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		for later, before := range phasesBefore {
			e := t.First(later)
			if e == nil {
				continue
			}
			for _, ph := range before {
				b := t.First(ph)
				if b == nil {
					continue
				}
				if _, high, ok := b.Until(e); ok && high < 0 {
					p.Diagnose(lint.Diagnostic{
						Span:    stampSpan(e),
						Message: fmt.Sprintf("%q is marked at %s, before %q at %s", later, e.At.Text, ph, b.At.Text),
						Hint:    "correct one of the times, or mark the entry that is meant",
						Related: []lint.Related{eventPlace(b)},
					})
					break
				}
			}
		}
	},
}

// phasesBefore says which phases cannot come after one, the last of them first. Impact may begin
// after it was detected, where an alarm rang before anybody suffered; and people take over an
// incident before or after they declare it.
var phasesBefore = map[report.Phase][]report.Phase{
	report.Acknowledged: {report.Detected},
	report.Declared:     {report.Detected},
	report.Mitigated:    {report.Detected, report.ImpactBegins},
	report.Resolved:     {report.Mitigated, report.Declared, report.Acknowledged, report.Detected, report.ImpactBegins},
}
