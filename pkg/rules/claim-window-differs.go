package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var claimWindowDiffers = lint.Rule{
	Name:     "claim-window-differs",
	Summary:  "a duration is not the time between the two clock times beside it",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		claims := p.Report.Claims
		for i := range claims {
			d := &claims[i]
			if d.Kind != report.ClaimDuration {
				continue
			}
			for k := range claims {
				w := &claims[k]
				if w.Kind != report.ClaimTime || w.Passage != d.Passage || !beside(w, d) {
					continue
				}
				low, high, ok := w.Lasts()
				if !ok || fits(d, low, high) {
					continue
				}
				p.Diagnose(lint.Diagnostic{
					Span:    d.Span,
					Message: fmt.Sprintf("%q is stated here, but from %s to %s it is %s", d.Text, w.Stamp.Text, w.Stamp.Until.Text, moment.Lengths(low, high)),
					Hint:    "correct the duration or one of the times",
					Related: []lint.Related{{Span: w.Span, Message: w.Text}},
				})
			}
		}
	},
}

// fits reports whether a stated duration can be one of low to high, as exactly as it is written.
func fits(c *report.Claim, low, high time.Duration) bool {
	return agrees(c, &report.Metric{Low: low, High: high})
}

// beside reports whether a duration says how long a range of times is: "from 11:45 to 18:08, 6 h
// 23 min", "6 h 23 min (11:45 to 18:08)", "for 6 h 23 min, from 11:45 to 18:08". In "for 5 minutes
// between 11:45 and 18:08" it does not.
func beside(w, d *report.Claim) bool {
	text := d.Passage.Text
	if w.End <= d.Start {
		after := text[d.End:]
		return linked(text[w.End:d.Start], true) && (after == "" || strings.IndexByte(").,;:\n", after[0]) >= 0 || strings.HasPrefix(after, " in total") || strings.HasPrefix(after, " total"))
	}
	return d.End <= w.Start && linked(text[d.End:w.Start], false)
}

// linked reports whether nothing stands between a range and a duration but what makes them one.
func linked(between string, rangeFirst bool) bool {
	if len(between) > 40 || strings.ContainsAny(between, ";?!\n") || strings.Contains(between, ". ") {
		return false
	}
	sign := strings.ContainsAny(between, "(,=:–—")
	for _, w := range wordsOf(between) {
		switch w.low {
		case "total", "lasting", "i", "e", "ie", "altogether", "duration":
			sign = true
		case "from":
			sign = sign || !rangeFirst
		case "utc", "gmt", "for", "a", "an", "in", "all", "of", "or", "is", "was", "that", "which", "about", "approximately", "roughly", "the", "on", "pdt", "pst", "est", "edt", "cet", "cest", "bst":
		default:
			return false
		}
	}
	words := wordsOf(between)
	if rangeFirst && len(words) > 0 && words[len(words)-1].low == "for" {
		return false // within that time, for so long
	}
	return sign
}
