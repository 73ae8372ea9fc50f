package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelinePhaseMissing = lint.Rule{
	Name:     "timeline-phase-missing",
	Summary:  "a timeline marks some phases, but not the ones that the duration is made from",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		// A report that marks no phase, and names no template, is written in another house's style.
		var marked bool
		for _, e := range t.Events {
			marked = marked || e.Phase.Written() && e.Phase.Value != report.StatusUpdate
		}
		if len(t.Events) == 0 || !marked && !p.Report.Meta.Template.Written() {
			return
		}
		var missing []string
		for _, ph := range []report.Phase{report.ImpactBegins, report.Detected, report.Resolved} {
			if t.First(ph) == nil {
				missing = append(missing, fmt.Sprintf("%q", ph))
			}
		}
		if len(missing) > 0 {
			p.Diagnose(lint.Diagnostic{
				Span:    t.Events[0].Within.Heading.Span,
				Message: "no entry is marked " + strings.Join(missing, " or "),
				Hint:    "begin the entry with the mark in bold: `- 10:02 **Detected** the alert fires`",
			})
		}
	},
}
