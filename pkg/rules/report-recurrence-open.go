package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var reportRecurrenceOpen = lint.Rule{
	Name:     "report-recurrence-open",
	Summary:  "an incident repeats an earlier one, of which an action is overdue",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Facts: func(p *lint.Pass) []lint.Fact {
		var facts []lint.Fact
		for _, id := range p.Report.Meta.Recurs {
			facts = append(facts, lint.Fact{Span: id.Span, Key: "recurs " + strings.ToLower(id.Value)})
		}
		id := p.Report.Meta.ID
		if !id.Written() {
			return facts
		}
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if day := dueDays.Of(p)[i]; !day.IsZero() && !a.Done && !p.Now.Before(day.AddDate(0, 0, 1)) {
				facts = append(facts, lint.Fact{Span: a.Text.Span, Key: "open " + strings.ToLower(id.Value), Note: "due on " + day.Format("2006-01-02") + " and open"})
			}
		}
		return facts
	},
	Compare: func(c *lint.Comparison) {
		open := map[string][]lint.Fact{}
		for _, f := range c.Facts {
			if id, ok := strings.CutPrefix(f.Key, "open "); ok {
				open[id] = append(open[id], f)
			}
		}
		for _, f := range c.Facts {
			id, ok := strings.CutPrefix(f.Key, "recurs ")
			if actions := open[id]; ok && len(actions) > 0 {
				c.Diagnose(f, lint.Diagnostic{Message: "this repeats \"" + id + "\", of which an action was " + actions[0].Note,
					Hint: "close that action, or say in this report why it would not have helped"}, actions...)
			}
		}
	},
}
