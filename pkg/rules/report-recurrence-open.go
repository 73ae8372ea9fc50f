package rules

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var reportRecurrenceOpen = lint.Rule{
	Name:     "report-recurrence-open",
	Summary:  "an incident repeats an earlier one, of which an action is overdue",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Facts: func(p *lint.Pass) []lint.Fact {
		var facts []lint.Fact
		for _, id := range p.Report.Meta.Recurs {
			facts = append(facts, lint.Fact{Span: id.Span, Key: recurs + strings.ToLower(id.Value), Note: id.Value})
		}
		if id := p.Report.Meta.ID; id.Written() {
			for i := range p.Report.Actions {
				if overdue(&p.Report.Actions[i], dueDays.Of(p)[i], p.Now) {
					return append(facts, lint.Fact{Key: open + strings.ToLower(id.Value)})
				}
			}
		}
		return facts
	},
	Compare: func(c *lint.Comparison) {
		earlier := map[string][]lint.Fact{} // the reports of an id with an open action
		for _, f := range c.Facts {
			if id, ok := strings.CutPrefix(f.Key, open); ok {
				earlier[id] = append(earlier[id], f)
			}
		}
		actions := map[string][]lint.Fact{} // those of an id
		for _, f := range c.Facts {
			id, ok := strings.CutPrefix(f.Key, recurs)
			if !ok {
				continue
			}
			if actions[id] == nil {
				for _, e := range earlier[id] {
					actions[id] = append(actions[id], openActions(c, e)...)
				}
			}
			if first := actions[id]; len(first) > 0 {
				c.Diagnose(f, lint.Diagnostic{Message: "this repeats \"" + f.Note + "\", of which an action was " + first[0].Note,
					Hint: "close that action, or say in this report why it would not have helped"}, first...)
			}
		}
	},
}

// What stands before the id in the key of a fact: the report repeats that one, or is that one and has
// an open action.
const (
	recurs = "recurs "
	open   = "open "
)

// openActions gives the overdue actions of a report, each with its place.
func openActions(c *lint.Comparison, earlier lint.Fact) []lint.Fact {
	var out []lint.Fact
	r := c.Report(earlier)
	for i := 0; r != nil && i < len(r.Actions); i++ {
		a := &r.Actions[i]
		if day, _ := a.DueDate(); overdue(a, day, c.Now) {
			out = append(out, earlier.At(a.Text.Span, "due on "+day.Format("2006-01-02")+" and open"))
		}
	}
	return out
}

// overdue reports whether an action is open after the day on which it was due.
func overdue(a *report.Action, due, now time.Time) bool {
	return !due.IsZero() && a.Open() && !now.Before(due.AddDate(0, 0, 1))
}
