package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var detectionSourceDiffers = lint.Rule{
	Name:     "detection-source-differs",
	Summary:  "the front matter and the timeline tell differently who or what noticed the incident",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		how := p.Report.Meta.Detection
		stated := strings.ToLower(how.Value)
		if stated != byAlert && stated != byCustomer {
			return
		}
		e, by := firstNotice(p.Report)
		if e == nil || by == stated {
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
