package lint

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"time"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Options says how to check.
type Options struct {
	Now       time.Time
	Policy    Policy
	Schemas   map[string]func() *report.Schema // by template name
	Selection Selection
	Baseline  *Baseline        // findings that are known already; nil for none
	All       bool             // give all findings of one kind in one report, however many
	Beside    *archive.Archive // reports that those of a run are compared with, and of which nothing is said; nil for none

	// FromRoot gives a report's path from the root of its repository, which platforms go by and which
	// is in fingerprints: they do not depend on the directory of a run. Nil stands for the path as it is.
	FromRoot func(path string) string

	// Lacks reports whether there is nothing where a relative path in a report leads. Nil where nobody knows.
	Lacks func(report, target string) bool
}

// Linter holds reports against rules. It may be used from several goroutines.
type Linter struct {
	rules []Rule
	names []string
	index map[string]int
	base  []Severity
	known []string // the names of the schemas
	o     Options

	comparing, checking, late []int // the rules by when they run, by their index
}

// New makes a Linter of a catalogue. The rules that the options do not select are known by name.
func New(rules []Rule, o Options) *Linter {
	l := &Linter{rules: rules, index: make(map[string]int, len(rules)), base: baseLevels(rules, o.Selection), known: slices.Sorted(maps.Keys(o.Schemas)), o: o}
	for i, r := range rules {
		l.names = append(l.names, r.Name)
		l.index[r.Name] = i
		switch {
		case r.Facts != nil:
			l.comparing = append(l.comparing, i)
		case r.Late:
			l.late = append(l.late, i)
		default:
			l.checking = append(l.checking, i)
		}
	}
	return l
}

// Check holds one report against the rules that look at one report, and gives the findings in
// order of place and rule. The baseline does not count here.
func (l *Linter) Check(r *report.Report) []Diagnostic { return l.look(r).found }

// Result is what a run found, as it is handed to formats.
type Result struct {
	// Findings yields every finding, report by report; what comparing reports gave comes last. It
	// may be gone through once. Findings are not kept, so that memory does not grow with them.
	Findings iter.Seq[Diagnostic]
	Totals   *Totals // complete once Findings has been gone through
	Rules    []Rule  // the catalogue

	// What formats may use besides; each may be left out.
	Work     string                           // what was done, in the words of the command line; empty means "lint"
	Page     func(rule string) (string, bool) // a rule's page in Markdown
	Version  string                           // of the program
	Category string                           // of the run, for platforms that get several of one commit
	Progress func(done int)                   // told how many reports have been checked
	Paint    func(part, s string) string      // colours for text: a severity's name or one of the Paint constants

	fromRoot func(path string) string // as in Options
}

// Totals counts what a run found.
type Totals struct {
	Reports    int
	BySeverity [Error + 1]int
	ByRule     map[string]int
	Fixable    int               // findings with a safe fix
	Unsafe     int               // findings with a fix that is not
	Suppressed int               // findings that the reports themselves take off the list
	Known      int               // findings that the baseline holds
	Stale      []Entry           // of the baseline: what is not found any more
	Moved      map[string]string // reports of the baseline with another path now, from old to new, as the baseline writes paths
	Failures   []error           // reports that could not be read; each names its path
}

func (t *Totals) add(d *Diagnostic) {
	t.BySeverity[d.Severity]++
	t.ByRule[d.Rule]++
	switch {
	case d.Fix == nil:
	case d.Fix.Safe:
		t.Fixable++
	default:
		t.Unsafe++
	}
}

// AtLeast is the number of findings of a severity or above.
func (t *Totals) AtLeast(s Severity) int {
	n := 0
	for at := max(s, Hint); at <= Error; at++ {
		n += t.BySeverity[at]
	}
	return n
}

// mostAlike is how many findings of one rule in one report are given. All are counted; nobody reads
// the ten thousandth.
const mostAlike = 200

// Run checks an archive. The work is done while Findings is gone through, in parallel, and the
// order of the findings does not depend on it.
func (l *Linter) Run(a *archive.Archive) *Result {
	t := &Totals{}
	res := &Result{Totals: t, Rules: l.rules, fromRoot: l.o.FromRoot}
	res.Findings = func(yield func(Diagnostic) bool) {
		*t = Totals{ByRule: map[string]int{}}
		known := l.o.Baseline.matcher()
		give := func(found []Diagnostic) bool {
			known.absorb(found)
			for i := range found {
				d := &found[i]
				if d.known {
					t.Known++
				} else {
					t.add(d)
				}
			}
			if len(found) > mostAlike && !l.o.All {
				return few(found, yield)
			}
			for i := range found {
				if !found[i].known && !yield(found[i]) {
					return false
				}
			}
			return true
		}
		// A fact of what stands beside comes first, so that the other report of two is the one found fault with.
		facts, err := l.beside(a)
		t.Failures = append(t.Failures, err...)
		var waiting []string // reports with a suppression of a rule that compares
		for c, err := range archive.Each(a, l.look) {
			if err != nil {
				t.Failures = append(t.Failures, err)
				continue
			}
			if t.Reports++; res.Progress != nil {
				res.Progress(t.Reports)
			}
			t.Suppressed += c.hidden
			for _, f := range c.facts {
				facts[f.rule] = append(facts[f.rule], f)
			}
			if c.waits {
				waiting = append(waiting, c.path)
			}
			known.visit(c.path)
			if !give(c.found) {
				return
			}
		}
		for c := range l.compare(a, facts, waiting) {
			t.Suppressed += c.hidden
			if !give(c.found) {
				return
			}
		}
		t.Stale, t.Moved = known.stale(), known.movedTo()
	}
	return res
}

