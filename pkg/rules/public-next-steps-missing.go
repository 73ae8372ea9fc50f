package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var publicNextStepsMissing = lint.Rule{
	Name:     "public-next-steps-missing",
	Summary:  "customers are not told what changes",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(forCustomers.Of(p).prose) == 0 || !p.Report.EnglishForCustomers() {
			return
		}
		public := publicPlaces.Of(p)
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if (a.Outcome == report.Pending || a.Outcome == report.Done) && slices.ContainsFunc(public, func(at source.Span) bool { return at.Contains(a.Text.Span) }) {
				return
			}
		}
		for _, ps := range p.Report.Passages {
			if publicParts.Of(p)[ps] && !ps.Section.Within(report.TimelineKind) && !(ps.Cell() && ps.Section.Within(report.ActionsKind)) && looksAhead(ps.Text) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{Span: forCustomers.Of(p).place(), Message: "customers are not told what changes", Hint: "say what was done and what will be, each with an action behind it: \"We now test the switch every month\""})
	},
}

// looksAhead reports whether a text speaks of what is done so that it does not happen again.
func looksAhead(text string) bool {
	words := wordsOf(text)
	for i, w := range words {
		switch w.low {
		case "been":
			// "has since been taken out", "have been deployed": done, and it stays.
			for _, done := range words[i+1 : min(i+3, len(words))] {
				switch done.low {
				case "deployed", "redeployed", "updated", "patched", "removed", "hardened", "tested", "taken", "rewritten", "automated":
					return true
				}
			}
		case "will", "we'll", "next", "future", "plan", "plans", "planning", "planned", "going", "change", "changes", "changed", "changing", "prevent", "prevents", "preventing",
			"improve", "improving", "improved", "improvements", "add", "adding", "added", "working", "upgraded", "replaced", "migrate", "migrated", "migrating", "implement", "implemented", "implementing", "introduce", "introduced", "introducing",
			"recommendations", "steps", "measures", "actions", "again", "now", "learn", "learned", "committed", "ensure":
			return true
		}
	}
	return strings.Contains(text, "follow-up")
}
