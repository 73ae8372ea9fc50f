package rules

import (
	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionUnverifiable = lint.Rule{
	Name:     "action-unverifiable",
	Summary:  "an action asks for a quality, and nothing says how much of it is enough",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			task := tasks.Of(p)[i]
			if _, kind := vagueLead(task); kind != "" && kind != "care" || a.Closed() || len(a.Tickets) > 0 || a.Check.Written() || proof(a.Text.Value) || bounded(task) {
				continue
			}
			for w := range eachWord(task) {
				if qualities()[w.low] {
					p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: "\"" + w.low + "\" can be checked only against a number or a test, and this action has neither",
						Hint: "add the number, test, alert or document that will show it"})
					break
				}
			}
		}
	},
}

// qualities are words of which there is always more to be had.
var qualities = lazySet("careful better stronger clearer easier faster quicker robust robustness resilient resilience reliable reliability " +
	"stable stability graceful gracefully scalable scalability durable durability maintainable harden hardening streamline " +
	"strengthen clarify optimize optimise optimizing optimising improve improved enhance enhanced proactive proactively " +
	"awareness ownership visibility observability similar appropriate appropriately adequate adequately sufficient properly")