// few yields no more than mostAlike findings of each rule, and lets the last say how many are left out.
func few(found []Diagnostic, yield func(Diagnostic) bool) bool {
	alike, seen := map[string]int{}, map[string]int{}
	for i := range found {
		if !found[i].known {
			alike[found[i].Rule]++
		}
	}
	for _, d := range found {
		if d.known {
			continue
		}
		seen[d.Rule]++
		if more := alike[d.Rule] - mostAlike; seen[d.Rule] == mostAlike && more > 0 {
			d.Message += fmt.Sprintf(" (and %d more like it in this report)", more)
		}
		if seen[d.Rule] <= mostAlike && !yield(d) {
			return false
		}
	}
	return true
}

// looked is what is left of a report once it has been checked.
type looked struct {
	path   string
	found  []Diagnostic
	facts  []Fact
	hidden int
	waits  bool
}

func (l *Linter) pass(r *report.Report) *Pass {
	schema := report.NoTemplate
	if of := l.o.Schemas[r.Meta.Template.Value]; of != nil {
		schema = of()
	}
	return &Pass{Report: r, Schema: schema, Known: l.known, Now: l.o.Now, Policy: l.o.Policy, Lacks: l.o.Lacks}
}

func (l *Linter) look(r *report.Report) looked {
	p := l.pass(r)
	levels := l.levels(r.File.Path)
	p.Suppressions = l.suppressions(p)
	c := looked{path: r.File.Path, facts: l.facts(p, levels)}
	l.check(l.checking, p, levels)
	c.hidden = p.settle(func(name string) bool {
		i := l.index[name]
		compares := l.rules[i].Facts != nil
		c.waits = c.waits || compares
		return levels[i] != Off && !compares
	})
	l.check(l.late, p, levels)
	c.found = p.finish(l)
	return c
}

// beside gives the facts, by rule, of the reports that are only compared with, and what went wrong with them.
func (l *Linter) beside(a *archive.Archive) ([][]Fact, []error) {
	facts := make([][]Fact, len(l.rules))
	if l.o.Beside == nil {
		return facts, nil
	}
	var failures []error
	others := l.o.Beside.Keep(func(path string) bool { return !a.Has(path) })
	for found, err := range archive.Each(others, func(r *report.Report) []Fact { return l.facts(l.pass(r), l.levels(r.File.Path)) }) {
		if err != nil {
			failures = append(failures, err)
		}
		for _, f := range found {
			facts[f.rule] = append(facts[f.rule], f)
		}
	}
	return facts, failures
}

// facts gives what the rules that compare reports remember of one.
func (l *Linter) facts(p *Pass, levels []Severity) []Fact {
	var all []Fact
	for _, i := range l.comparing {
		if levels[i] == Off {
			continue
		}
		p.rule, p.level = &l.rules[i], levels[i]
		for _, f := range p.rule.Facts(p) {
			f.path, f.rule = p.Report.File.Path, i
			all = append(all, f)
		}
	}
	return all
}

// check holds the report against some of the rules.
func (l *Linter) check(rules []int, p *Pass, levels []Severity) {
	for _, i := range rules {
		if levels[i] != Off {
			p.rule, p.level = &l.rules[i], levels[i]
			p.rule.Check(p)
		}
	}
}

// finish sorts and names what was found.
func (p *Pass) finish(l *Linter) []Diagnostic {
	for i := range p.out {
		p.out[i].Span = inText(p.Report.File, p.out[i].Span)
	}
	slices.SortStableFunc(p.out, func(a, b Diagnostic) int {
		if a.Span != b.Span {
			return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
		}
		return cmp.Compare(a.Rule, b.Rule)
	})
	letName(p.Report, p.out, l.o.FromRoot)
	return p.out
}

func inText(f *source.File, s source.Span) source.Span {
	start := min(max(s.Start, 0), len(f.Text))
	return source.Span{Start: start, End: min(max(s.End, start), len(f.Text))}
}

// mostFor is the most severe that a finding may be for a report of that status: a draft is told, a
// report in review is warned, a final one fails. A report that states no status counts as final.
func mostFor(r *report.Report) Severity {
	switch r.Meta.Status.Value {
	case "draft":
		return Hint
	case "in-review":
		return Warning
	}
	return Error
}
