package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var humanErrorPhrases = &phrases{[]string{
	"human error|errors|mistake|mistakes|failure",
	"operator|user|pilot|manual|engineer|admin|administrator|developer error|mistake",
	"mistake|mistakes|error by|of [the|our|an|a] [on-call|release] <who>",
	"engineer's|operator's|developer's|administrator's|admin's mistake|error",
	"<who> made [a|an|the] mistake|error|typo",
	"human factor|factors",
	"fat finger|fingers|fingered|fingering",
	"fat-finger|fat-fingers|fat-fingered|fat-fingering|pebkac",
}}

var causeHumanError = lint.Rule{
	Name:     "cause-human-error",
	Summary:  "an error of a person is given as the cause",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range said(p, humanErrorPhrases) {
			in := h.passage.Section
			if (in.Within(report.Causes) || in.Within(report.Trigger) || causal(h)) && !in.Within(report.ActionsKind) && !denied(h) && !ofThing(h) {
				p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" is where the search for causes begins, not where it ends",
					Hint: "say what made the error easy to make, hard to notice and able to do harm"})
			}
		}
	},
}

// ofThing reports whether the phrase only says of what kind the thing is that the next word names:
// "the user error page", "the admin error log".
func ofThing(h hit) bool {
	next, ok := nextWord(h.passage.Text, h.end)
	what := lastWord(h.text())
	return ok && (what == "error" && things()[next.low] || strings.HasPrefix(what, "factor") && studies()[next.low])
}

var things = lazySet("page pages log logs message messages code codes report reports rate rates budget budgets handler handling response responses " +
	"loop screen dialog event events channel queue type types class metric metrics count counts alert alerts tracking stream table")

var studies = lazySet("team group engineer engineers engineering expert experts specialist specialists research review analysis study training")

// causal reports whether the sentence makes what it names a cause: "due to human error", "human
// error led to".
func causal(h hit) bool {
	rest := h.after()
	if open, shut := strings.IndexByte(rest, '('), strings.IndexByte(rest, ')'); strings.TrimSpace(rest[:max(0, open)]) == "" && open >= 0 && open < shut {
		rest = rest[shut+1:]
	}
	before, after := " "+plain(h.before())+" ", " "+plain(firstWords(rest, 8))+" " // as far as the words below reach
	for _, s := range []string{" due to ", " caused by ", " because of ", " result of ", " cause was ", " cause is ", " cause ", " attributed to "} {
		if i := strings.LastIndex(before, s); i >= 0 && strings.Count(before[i+len(s):], " ") <= 3 {
			return true
		}
	}
	for _, s := range []string{" led to ", " caused ", " resulted in ", " was the cause ", " was the root cause ", " triggered "} {
		if i := strings.Index(after, s); i >= 0 && strings.Count(after[:i], " ") <= 2 {
			return true
		}
	}
	return false
}
