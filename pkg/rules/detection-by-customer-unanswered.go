package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var detectionByCustomerUnanswered = lint.Rule{
	Name:     "detection-by-customer-unanswered",
	Summary:  "customers noticed first, and no action would notice it next time",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		r := p.Report
		by, at := noticedBy(r)
		if by == "" || len(r.Actions) == 0 {
			return
		}
		for i := range r.Actions {
			if detects(&r.Actions[i]) {
				return
			}
		}
		p.Diagnose(lint.Diagnostic{
			Span:    at,
			Message: "the incident was noticed by " + by + ", and no corrective action would notice it next time",
			Hint:    "add an action of type detect: an alert, a probe, a check",
			Related: []lint.Related{{Span: r.Actions[0].Within.Heading.Span, Message: "the corrective actions"}},
		})
	},
}

// noticedBy says who noticed the incident, if nobody and nothing of the organisation did: by the
// front matter, or by the entry that is marked as the detection.
func noticedBy(r *report.Report) (by string, at source.Span) {
	if how := r.Meta.Detection; how.Written() {
		switch v := strings.ToLower(how.Value); v {
		case "customer", "partner":
			return "a " + v, how.Span
		case "luck":
			return "a stroke of luck", how.Span
		}
		return "", source.Span{}
	}
	if e := r.Timeline.First(report.Detected); e != nil && customerTells(e.Text.Value) {
		return "a customer", e.Text.Span
	}
	return "", source.Span{}
}

// customerTells reports whether an entry begins with customers who say that something is wrong.
func customerTells(text string) bool {
	words := wordsOf(text)
	words = words[:min(len(words), 8)]
	for i, w := range words {
		if possessive := strings.TrimRight(strings.ReplaceAll(w.low, "’", "'"), "'s"); possessive+"'s" == strings.ReplaceAll(w.low, "’", "'") && customerWords()[possessive] && i+1 < len(words) && messageWords()[words[i+1].low] {
			return true
		}
		if !customerWords()[w.low] {
			continue
		}
		for _, v := range words[i+1 : min(len(words), i+3)] {
			if tellingWords()[v.low] {
				return true
			}
		}
		return false
	}
	return false
}

var (
	customerWords = lazySet("customer customers user users client clients merchant merchants visitor visitors subscriber subscribers tenant tenants")
	messageWords  = lazySet("mail email call message letter complaint report ticket tweet")
	tellingWords  = lazySet("report reports reported call calls called write writes wrote complain complains complained contact contacts contacted " +
		"notice notices noticed tweet tweets tweeted tell tells told phone phones phoned ring rings rang ask asks asked say says said email emails emailed mention mentions mentioned")
)

// detects reports whether an action finds such an incident out: by its type, by the check that it
// carries, or by a word of finding out for what it builds. "Mute the alert" builds none, and "the bug that
// alerted nobody" tells what happened.
func detects(a *report.Action) bool {
	if strings.Contains(strings.ToLower(a.Type.Value), "detect") || a.Check.Written() {
		return true
	}
	words := wordsOf(task(a.Text.Value))
	if len(words) == 0 || quiets(words) {
		return false
	}
	last := ""
	for i, w := range words {
		switch {
		case strings.HasSuffix(w.low, "ed"):
			if (beForms()[last] || i == 0) && findsOut(w.low) {
				return true // "make sure that they are monitored", "monitored by the probe"
			}
		case w.low == "page" || w.low == "pages":
			if i == 0 || pagers()[last] || i+1 < len(words) && paged()[words[i+1].low] {
				return true
			}
		case strings.HasPrefix(w.low, "notif"):
			if !addressed(words[i+1:]) {
				return true
			}
		case findsOut(w.low):
			return true
		}
		last = w.low
	}
	return false
}

// quiets reports whether an action takes something away rather than add it.
func quiets(words []word) bool {
	switch words[0].low {
	case "turn", "switch":
		return len(words) > 1 && (words[1].low == "off" || slices.ContainsFunc(words, func(w word) bool { return w.low == "off" }))
	case "disable", "mute", "silence", "snooze", "suppress", "remove", "delete", "drop", "retire":
		return true
	}
	return false
}

func findsOut(w string) bool {
	for _, stem := range []string{"alert", "alarm", "monitor", "detect", "probe", "paging", "watch", "healthcheck", "health-check", "heartbeat", "synthetic", "smoke", "canary"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}

var (
	beForms = lazySet("is are be been being get gets getting automatically actively continuously properly")
	pagers  = lazySet("to and or should will must that which who")
	paged   = lazySet("the on-call oncall somebody someone us engineers when if on")
)
