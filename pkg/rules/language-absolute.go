package rules

import "github.com/openpostmortem/postmortem/pkg/lint"

var absolutePhrases = &phrases{[]string{
	"will|shall never again",
	"never happen|happens|occur|occurs|recur again",
	"permanently eliminated|solved|eradicated",
	"will|can|shall [now] never happen|occur|recur|fail",
	"will|shall [definitely] not happen|occur|recur again",
	"won't|cannot|can't happen|occur|recur again",
	"we|i [can] guarantee",
	"guarantee|guarantees [that] this|it|nothing [can|cannot|will|does]",
	"will|can|shall no longer happen|occur|recur",
	"completely|totally|absolutely|utterly impossible|catastrophic|disastrous|devastating",
	"worst outage|incident ever",
}}

var languageAbsolute = lint.Rule{
	Name:     "language-absolute",
	Summary:  "a sentence promises or paints more than a report can know",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range said(p, absolutePhrases) {
			if denied(h) {
				continue
			}
			p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" says more than anybody can know",
				Hint: "say what is less likely now, and by what"})
		}
	},
}
