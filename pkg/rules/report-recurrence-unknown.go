package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
)

var reportRecurrenceUnknown = lint.Rule{
	Name:     "report-recurrence-unknown",
	Summary:  "an incident repeats one of which no report has the id",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Facts: func(p *lint.Pass) (facts []lint.Fact) {
		own := p.Report.Meta.ID
		if own.Written() {
			facts = append(facts, lint.Fact{Key: strings.ToLower(own.Value), Note: own.Value})
		}
		for _, id := range p.Report.Meta.Recurs {
			facts = append(facts, lint.Fact{Span: id.Span, Key: recurs + strings.ToLower(id.Value), Note: id.Value})
		}
		return facts
	},
	Compare: func(c *lint.Comparison) {
		known, of := []string(nil), map[string]string{} // the path of the report that has an id
		for _, f := range c.Facts {
			if !strings.HasPrefix(f.Key, recurs) {
				known, of[f.Key] = append(known, f.Note), f.Path()
			}
		}
		const few = 2 // reports, of which nobody can tell that they are all there are
		for _, f := range c.Facts {
			id, ok := strings.CutPrefix(f.Key, recurs)
			switch path, there := of[id]; {
			case !ok:
			case there && path == f.Path():
				c.Diagnose(f, lint.Diagnostic{Message: "this says that it repeats itself", Hint: "name the earlier incident"})
			case !there && len(of) >= few:
				c.Diagnose(f, lint.Diagnostic{Message: "this repeats \"" + f.Note + "\", and none of the reports has that id", Hint: near.Hint(f.Note, known)})
			}
		}
	},
}
