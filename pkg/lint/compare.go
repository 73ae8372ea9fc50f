package lint

import (
	"iter"
	"slices"
	"time"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Fact is what a rule that compares reports remembers of one.
type Fact struct {
	Span source.Span // where a finding about it would point
	Key  string      // what reports are compared by
	Note string      // what a finding about another report says of this one

	path string
	rule int // by its index
}

// Path is the report that the fact is of.
func (f Fact) Path() string { return f.path }

// At is a fact about another place of the same report.
func (f Fact) At(place source.Span, note string) Fact {
	f.Span, f.Note = place, note
	return f
}

// Comparison is what a rule sees that compares reports.
type Comparison struct {
	Facts  []Fact // of every report in which the rule runs, in order
	Now    time.Time
	Policy Policy

	archive *archive.Archive
	found   map[string][]compared
	rule    string
}

// Report reads the report of a fact again, for what is too much to remember of every report; nil if it
// is gone.
func (c *Comparison) Report(of Fact) *report.Report {
	f, err := c.archive.Read(of.path)
	if err != nil {
		return nil
	}
	return c.archive.Parse(f)
}

// compared is a finding of a Comparison; what is needed of its files is read again later.
type compared struct {
	rule    string
	at      Fact
	what    Diagnostic
	related []Fact
}

// Diagnose reports a finding at a fact; its place and its related places, each with its Note, are
// those of the facts.
func (c *Comparison) Diagnose(at Fact, d Diagnostic, related ...Fact) {
	c.found[at.path] = append(c.found[at.path], compared{c.rule, at, d, related})
}

// compare runs the rules that look at all reports, and settles what they found report by report.
func (l *Linter) compare(a *archive.Archive, facts [][]Fact, waiting []string) iter.Seq[looked] {
	return func(yield func(looked) bool) {
		all := a
		if l.o.Beside != nil {
			all = a.With(l.o.Beside)
		}
		c := &Comparison{Now: l.o.Now, Policy: l.o.Policy, archive: all, found: map[string][]compared{}}
		for i := range l.rules {
			if c.Facts = facts[i]; len(c.Facts) > 0 {
				c.rule = l.rules[i].Name
				l.rules[i].Compare(c)
			}
		}
		for _, path := range waiting { // settled even if nothing was found
			c.found[path] = append(c.found[path], []compared(nil)...)
		}
		paths := make([]string, 0, len(c.found))
		for path := range c.found {
			if a.Has(path) {
				paths = append(paths, path)
			}
		}
		slices.Sort(paths)
		for _, path := range paths {
			f, err := a.Read(path)
			if err != nil {
				continue // read a moment ago; whoever took it away has no use for the finding
			}
			if !yield(l.settleCompared(all, a.Parse(f), c.found[path])) {
				return
			}
		}
	}
}

func (l *Linter) settleCompared(a *archive.Archive, r *report.Report, found []compared) looked {
	p := l.pass(r)
	levels := l.levels(r.File.Path)
	for _, s := range l.suppressions(p) {
		// The others have had their say when the report was looked at.
		if i, known := l.index[s.Rule]; known && s.Flaw == "" && l.rules[i].Facts != nil {
			p.Suppressions = append(p.Suppressions, s)
		}
	}
	for _, c := range found {
		i := l.index[c.rule]
		p.rule, p.level = &l.rules[i], levels[i]
		d := c.what
		d.Span = c.at.Span
		for _, other := range c.related {
			if f, err := a.Read(other.path); err == nil {
				d.Related = append(d.Related, Related{File: f, Span: other.Span, Message: other.Note})
			}
		}
		p.Diagnose(d)
	}
	c := looked{path: r.File.Path}
	c.hidden = p.settle(func(name string) bool { return levels[l.index[name]] != Off })
	l.check(l.late, p, levels)
	c.found = p.finish(l)
	return c
}
