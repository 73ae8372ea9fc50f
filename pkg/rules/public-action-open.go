package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicActionOpen = lint.Rule{
	Name:     "public-action-open",
	Summary:  "customers are told that something has been done, and the corrective action about it is not",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range saidToCustomers(p, donePhrases) {
			before := strings.ToLower(strings.TrimRight(h.before(), " \n"))
			if conditional()[before[strings.LastIndexAny(before, " \n")+1:]] {
				continue
			}
			words := wordsOf(h.text())
			rest := sentenceAt(h.passage.Text, h.start)
			sentence := h.passage.Text[sentenceStart(h.passage.Text, h.start):h.start] + rest
			if a := openAction(p.Report, words[len(words)-1].low, sentence); a != nil {
				stillOpen(p, h.passage, h.start, h.start+len(rest), "this has been done", a)
			}
		}
		for h := range saidToCustomers(p, nowPhrases) {
			start := skipBlanks(h.passage.Text, sentenceStart(h.passage.Text, h.start))
			sentence := sentenceAt(h.passage.Text, start)
			if a := holdingNow(p.Report, h.before(), wordsOf(sentence)); a != nil {
				stillOpen(p, h.passage, start, start+len(sentence), "it is so now", a)
			}
		}
	},
}

func stillOpen(p *lint.Pass, ps *report.Passage, start, end int, told string, a *report.Action) {
	p.Diagnose(lint.Diagnostic{
		Span:    ps.Span(start, end),
		Message: "customers are told that " + told + ", and its corrective action is " + a.Outcome.String(),
		Hint:    "say what became of the action, or write by when it will be done",
		Related: []lint.Related{{Span: a.Text.Span, Message: a.Text.Value}},
	})
}

var donePhrases = &phrases{patterns: []string{
	"we have [now|already|also|since] <done>",
	"we've [now|already|also|since] <done>",
	"has|have been [now|already|also|since] <done>",
}}

// nowPhrases tell that something is not as it was: "clients reconnect by themselves now".
var nowPhrases = &phrases{patterns: []string{"now", "no longer", "today"}}

// conditional are the words behind which "have been" tells of what did not happen, or not yet.
var conditional = lazySet("would could should might may must will to")
