package lint

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// Options says how to run.
type Options struct {
	Now     time.Time
	Policy  Policy
	Schemas map[string]*report.Schema // by template name
}

// Run holds every report against every rule and gives the findings in order.
func Run(reports []*report.Report, rules []Rule, o Options) []Diagnostic {
	found := make([][]Diagnostic, len(reports))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(reports)) {
		wg.Go(func() {
			for i := range next {
				found[i] = check(reports[i], reports, rules, o)
			}
		})
	}
	for i := range reports {
		next <- i
	}
	close(next)
	wg.Wait()
	return slices.Concat(found...)
}

func check(r *report.Report, all []*report.Report, rules []Rule, o Options) []Diagnostic {
	p := &Pass{Report: r, Schema: schemaOf(r, o.Schemas), Others: all, Now: o.Now, Policy: o.Policy}
	for i := range rules {
		p.rule = &rules[i]
		if p.rule.Severity != Off {
			p.rule.Check(p)
		}
	}
	soften(r, p.out)
	slices.SortStableFunc(p.out, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Rule, b.Rule))
	})
	return p.out
}

func schemaOf(r *report.Report, schemas map[string]*report.Schema) *report.Schema {
	if s := schemas[r.Meta.Template.Value]; s != nil {
		return s
	}
	return report.NoTemplate
}

// soften lowers findings to what the report's status asks for: a draft is told, a report in review
// is warned, a final one fails. A report that states no status counts as final.
func soften(r *report.Report, found []Diagnostic) {
	most := Error
	switch r.Meta.Status.Value {
	case "draft":
		most = Hint
	case "in-review":
		most = Warning
	}
	for i := range found {
		found[i].Severity = min(found[i].Severity, most)
	}
}
