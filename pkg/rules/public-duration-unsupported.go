package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicDurationUnsupported = lint.Rule{
	Name:     "public-duration-unsupported",
	Summary:  "customers are told a length of time that neither the timeline nor the rest of the report gives",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var known knownLengths
		var metrics []report.Metric
		for _, c := range customerClaims(p) {
			if c.Kind != claim.Duration || !ofThisIncident(c) {
				continue
			}
			if known == nil {
				metrics = p.Report.Metrics()
				if known = lengthsOf(p); known == nil {
					return
				}
			}
			if ofUpdates(c.Subject) || contradicted(p, c) != nil || disagreement(p.Report, metrics, c) != nil || known.hold(c) {
				continue // found by public-claim-differs and claim-duration-differs, or right
			}
			d := lint.Diagnostic{
				Span:    c.Span,
				Message: fmt.Sprintf("customers are told %q, and neither the timeline nor the rest of this report gives it", c.Text),
				Hint:    "correct it, or add to the timeline what began and ended then",
			}
			if m := longest(metrics); m != nil {
				d.Hint = fmt.Sprintf("the timeline gives %s for the %s; ", moment.Lengths(m.Low, m.High), m.Name) + d.Hint
				d.Related = []lint.Related{eventPlace(m.From), eventPlace(m.To)}
			}
			p.Diagnose(d)
		}
	},
}

// ofThisIncident reports whether a length is said of something that went on in it: "for 40 minutes",
// "took 2 hours", "after 10 minutes", "a 20-minute delay". A period, a plan and a time limit are not.
func ofThisIncident(c *claim.Claim) bool {
	low, high := c.Length()
	if high < time.Minute || low > 14*24*time.Hour {
		return false
	}
	if c.Subject != claim.OfUnknown {
		return true
	}
	text := c.Passage.Text
	sentence := text[sentenceStart(text, c.Start):c.Start] + sentenceAt(text, c.Start)
	words := wordsOf(sentence)
	for i, w := range words {
		perhaps := (w.low == "may" || w.low == "might") && i+1 < len(words) && words[i+1].low == "have" // seen duplicates
		if otherTimes()[w.low] && !perhaps && sentence[w.start] != 'M' {                                // 3 May
			return false
		}
	}
	before := wordsOf(text[sentenceStart(text, c.Start):c.Start])
	for i, w := range before {
		if (w.low == "told" || w.low == "asked" || w.low == "advised") && slices.ContainsFunc(before[i+1:min(i+4, len(before))], func(w word) bool { return w.low == "to" }) {
			return false // to try again after 10 minutes
		}
	}
	for i := len(before) - 1; i >= 0 && i >= len(before)-3; i-- {
		switch w := before[i].low; {
		case w == "for" || w == "took" || w == "lasted" || w == "after" || w == "lasting" || w == "totalling" || w == "totaling":
			return true
		case w != "about" && w != "approximately" && w != "around" && w != "roughly" && w != "nearly" && w != "almost" && w != "a" && w != "total" && w != "of" && w != "some" && w != "over" && w != "just" && w != "us":
			return false
		}
	}
	return false
}

// otherTimes are words of a sentence that speaks of a rule, a habit, a plan or another time.
var otherTimes = lazySet("every each per usually normally typically always daily weekly monthly hourly retention window sla slo will would should can may might must next future plan planned " +
	"ago previous previously earlier past last within until up timeout expires expire valid limit least most maximum minimum hold retained kept keep store stored if whenever")

func sentenceStart(text string, at int) int {
	for i := at - 1; i > 0; i-- {
		if strings.IndexByte(".!?;\n", text[i-1]) >= 0 && (text[i] == ' ' || text[i] == '\n') {
			return i
		}
	}
	return 0
}

func longest(all []report.Metric) *report.Metric {
	var out *report.Metric
	for i := range all {
		if m := &all[i]; m.Missing == "" && (out == nil || m.High > out.High) {
			out = m
		}
	}
	return out
}

// knownLengths are the lengths of time that a report gives outside what it tells customers, from least to
// most.
type knownLengths [][2]time.Duration

// lengthsOf gives what is between two entries of which one is marked, or between any two if none is; and what the rest of the text states. It is nil if that is nothing.
func lengthsOf(p *lint.Pass) knownLengths {
	r := p.Report
	var k knownLengths
	add := func(low, high time.Duration) { k = append(k, [2]time.Duration{low, high}) }
	const most = 200 // of more, any length would be one
	events := r.Timeline.Events[:min(len(r.Timeline.Events), most)]
	begins := func(e *report.Event) bool { return e.Phase.Value != "" && e.Phase.Value != report.StatusUpdate }
	marked := slices.ContainsFunc(events, begins)
	for _, from := range events {
		for _, to := range events {
			if marked && !begins(from) && !begins(to) {
				continue // from a release to a status update is no length of the incident
			}
			if low, high, ok := from.Until(to); ok && high > 0 {
				add(max(low, 0), high)
			} else if low, high, ok := to.Until(from); ok && high > 0 {
				add(max(low, 0), high)
			}
		}
	}
	if all := downInAll(events); all > 0 {
		add(all, all)
	}
	for _, e := range events {
		if u := e.At.Until; u != nil && !u.Instant.IsZero() && !e.At.Instant.IsZero() {
			add(u.Instant.Sub(e.At.Instant), u.Instant.Sub(e.At.Instant))
		}
	}
	if from, to := r.Meta.Started.Value.Instant, r.Meta.Resolved.Value.Instant; !from.IsZero() && to.After(from) {
		add(to.Sub(from), to.Sub(from))
	}
	for _, d := range moment.FindDurations(outside.Of(p)) {
		slack := d.Precision
		if d.Approximate {
			slack = max(slack, d.High*15/100)
		}
		switch d.Bound {
		case moment.AtLeast:
			add(d.Low, 2*d.High)
		case moment.AtMost:
			add(d.Low/2, d.High)
		default:
			add(max(d.Low-slack/2, 0), d.High+slack/2)
		}
	}
	return k
}

// downInAll is the sum of the times from where an impact began to where it was resolved, if there are several.
func downInAll(events []*report.Event) (all time.Duration) {
	var began *report.Event
	n := 0
	for _, e := range events {
		switch e.Phase.Value {
		case report.ImpactBegins:
			began = e
		case report.Resolved, report.Mitigated:
			if began == nil {
				continue
			}
			low, high, ok := began.Until(e)
			if !ok || low != high || low < 0 {
				return 0
			}
			all += low
			n++
			began = nil
		}
	}
	if n < 2 {
		return 0
	}
	return all
}

// hold reports whether one of the lengths is that of a claim, whose last unit may be cut off or rounded:
// "2 hours" may be 2 h 40 min or 1 h 35 min, and is not 1 h 19 min.
func (k knownLengths) hold(c *claim.Claim) bool {
	low, high := c.Length()
	less, more := tolerance(c)
	low, high = low-less, high+more
	switch c.Bound {
	case moment.AtLeast:
		high *= 2
	case moment.AtMost:
		low /= 2
	}
	for _, known := range k {
		if known[1] > low && known[0] < high {
			return true
		}
	}
	return false
}
