package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// stampProblems reports the timeline's stamps that have one of the problems, in the words in which
// moment put them. Entries in a row with the same problem are one finding: an unknown zone is one
// fault of the document, not one of each line.
func stampProblems(p *lint.Pass, hint string, kinds ...moment.ProblemKind) {
	last := ""
	for _, e := range p.Report.Timeline.Events {
		if !slices.Contains(kinds, e.At.ProblemKind) {
			last = ""
			continue
		}
		what := e.At.Problem
		if what == last {
			continue
		}
		last = what
		if !strings.Contains(what, e.At.Text) {
			what = e.At.Text + ": " + what
		}
		p.Diagnose(lint.Diagnostic{Span: source.Span{Start: e.At.Start, End: e.At.End}, Message: what, Hint: hint})
	}
}
