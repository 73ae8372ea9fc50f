package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

var actionOwnerMany = lint.Rule{
	Name:     "action-owner-many",
	Summary:  "an action has more than one owner",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		var last source.Span // one line may name the owners of several actions
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if n := owners(a.Owner.Value); n > 1 && a.Open() && a.Owner.Span != last {
				last = a.Owner.Span
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
	if !strings.ContainsAny(s, ",;") {
		return max(joinedNames(s), 1)
	}
	words := plainWords(s)
	if len(words) > 0 && teamWord()[words[len(words)-1]] && strings.Contains(plain(s), " and ") {
		return 1 // "Search, Ranking and Discovery team"
	}
	s = strings.NewReplacer(" and ", ",", " & ", ",", ";", ",", "+", ",").Replace(s)
	n, longest := 0, 0
	for part := range strings.SplitSeq(s, ",") {
		words := len(strings.Fields(plain(part)))
		longest = max(longest, words)
		if words > 0 {
			n++
		}
	}
	if longest > 4 || n == 2 && longest == 1 && strings.ToUpper(s) != s {
		return 1 // prose, or "Example, Ana"
	}
	return n
}

// joinedNames counts the persons of "Ana and Bo Chen", "Ana & Bo" or "Ana/Bo": all must look like names, and one be a
// usual first name. It is 0 where they do not: "Trust and Safety".
func joinedNames(s string) int {
	if !strings.ContainsAny(s, "&/+") && !strings.Contains(s, " and ") {
		return 0
	}
	n, sure := 0, false
	for part := range strings.SplitSeq(strings.NewReplacer(" and ", "/", "&", "/", " + ", "/").Replace(s), "/") {
		words := strings.Fields(part)
		if len(words) == 0 || len(words) > 3 || teamWord()[strings.ToLower(words[len(words)-1])] {
			return 0
		}
		given, may := wordlist.NameOf(words[0])
		if !may {
			return 0
		}
		n, sure = n+1, sure || given
	}
	if !sure {
		return 0
	}
	return n
}

var teamWord = lazySet("team group squad guild department chapter tribe")
