package lint

import (
	"cmp"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Tell makes a result of findings that come from no Linter, so that they can be written in every format.
// Those of one report stand together, in the order of their places. rules are what they may name, reports is how many
// reports were looked at, failures are those that could not be, and fromRoot is as in Options.
func Tell(found []Diagnostic, rules []Rule, reports int, failures []error, fromRoot func(path string) string) *Result {
	t := &Totals{Reports: reports, Failures: failures, ByRule: map[string]int{}}
	for from := 0; from < len(found); {
		to := from
		for to < len(found) && found[to].File.Path == found[from].File.Path {
			t.add(&found[to])
			to++
		}
		nameByLine(found[from:to], fromRoot)
		from = to
	}
	return &Result{Findings: slices.Values(found), Totals: t, Rules: rules, fromRoot: fromRoot}
}

// work is what was done.
func (r *Result) work() string { return cmp.Or(r.Work, "lint") }

// nameByLine prepares the names of findings in one file of which no blocks are known: a line stands for
// a block.
func nameByLine(found []Diagnostic, fromRoot func(path string) string) {
	n := &naming{fromRoot: fromRoot, found: found, blocks: make([]source.Span, len(found))}
	for i := range found {
		found[i].naming, found[i].nth = n, i
		if at := found[i].Span; !at.IsZero() {
			n.blocks[i] = found[i].File.Line(found[i].File.LineAt(at.Start))
		}
	}
}
