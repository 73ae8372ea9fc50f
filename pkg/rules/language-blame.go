package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var blamePhrases = &phrases{[]string{
	"<who> is|are|am|was|were [largely|entirely|partly|clearly|solely|mostly] to blame",
	"blame|blames|blamed [the|our|their] [on-call|operations|network|storage|database|platform|security|infrastructure|support|release|vendor] <who>",
	"<who> is|are|am|was|were [clearly|solely|entirely|personally] at fault",
	"fault of the|our|their [on-call|on-duty] <who>",
	"engineer's|operator's|developer's|admin's|administrator's|reviewer's|team's|his|her|their|my|our|your [own] fault|negligence|carelessness|incompetence",
	"person|people|engineer|engineers|developer|developers|operator|individual|individuals|employee responsible for [the|this] outage|incident|failure|mistake|error|breakage|breaking|causing",
	"blame lies|is|was with|on [the|our|their]",
	"<who> screwed|messed up",
	"<who> dropped the ball",
	"<who> did not bother|care",
	"<who> didn't|don't|doesn't bother|care",
	"<who> was|were asleep",
	"asleep at the wheel",
	"<who> [is|was] [the] [one|person] [who|that] broke production|prod",
	"culprit is|was [the|our|an|a] [junior|senior|new] <who>",
	"held|hold [personally] accountable for [the|this] outage|incident|failure|mistake|error",
	"those|anyone|anybody|whoever [who] [is|are] responsible will|must|should be|face|answer",
	"should be ashamed",
}}

var languageBlame = lint.Rule{
	Name:     "language-blame",
	Summary:  "a sentence puts the blame on somebody",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range said(p, blamePhrases) {
			if !denied(h) {
				p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" puts the blame on people",
					Hint: "say what made the step easy to get wrong and hard to notice"})
			}
		}
	},
}

// denied reports whether the sentence takes the phrase back before it is said: "nobody is to
// blame", "this was not the fault of the team".
func denied(h hit) bool {
	if first, _ := wordAt(h.passage.Text, h.start); first.low == "nobody" || first.low == "none" || first.low == "neither" {
		return true
	}
	for w := range eachWord(h.before()) {
		if denies(w.low) {
			return true
		}
	}
	return false
}

func denies(word string) bool {
	switch word {
	case "not", "no", "nobody", "none", "never", "neither", "nor", "without", "rather", "instead", "avoid", "whether", "if", "cannot":
		return true
	}
	return strings.HasSuffix(word, "n't")
}
