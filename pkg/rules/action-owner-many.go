package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionOwnerMany = lint.Rule{
	Name:     "action-owner-many",
	Summary:  "an action has more than one owner",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if n := owners(a.Owner.Value); n > 1 && !a.Done {
				p.Diagnose(lint.Diagnostic{Span: a.Owner.Span, Message: fmt.Sprintf("this action has %d owners", n),
					Hint: "name the one who answers for it; the others can help"})
			}
		}
	},
}

// owners counts the owners that a cell certainly names: handles, or what stands between commas and
// the like. "Trust and Safety" may be one team.
func owners(s string) int {
	if report.Waived(s) || strings.ContainsAny(s, "(") {
		return 1
	}
	if n := strings.Count(" "+s, " @"); n > 1 {
		return n
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '+' || r == '\n' })
	n := 0
	for _, part := range parts {
		words := strings.Fields(plain(part))
		if len(words) == 0 {
			continue
		}
		if len(words) > 4 {
			return 1
		}
		n++
	}
	// "Search, Ranking and Discovery team" is one team with a list in its name.
	if words := strings.Fields(plain(s)); n > 1 && strings.Contains(" "+strings.Join(words, " ")+" ", " and ") && teamWord[words[len(words)-1]] {
		return 1
	}
	return n
}

var teamWord = set("team group squad guild department chapter tribe")
