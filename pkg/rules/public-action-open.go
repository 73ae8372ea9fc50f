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
			if a := openAction(p.Report, words[len(words)-1].low, stems(sentence)); a != nil {
				p.Diagnose(lint.Diagnostic{
					Span:    h.passage.Span(h.start, h.start+len(rest)),
					Message: "customers are told that this has been done, and its corrective action is " + a.Outcome.String(),
					Hint:    "say what became of the action, or write by when it will be done",
					Related: []lint.Related{{Span: a.Text.Span, Message: a.Text.Value}},
				})
			}
		}
	},
}

var donePhrases = &phrases{patterns: []string{
	"we have [now|already|also|since] <done>",
	"we've [now|already|also|since] <done>",
	"has|have been [now|already|also|since] <done>",
}}

// conditional are the words behind which "have been" tells of what did not happen, or not yet.
var conditional = lazySet("would could should might may must will to")

// openAction is the action whose verb has the given participle and which shares two telling words with a sentence, or all
// that it has, if it is not done; nil if another one that fits as well is.
func openAction(r *report.Report, participle string, sentence map[string]bool) (about *report.Action) {
	for i := range r.Actions {
		a := &r.Actions[i]
		words := wordsOf(a.Text.Value)
		if len(words) == 0 || !participleOf(participle, words[0].low) {
			continue
		}
		own := stems(a.Text.Value)
		switch {
		case inCommon(own, sentence) < max(1, min(2, len(own))):
		case a.Outcome == report.Done || a.Outcome == report.Unclear:
			return nil
		case about == nil:
			about = a
		}
	}
	return about
}

// participleOf reports whether a word is what a verb becomes behind "have".
func participleOf(word, verb string) bool {
	switch verb {
	case "build", "rebuild":
		return word == strings.TrimSuffix(verb, "d")+"t"
	case "write", "rewrite":
		return word == verb[:len(verb)-1]+"ten"
	case "split", "set", "put":
		return word == verb
	case "make":
		return word == "made"
	}
	last := verb[len(verb)-1:]
	return word == verb+"ed" || word == verb+"d" || word == verb+last+"ed" || last == "y" && word == strings.TrimSuffix(verb, "y")+"ied"
}
