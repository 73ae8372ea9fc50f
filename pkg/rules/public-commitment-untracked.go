package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicCommitmentUntracked = lint.Rule{
	Name:     "public-commitment-untracked",
	Summary:  "customers are promised something, and no corrective action is about it, or none that will be done",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for h := range saidToCustomers(p, promisePhrases) {
			promise := sentenceAt(h.passage.Text, h.start)
			words := stems(promise)
			if len(words) == 0 {
				continue
			}
			d := lint.Diagnostic{Span: h.passage.Span(h.start, h.start+len(promise)), Message: "no corrective action is about what is promised here", Hint: "add the action with an owner and a date, or do not promise it"}
			if a := tracking(p.Report, words); a != nil {
				if a.Outcome == report.Pending || a.Outcome == report.Done {
					continue
				}
				d.Message = fmt.Sprintf("the corrective action about what is promised here is %s", a.Outcome)
				d.Hint = "take the promise back, or say when it will be done"
				d.Related = []lint.Related{{Span: a.Text.Span, Message: a.Text.Value}}
			}
			p.Diagnose(d)
		}
	},
}

var promisePhrases = &phrases{patterns: []string{
	"we will|shall [also|now|soon] " + undertakings,
	"we'll [also|now|soon] " + undertakings,
	"we are|have [also|now] going|planning|committed to " + undertakings,
	"we plan|intend|commit|promise to " + undertakings,
}}

// undertakings are the verbs of work that somebody has to do. To stay, to hope and to tell more are no
// actions.
const undertakings = "add|alert|audit|automate|build|change|check|compensate|create|credit|deploy|disable|double|enable|expand|extend|fix|give|halve|hire|implement|improve|increase|install|introduce|" +
	"isolate|limit|migrate|monitor|move|pay|prevent|rebuild|redesign|reduce|refund|rehearse|remove|replace|require|review|rewrite|separate|set|split|stop|strengthen|test|train|upgrade"

// sentenceAt is the rest of the sentence that a text holds from an offset on.
func sentenceAt(text string, at int) string {
	for i := at; i < len(text); i++ {
		if strings.IndexByte(".!?", text[i]) >= 0 && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n') {
			return text[at:i]
		}
	}
	return text[at:]
}

// tracking is an action that shares two telling words with a promise, one that is open or done before all others; nil if
// there is none.
func tracking(r *report.Report, promise map[string]bool) (about *report.Action) {
	for i := range r.Actions {
		a := &r.Actions[i]
		switch {
		case inCommon(stems(a.Text.Value), promise) < min(2, len(promise)):
		case a.Outcome == report.Pending || a.Outcome == report.Done:
			return a
		case about == nil:
			about = a
		}
	}
	return about
}

// stems are the words of a text that tell what it is about, by their first letters: "backups" and
// "backed" are no longer than needed to be found to be one.
func stems(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range wordsOf(text) {
		if len(w.low) > 3 && !empties()[w.low] {
			out[w.low[:min(len(w.low), 5)]] = true
		}
	}
	return out
}

// inCommon is how many telling words two texts share.
func inCommon(a, b map[string]bool) (n int) {
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// empties are words that stand in any promise.
var empties = sync.OnceValue(func() map[string]bool {
	return set("will shall also soon that this these those with from have been going more than what when which them they their your about into make made sure such each every " +
		strings.ReplaceAll(undertakings, "|", " "))
})
