package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var detectionSourceDiffers = lint.Rule{
	Name:     "detection-source-differs",
	Summary:  "the front matter and the timeline tell differently who or what noticed the incident",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		how := p.Report.Meta.Detection
		stated := strings.ToLower(how.Value)
		claimedByMonitoring(p)
		if stated != byAlert && stated != byCustomer {
			return
		}
		e, by := firstNotice(p.Report)
		if e == nil || by == stated {
			if at, text := learnedFromCustomers(p.Report); stated == byAlert && text != "" {
				p.Diagnose(lint.Diagnostic{
					Span:    how.Span,
					Message: fmt.Sprintf("%q is stated here, but the prose says %q", how.Value, text),
					Hint:    "write `detection: " + byCustomer + "`, or correct the prose",
					Related: []lint.Related{{Span: at, Message: text}},
				})
			}
			return
		}
		p.Diagnose(lint.Diagnostic{
			Span:    how.Span,
			Message: fmt.Sprintf("%q is stated here, but in the timeline it is %s at %s", how.Value, noticers[by], e.At.Text),
			Hint:    "write `detection: " + by + "`, or correct the timeline",
			Related: []lint.Related{eventPlace(e)},
		})
	},
}

// claimedByMonitoring finds "Our monitoring noticed it" in a report whose front matter or, where that does not say,
// timeline tells of a customer who noticed.
func claimedByMonitoring(p *lint.Pass) {
	how := p.Report.Meta.Detection
	stated := strings.ToLower(how.Value)
	if stated != "" && stated != byCustomer {
		return
	}
	claims := monitoringClaims(p)
	if claims == nil {
		return
	}
	said, other := fmt.Sprintf("the front matter says %q", how.Value), lint.Related{Span: how.Span, Message: how.Value}
	if stated == "" {
		e, by := firstNotice(p.Report)
		if by != byCustomer {
			return
		}
		said, other = "in the timeline it is "+noticers[by]+" at "+e.At.Text, eventPlace(e)
	}
	for _, c := range claims {
		p.Diagnose(lint.Diagnostic{Span: c, Message: fmt.Sprintf("%q is stated here, but %s", strings.ReplaceAll(p.Report.File.Slice(c), "\n", " "), said),
			Hint: "correct the sentence, or the other place", Related: []lint.Related{other}})
	}
}

// noticePhrases are the words of "Our monitoring noticed it" behind its first.
var noticePhrases = &phrases{patterns: []string{
	"alert noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"alerts noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"alarm noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"alarms noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"monitor noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"monitors noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"monitoring noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"check noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"checks noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"probe noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"probes noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"pager noticed|detected|found|caught|discovered|spotted|alerted|told|warned it|this|us|the",
	"alerted|warned|notified|paged by our|the|an [automated|automatic|internal] alert|alerts|alarm|alarms|monitor|monitors|monitoring|checks|probes|pager",
	"found|noticed|detected|discovered|spotted by our|the|an [automated|automatic|internal] alert|alerts|alarm|alarms|monitor|monitors|monitoring|checks|probes|pager",
}}

// monitoringClaims are the places that say "Our monitoring noticed it".
func monitoringClaims(p *lint.Pass) (claims []source.Span) {
	for h := range found(p, noticePhrases) {
		ps := h.passage
		if ps.Heading() || !ps.Section.Within(report.CustomerSummary) && !ps.Section.Within(report.Summary) && !ps.Section.Within(report.Impact) && !ps.Section.Within(report.Detection) {
			continue
		}
		for _, lead := range []string{"Our ", "The ", "An ", "We were ", "We were first ", "It was ", "It was first "} {
			if from := h.start - len(lead); from >= 0 && strings.HasPrefix(ps.Text[from:], lead) && stands(ps.Text, from) {
				claims = append(claims, ps.Span(from, h.end))
			}
		}
	}
	return claims
}

// learnedFromCustomers finds "We learned of it from a customer" in the summary, the impact or the detection; text is "" where
// no sentence begins so.
func learnedFromCustomers(r *report.Report) (at source.Span, text string) {
	for _, ps := range r.Passages {
		if ps.Quoted || !ps.Section.Within(report.Summary) && !ps.Section.Within(report.Impact) && !ps.Section.Within(report.Detection) {
			continue
		}
		sentencesWith(ps.Text, "We ", func(from int) {
			words := wordsOf(ps.Text[from:min(len(ps.Text), from+80)])[1:]
			for i, w := range words {
				switch w.low {
				case "first", "only", "learned", "learnt", "heard", "found", "out", "of", "about", "it", "this", "the", "outage", "incident", "problem", "issue":
					continue
				case "from":
					rest := words[i+1:]
					for len(rest) > 0 && (rest[0].low == "a" || rest[0].low == "our" || rest[0].low == "the") {
						rest = rest[1:]
					}
					if i > 1 && len(rest) > 0 && (rest[0].low == "customer" || rest[0].low == "customers" || rest[0].low == "user" || rest[0].low == "users") {
						text = ps.Text[from : from+rest[0].end]
						at, text = ps.Span(from, from+rest[0].end), strings.ReplaceAll(text, "\n", " ")
					}
				}
				return
			}
		})
		if text != "" {
			return at, text
		}
	}
	return at, ""
}

const (
	byAlert    = "alert"
	byCustomer = "customer"
)

var noticers = map[string]string{byAlert: "an alert that notices", byCustomer: "a customer who notices"}

// firstNotice is the entry in which the incident is noticed, and by whom: the one marked as the detection or, where none is,
// the first in which an alert or a customer tells, if they are of one kind in the whole timeline.
func firstNotice(r *report.Report) (e *report.Event, by string) {
	if e = r.Timeline.First(report.Detected); e != nil {
		by = noticer(e.Text.Value)
	} else {
		for _, each := range r.Timeline.Events {
			switch b := noticer(each.Text.Value); {
			case b == "":
			case e == nil:
				e, by = each, b
			case b != by:
				return nil, ""
			}
		}
	}
	if by == "" {
		return nil, ""
	}
	return e, by
}

// noticer says whether an entry tells of an alert or of customers who say that something is wrong; "" if of neither or both.
func noticer(text string) string {
	customer, alert := customerTells(text) || supportTells(text), false
	words := wordsOf(text)
	for i, w := range words {
		if w.low == "no" || w.low == "without" || w.low == "not" || customerWords()[w.low] && !customer {
			return "" // no alert fired; an alert on the complaints of customers
		}
		if alertNouns()[w.low] {
			for _, v := range words[max(0, i-3):min(len(words), i+4)] {
				alert = alert || alertVerbs()[v.low]
			}
		}
		alert = alert || w.low == "pagerduty" || w.low == "opsgenie" || w.low == "alertmanager"
	}
	switch {
	case alert == customer:
		return ""
	case alert:
		return byAlert
	}
	return byCustomer
}

// supportTells reports whether an entry begins with the tickets or the complaints that customers send.
func supportTells(text string) bool {
	words := wordsOf(text)
	words = words[:min(len(words), 6)]
	for i, w := range words {
		switch w.low {
		case "complaint", "complaints":
			return true
		case "ticket", "tickets":
			return i > 0 && (words[i-1].low == "support" || words[i-1].low == "customer")
		case "alert", "alerts", "monitor", "monitoring", "on":
			return false
		}
	}
	return false
}

var (
	alertNouns = lazySet("alert alerts alarm alarms monitor monitors monitoring check checks probe probes pager")
	alertVerbs = lazySet("fire fires fired page pages paged trigger triggers triggered alert alerts alerted sound sounds sounded fail fails failed goes went notify notifies notified")
)
