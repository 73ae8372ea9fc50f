package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var detectionLate = lint.Rule{
	Name:     "detection-late",
	Summary:  "more than half of the incident passed before anybody noticed, and no action would notice it sooner",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		var detect, whole *report.Metric
		metrics := r.Metrics()
		for i := range metrics {
			m := &metrics[i]
			if m.Missing != "" || m.From.Phase.Value != report.ImpactBegins {
				continue
			}
			switch m.To.Phase.Value {
			case report.Detected:
				detect = m
			case report.Mitigated, report.Resolved:
				if whole == nil {
					whole = m
				}
			}
		}
		if detect == nil || whole == nil || len(r.Actions) == 0 || detect.Low < 30*time.Minute || detect.Low*2 <= whole.High {
			return
		}
		for i := range r.Actions {
			if detects(&r.Actions[i]) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{
			Span: stampSpan(detect.To),
			Message: fmt.Sprintf("it took %s of %s to notice, and no corrective action would notice it sooner",
				moment.Lengths(detect.Low, detect.High), moment.Lengths(whole.Low, whole.High)),
			Hint:    "add an action of type detect: an alert, a probe, a check",
			Related: []lint.Related{eventPlace(detect.From), {Span: r.Actions[0].Within.Heading.Span, Message: "the corrective actions"}},
		})
	},
}
