package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var counterfactualPhrases = &phrases{[]string{
	"<who> should [also|probably|really|simply|just] [not] have [also|probably] <done>",
	"<who> probably|really|certainly|definitely|clearly should [not] have [also|probably] <done>",
	"we|i could [also|probably|really|simply|just] have [also|probably] <done>",
	"team|engineer|engineers|operator|operators|reviewer|reviewers|responders|on-call could [also|probably|really|simply|just|easily] have [also|probably] <done>",
	"they should [also|probably|really|simply|just] [not] have [also|probably] <done>",
	"<who> should've|shouldn't've <done>",
	"they should've|shouldn't've <done>",
	"should|ought [to] [really] have known better",
	"ought to have been caught|noticed|spotted|seen|tested|reviewed|checked|verified|prevented|avoided|detected|addressed|foreseen|anticipated",
	"we|i could've <done>",
	"<who> shouldn't have <done>",
	"<who> ought [not] to have <done>",
	"should [also|probably|really] have been [more] caught|noticed|spotted|seen|tested|reviewed|checked|verified|prevented|avoided|detected|addressed|foreseen|anticipated|obvious|careful|cautious|attentive|monitored|escalated|documented",
	"should've been caught|noticed|spotted|seen|tested|reviewed|checked|verified|prevented|avoided|detected|addressed|foreseen|anticipated|obvious",
	"<who> [simply] failed|fails to notice|realise|realize|check|test|verify|consider|think|anticipate|foresee|follow|read|tell|inform|communicate|escalate|react|document|review|plan|see|spot|recognise|recognize|understand|account|catch|act|coordinate|pay",
	"they failed to notice|realise|realize|consider|anticipate|foresee|tell|inform|communicate|escalate|review|plan",
	"engineer|engineers|developer|developers|operator|operators|reviewer|reviewers|admin|administrator|tester|testers|strategist failed|neglected to",
	"<who> did|didn't [not] think to",
	"nobody thought to|of",
	"engineer|engineers|developer|developers|operator|operators|reviewer|reviewers|he|she overlooked",
	"<who> neglected to",
	"neglected to",
	"<who> forgot to",
	"forgot to",
	"<who> had forgotten",
	"had <who> <done>",
	"had they [only] known|noticed|checked|tested|read|asked|realised|realized|waited",
	"if only <who> had",
	"if only they had",
	"if we|i|he|she had [only] <done>",
}}

// dutyPhrases say the same of whoever is named before them; only of a handle is it sure that this is a
// person.
var dutyPhrases = &phrases{[]string{
	"should [also|probably|really|simply|just] [not] have [also|probably] <done>",
	"failed to",
	"did not|didn't bother|check|test|verify|notice|tell|alert|inform|read|follow|ask|escalate",
}}

var languageCounterfactual = lint.Rule{
	Name:     "language-counterfactual",
	Summary:  "a sentence judges people by what they did not do",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		tell := func(h hit) {
			p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" tells what did not happen",
				Hint: "say what was done, and what made that look right at the time"})
		}
		for h := range said(p, counterfactualPhrases) {
			if !supposed(h) && !indirect(h) {
				tell(h)
			}
		}
		for h := range said(p, dutyPhrases) {
			if handled(h) && !supposed(h) {
				tell(h)
			}
		}
	},
}

// handled reports whether the word before the phrase is somebody's handle: "@ana should have asked".
func handled(h hit) bool {
	before := strings.TrimRight(h.before(), " \n")
	return strings.HasPrefix(before[strings.LastIndexAny(before, " \n")+1:], "@")
}

// supposed reports whether the phrase is asked or listed rather than held against somebody: "we
// discussed whether we could have ...", "the only thing we could have done", "we could have noticed
// it much later".
func supposed(h hit) bool {
	switch lastWord(h.text()) {
	case "lost":
		return true // it went well
	case "been":
		return true // "they should not have been able to": what was done to them
	}
	for at, n := h.end, 0; n < 4; n++ {
		w, ok := nextWord(h.passage.Text, at)
		if !ok {
			break
		}
		if w.low == "later" || w.low == "worse" {
			return true
		}
		at = w.end
	}
	n, last := 0, -1
	for w := range eachWord(h.before()) {
		switch w.low {
		case "whether", "if", "what", "where", "how", "thing", "things", "nothing", "everything", "anything", "maybe", "perhaps", "example", "assume", "assumed", "assuming", "think", "thought":
			last = n
		}
		n++
	}
	return last >= 0 && n-last <= 6 && !strings.HasPrefix(plain(h.text()), "if")
}

// indirect reports whether "had" or "if" begins no clause of its own: "we had engineers paged", "we
// checked if we had received it".
func indirect(h hit) bool {
	first, _ := wordAt(h.passage.Text, h.start)
	before := strings.TrimSpace(h.before())
	return (first.low == "had" || first.low == "if") && before != "" && !strings.HasSuffix(before, ",")
}
