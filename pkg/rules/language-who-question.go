package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var whoPhrases = &phrases{[]string{
	"who caused|broke|deployed|approved|merged|wrote|deleted|changed|introduced|missed|forgot|allowed|did|made|pushed|ran|reviewed",
	"who is|was|are|were responsible|accountable|guilty",
	"who is|was|are|were to blame",
	"who is|was|are|were at fault",
	"whose fault|mistake|error|idea",
	"why did [the|our|their|an|a] [on-call|release] he|she|you|somebody|someone|nobody|engineer|engineers|developer|developers|operator|operators|reviewer|reviewers|admin|administrator|tester|author",
	"why didn't|did [the|our] on-call [not] answer|notice|react|respond|escalate|see|look|check|act",
	"why didn't [the|our|their|an|a] [on-call|release] he|she|you|somebody|someone|anybody|engineer|engineers|developer|developers|operator|operators|reviewer|reviewers|admin|administrator|tester|author",
}}

var languageWhoQuestion = lint.Rule{
	Name:     "language-who-question",
	Summary:  "a question asks who did it, or why somebody did, instead of how it could happen",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range found(p, whoPhrases) {
			rest := h.passage.Text[h.end:]
			if end := strings.IndexAny(rest, "?.!;:"); end < 0 || rest[end] != '?' {
				continue
			}
			p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + " ...?\" asks for a person",
				Hint: "ask how it could happen, or what made the step look right"})
		}
	},
}
