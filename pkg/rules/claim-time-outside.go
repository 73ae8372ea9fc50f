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

var claimTimeOutside = lint.Rule{
	Name:     "claim-time-outside",
	Summary:  "a time stated in the title, the summary or the impact lies outside of the timeline",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		window, ok := p.Report.Timeline.Window()
		if !ok {
			return
		}
		told := len(forCustomers.Of(p).shown) > 0 && timesOf(p) != nil // public-time-unsupported holds these
		for c := range claimsOf(p) {
			if c.Kind != claim.Time || c.Approximate || part(p.Report, c) == "" || aftermath(c) || told && toldCustomers(p, c) {
				continue
			}
			for at := c.Stamp; at != nil; at = at.Until {
				off, e, ok := window.Outside(at)
				if off < 0 && c.Stamp.Until == nil {
					continue // what led to it may have happened at any time before
				}
				if !ok || off.Abs() < 30*time.Minute || off.Abs() > 36*time.Hour {
					continue
				}
				side := "before the first entry of the timeline"
				if off > 0 {
					side = "after the last entry of the timeline"
				}
				p.Diagnose(lint.Diagnostic{
					Span:    c.Span,
					Message: fmt.Sprintf("%s lies %s %s, %s", at.Text, moment.Length(off.Abs()), side, e.At.Text),
					Hint:    "correct one of the two, or add the entry that is missing",
					Related: []lint.Related{eventPlace(e)},
				})
				break
			}
		}
	},
}

// aftermath reports whether a time is said to be that of what was planned, of what is so every day, or came once all
// was over.
func aftermath(c *claim.Claim) bool {
	text := c.Passage.Text
	if sentenceIsNow(text, c.Start) {
		return true
	}
	for _, w := range wordsOf(text[max(0, c.Start-80):min(len(text), c.End+80)]) {
		switch w.low {
		case "sent", "mailed", "emailed", "apology", "apologised", "apologized", "refund", "refunded", "refunds", "credits", "informed", "announced":
			return true
		case "retrospective", "retro", "postmortem", "post-mortem", "review", "meeting", "published", "scheduled", "planned", "will", "follow-up", "debrief", "deadline":
			return true
		}
	}
	return false
}

// sentenceIsNow reports whether the sentence before a time speaks of the present: "the handover is at 18:00", "traffic
// peaks at".
func sentenceIsNow(text string, at int) bool {
	text = text[max(0, at-600):at] // a sentence without end must not be read for each of its times
	from := max(strings.LastIndex(text, ". "), strings.LastIndexByte(text, '\n'))
	for w := range eachWord(text[from+1:]) {
		switch w.low {
		case "is", "are", "runs", "run", "peaks", "starts", "begins", "ends", "happens", "opens", "closes", "every", "daily", "nightly", "usually", "always", "normally":
			return true
		}
	}
	return false
}

const customerSummary = "customer summary"

// part names the part of the report, of those that say in short what happened, that a claim stands in.
func part(r *report.Report, c *claim.Claim) string {
	switch {
	case !r.Title.Span.IsZero() && r.Title.Span.Contains(c.Span):
		return "title"
	case c.Section.Within(report.CustomerSummary):
		return customerSummary
	case c.Section.Within(report.Summary):
		return "summary"
	case c.Section.Within(report.Impact):
		return "impact"
	}
	return ""
}
