package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// promptPhrases say how fast something was done, and no length.
var promptPhrases = &phrases{patterns: []string{
	"at once", "immediately", "instantly", "right|straight away", "straightaway",
	"within seconds|moments|minutes",
	"within a few|couple [of] seconds|moments|minutes",
}}

// promptnessContradicted finds "we noticed at once" in what customers read where the timeline gives another length.
func promptnessContradicted(p *lint.Pass) {
	var metrics []report.Metric
	for h := range saidToCustomers(p, promptPhrases) {
		subject := hastened(h)
		if subject == claim.OfUnknown || relapsed(p.Report) { // it may be said of any of several outages
			continue
		}
		if metrics == nil {
			metrics = p.Report.Metrics()
		}
		var against *report.Metric
		for i := range metrics {
			if m := &metrics[i]; m.Missing == "" && answers(subject, m) {
				if m.Low <= atMost(h.text()) {
					against = nil
					break
				}
				against = m
			}
		}
		if against != nil {
			p.Diagnose(lint.Diagnostic{
				Span:    h.span(),
				Message: fmt.Sprintf("customers are told %q, and the timeline gives %s for the %s (%s)", h.text(), moment.Lengths(against.Low, against.High), against.Name, against.Definition),
				Hint:    "say how long it took, or take it out",
				Related: []lint.Related{eventPlace(against.From), eventPlace(against.To)},
			})
		}
	}
}

// atMost is what nobody would call by such words any more.
func atMost(phrase string) time.Duration {
	low := strings.ToLower(phrase)
	switch {
	case strings.HasSuffix(low, "seconds"), strings.HasSuffix(low, "moments"):
		return 5 * time.Minute
	case strings.HasSuffix(low, "minutes") && low != "within minutes":
		return 30 * time.Minute
	case strings.HasSuffix(low, "minutes"):
		return time.Hour
	}
	return 10 * time.Minute
}

// hastened is what a phrase says was done so fast: the verb that it stands at, in a clause that tells of what happened and
// not of what followed what.
func hastened(h hit) claim.Subject {
	text := h.passage.Text
	before := clauseEnd(text[sentenceStart(text, h.start):h.start])
	after := sentenceAt(text, h.end)
	if len(before) == 0 {
		after = strings.TrimLeft(after, ", ") // "Within minutes, our monitoring alerted us"
	}
	if n := strings.IndexAny(after, ",;:("); n >= 0 {
		after = after[:n]
	}
	behind := wordsOf(after)
	for i, w := range behind {
		if i > 0 && w.low == "and" {
			behind = behind[:i]
			break
		}
	}
	if len(behind) > 0 && orderWords()[behind[0].low] {
		return claim.OfUnknown
	}
	for _, w := range append(before, behind...) {
		if notTold()[w.low] || strings.HasSuffix(w.low, "n't") {
			return claim.OfUnknown
		}
	}
	// "we immediately noticed", "within minutes our monitoring alerted us"
	for i := 0; i < len(behind) && i < 5; i++ {
		if s := doneSoon(behind, i, before); s != claim.OfUnknown {
			return s
		}
		if !ownSide()[behind[i].low] {
			break
		}
	}
	// "our monitoring alerted us at once", "we noticed the problem within minutes"
	for i := len(before) - 1; i >= 0 && i >= len(before)-6; i-- {
		if s := doneSoon(before, i, nil); s != claim.OfUnknown {
			return s
		}
		if !hastenedThings()[before[i].low] && !ownSide()[before[i].low] {
			break
		}
	}
	return claim.OfUnknown
}

// clauseEnd are the words of the clause that a text ends in.
func clauseEnd(text string) []word {
	if n := strings.LastIndexAny(text, ",;:("); n >= 0 {
		text = text[n+1:]
	}
	words := wordsOf(text)
	for i := len(words) - 1; i >= 0; i-- {
		if words[i].low == "and" {
			return words[i+1:]
		}
	}
	return words
}

// doneSoon is what the verb words[i] says was done; lead are the words before these.
func doneSoon(words []word, i int, lead []word) claim.Subject {
	at := func(k int) string {
		switch {
		case k >= len(words) || k < 0 && -k > len(lead):
			return ""
		case k < 0:
			return lead[len(lead)+k].low
		}
		return words[k].low
	}
	who := at(i - 1)
	if who == "was" || who == "were" || who == "been" {
		who = at(i - 2)
	}
	if who != "" && !ownSide()[who] && !hastenedThings()[who] {
		return claim.OfUnknown
	}
	switch w := at(i); w {
	case "detected", "noticed", "spotted", "discovered":
		return claim.OfDetection
	case "alerted", "paged", "notified":
		if passive := at(i - 1); passive == "was" || passive == "were" || at(i+1) == "us" || at(i+1) == "our" && ownSide()[at(i+2)] {
			return claim.OfDetection
		}
	case "responded", "reacted":
		return claim.OfAnswer
	case "began", "started":
		for k := i + 1; k < i+4; k++ {
			switch at(k) {
			case "investigating", "investigate", "working", "work":
				return claim.OfAnswer
			}
		}
	}
	return claim.OfUnknown
}

var (
	// notTold are words of a sentence that denies, asks, plans or counts from something else.
	notTold = lazySet("not never nobody cannot will would should could can may might must if unless after once when upon following before until cause bug usually normally always typically future")
	// orderWords stand behind "immediately" where it tells of an order in time or of a state.
	orderWords     = lazySet("after following before when upon as once of available visible obvious clear apparent affected impacted adjacent below above")
	ownSide        = lazySet("we us our the a an on-call team teams engineer engineers monitoring monitors alert alerts alerting alarm alarms system systems automated it was were then also had been")
	hastenedThings = lazySet("it this that the problem issue outage incident failure errors disruption us was were on working investigating")
)
