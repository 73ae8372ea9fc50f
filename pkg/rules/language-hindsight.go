package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var hindsightPhrases = &phrases{[]string{
	"obviously|clearly",
	"needless to say",
	"was|were [clearly] inevitable|foreseeable",
	"everyone|everybody|anyone|anybody knew|knows that",
	"it is|was|became [clearly|painfully|immediately] obvious|inevitable that",
	"should have been obvious",
	"was|were bound to happen|fail|break",
	"accident|outage|disaster|failure waiting to happen",
	"only a matter of time",
	"any|every competent|reasonable|experienced <who>",
	"common sense",
}}

var languageHindsight = lint.Rule{
	Name:     "language-hindsight",
	Summary:  "a word makes the past look plainer than it was",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range said(p, hindsightPhrases) {
			if denied(h) || asides()[plain(h.text())] && !aside(h) {
				continue
			}
			p.Diagnose(lint.Diagnostic{Span: h.span(), Message: "\"" + h.text() + "\" is only plain afterwards",
				Hint: "leave it out, or say what could be seen at the time"})
		}
	},
}

// asides are words that look back only where they comment on the whole sentence.
var asides = lazySet("obviously clearly")

// aside reports whether a single word comments on the sentence, at its start or between commas;
// elsewhere it describes a thing: "obviously malicious".
func aside(h hit) bool {
	before, after := strings.TrimSpace(h.before()), h.passage.Text[h.end:]
	return before == "" || strings.HasSuffix(before, ",") || strings.HasPrefix(after, ",")
}
