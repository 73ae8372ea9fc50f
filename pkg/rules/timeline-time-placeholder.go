package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineTimePlaceholder = lint.Rule{
	Name:     "timeline-time-placeholder",
	Summary:  "an entry has a time that was never filled in",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, e := range p.Report.Timeline.Events {
			if e.At.ProblemKind == moment.Placeholder && !unsure(p.Report, e) {
				stampProblem(p, e, "", "write the time, or \"about 09:40\" if nobody knows it better")
			}
		}
	},
}

// unsure reports whether brackets behind the time of an entry say that nobody knows it better.
func unsure(r *report.Report, e *report.Event) bool {
	f, at := r.File, stampSpan(e).End
	line := f.Line(f.LineAt(at))
	remark, ok := strings.CutPrefix(strings.TrimLeft(string(f.Text[at:max(at, line.End)]), " *_"), "(")
	if !ok {
		return false
	}
	remark, _, _ = strings.Cut(remark, ")")
	for w := range eachWord(remark) {
		if doubts()[w.low] {
			return true
		}
	}
	return false
}

var doubts = lazySet("sure unsure known unknown unclear uncertain exact approximate approximately approx roughly guess guessed estimate estimated remembered lost")
