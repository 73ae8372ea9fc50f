package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var judgementPhrases = &phrases{[]string{
	"careless|carelessly|carelessness",
	"sloppy|sloppily|sloppiness",
	"stupid|stupidly|stupidity|idiotic|idiocy|moronic|braindead",
	"ridiculous|ridiculously|laughable|laughably",
	"negligent|negligently|negligence",
	"incompetent|incompetently|incompetence",
	"unprofessional|unprofessionally|irresponsible|irresponsibly",
	"inexcusable|unforgivable|shameful|disgraceful",
	"foolish|foolishly|clueless",
	"lazy|lazily <who>",
	"<who> was|were [too|just|simply|so] lazy|inattentive",
	"laziness",
	"reckless|recklessly|recklessness",
	"embarrassing|embarrassingly mistake|mistakes|error|errors|failure|oversight|bug|typo",
	"rookie|amateur mistake|error",
}}

var languageJudgement = lint.Rule{
	Name:     "language-judgement",
	Summary:  "a word judges people instead of describing what they did",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range said(p, judgementPhrases) {
			p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" judges and does not describe",
				Hint: "say what was seen and done"})
		}
	},
}
