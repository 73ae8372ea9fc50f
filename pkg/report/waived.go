package report

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"strings"
)

// Waived reports whether a value says on purpose, and with a reason, that there is none: "not dated:
// the source gives no date", "None, because the service is switched off", "No actions are needed. ...".
func Waived(value string) bool {
	if value == "" || !refusals.Has(firstLower(value)) {
		return false
	}
	none, reason := reasoned(value)
	return strings.Trim(reason, " .)") != "" && refuses(none)
}

// answeredNo reports whether a text is a question that is answered with a refusal, with a reason or
// without: "Alert changed: no", "Runbook: not needed (...)".
func answeredNo(text string) bool {
	_, answer, ok := strings.Cut(text, ": ")
	if !ok || !refusals.Has(firstLower(answer)) {
		return false
	}
	none, _ := reasoned(answer)
	return refuses(strings.TrimRight(none, " ."))
}

// refuses reports whether a text says that there is nothing, and no more.
func refuses(none string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(none)) {
		if word = strings.Trim(word, "*_,"); word != "" && !refusing.Has(word) {
			return false
		}
	}
	return true
}

// reasoned cuts a text where its reason begins: behind a colon, or a mark or a word that joins a
// sentence to what stands before it.
func reasoned(text string) (none, reason string) {
	at, n := len(text), 0
	for _, join := range []string{":", ". ", "; ", " (", " - ", " – ", " — ", " because ", ", since ", ", as ", " since ", " as "} {
		if i := strings.Index(text[:at], join); i >= 0 {
			at, n = i, len(join)
		}
	}
	return text[:at], text[min(len(text), at+n):]
}

func firstLower(text string) string {
	word, _, _ := strings.Cut(strings.TrimLeft(text, " *_("), " ")
	return strings.ToLower(strings.TrimRight(word, ":;.,*_"))
}

var (
	// refusals begin what says that there is nothing, and refusing is all that it is made of.
	refusals = prose.SetOf(`no none nothing nil n/a not unknown`)
	refusing = prose.SetOf(`no none nothing nil n/a not unknown further more new additional other corrective preventive preventative action actions item items follow-up follow-ups
		follow up ups steps changes work task tasks is are was were be required needed planned necessary taken proposed identified to do at this the time moment for from our on us
		stated dated known applicable owner owners date dates ticket tickets yet so far`)
)
