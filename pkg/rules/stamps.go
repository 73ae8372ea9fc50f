package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// habits are the problems that one decision cures in all entries: the order of day and month, what
// an abbreviation means, the day of it all. They are one finding at the first entry.
var habits = []moment.ProblemKind{moment.AmbiguousDate, moment.AmbiguousZone, moment.WrongSeason, moment.NoDate, moment.AmbiguousClock}

// stampProblems reports the timeline's stamps that have one of the problems, in the words in which
// moment put them.
func stampProblems(p *lint.Pass, hint string, kinds ...moment.ProblemKind) {
	var first *report.Event
	more := 0
	for _, e := range p.Report.Timeline.Events {
		switch {
		case !slices.Contains(kinds, e.At.ProblemKind):
		case !slices.Contains(habits, e.At.ProblemKind):
			stampProblem(p, e, "", hint)
		case first == nil:
			first = e
		default:
			more++
		}
	}
	if first != nil {
		also := ""
		if more > 0 {
			also = fmt.Sprintf(", and %d more like it", more)
		}
		stampProblem(p, first, also, hint)
	}
}

func stampProblem(p *lint.Pass, e *report.Event, also, hint string) {
	what := e.At.Problem
	if !strings.Contains(what, e.At.Text) {
		what = e.At.Text + ": " + what
	}
	p.Diagnose(lint.Diagnostic{Span: stampSpan(e), Message: what + also, Hint: hint})
}
