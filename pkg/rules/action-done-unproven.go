package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionDoneUnproven = lint.Rule{
	Name:     "action-done-unproven",
	Summary:  "an action is marked as done, and nothing shows it",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if !a.Closed() || a.Outcome == report.Dropped || a.Grouped || proven(p.Report, a) {
				continue
			}
			d := lint.Diagnostic{Span: a.Text.Span, Message: "this action is done, and no ticket, link, date or check shows it", Hint: "link the change or the ticket, or say since when"}
			if a.Outcome == report.Unclear {
				d.Message, d.Hint = "nothing says whether this action was done or dropped", "give it a status: done, or won't do"
			}
			p.Diagnose(d)
		}
	},
}

// proven reports whether an action gives something to look up, or leaves nothing that could be.
func proven(r *report.Report, a *report.Action) bool {
	if verb, ok := wordAt(task(a.Text.Value), 0); ok && talk()[verb.low] {
		return true
	}
	whole := r.File.Slice(a.Span)
	return len(a.Tickets) > 0 || a.Check.Written() || a.Due.Written() || proof(a.Text.Value) || proof(a.Status.Value) ||
		strings.Contains(whole, "://") || strings.Contains(whole, "`") || revision(whole) || remarked(whole) || dates(whole) ||
		strings.Contains(whole, "during th") // "done during this incident" says when
}

// dates reports whether a text names a day or a month.
func dates(text string) bool {
	return slices.ContainsFunc(moment.Find(text), func(at moment.Stamp) bool { return at.Has.Any(moment.HasMonth) })
}

// revision reports whether a text names a commit: seven or more hexadecimal digits, some of them
// letters.
func revision(text string) bool {
	for w := range eachWord(text) {
		if len(w.low) >= 7 && len(w.low) <= 40 && strings.Trim(w.low, "0123456789abcdef") == "" &&
			strings.ContainsAny(w.low, "0123456789") && strings.ContainsAny(w.low, "abcdef") {
			return true
		}
	}
	return false
}

// remarked reports whether something is said behind what is struck through.
func remarked(text string) bool {
	i := strings.LastIndex(text, "~~")
	return i >= 0 && len(wordsOf(text[i:])) > 1
}

// talk holds the verbs of what is done by telling somebody.
var talk = lazySet("tell inform notify alert ask contact email mail call thank talk update")
