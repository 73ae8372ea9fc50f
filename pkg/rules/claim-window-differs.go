package rules

import (
	"fmt"
	"sort"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
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
		// The claims of a passage stand together, those of one kind in the order of the text.
		claims := statedClaims.Of(p)
		for len(claims) > 0 {
			n := 1
			for n < len(claims) && claims[n].Passage == claims[0].Passage {
				n++
			}
			windows(p, claims[:n])
			claims = claims[n:]
		}
	},
}

// windows holds each duration of a passage against the range of times before it and behind it.
func windows(p *lint.Pass, claims []claim.Claim) {
	var ranges []*claim.Claim
	for i := range claims {
		if c := &claims[i]; c.Kind == claim.Time && c.Stamp.Until != nil {
			ranges = append(ranges, c)
		}
	}
	for i := range claims[1:] {
		whole, again := &claims[i], &claims[i+1]
		if !restated(whole, again) {
			continue
		}
		low, high := whole.Length()
		if !fits(again, low-whole.Precision, high+whole.Precision) {
			p.Diagnose(lint.Diagnostic{
				Span:    again.Span,
				Message: fmt.Sprintf("%q is stated here for %s, which is %s", again.Text, whole.Text, moment.Lengths(low, high)),
				Hint:    "correct one of the two",
				Related: []lint.Related{{Span: whole.Span, Message: whole.Text}},
			})
		}
	}
	for i := range claims {
		d := &claims[i]
		if d.Kind != claim.Duration || len(ranges) == 0 {
			continue
		}
		next := sort.Search(len(ranges), func(k int) bool { return ranges[k].Start >= d.End })
		for _, w := range ranges[max(0, next-1):min(len(ranges), next+1)] {
			low, high, ok := w.Lasts()
			if !ok || !beside(w, d) || fits(d, low, high) {
				continue
			}
			p.Diagnose(lint.Diagnostic{
				Span:    d.Span,
				Message: fmt.Sprintf("%q is stated here for %s, which is %s", d.Text, w.Text, moment.Lengths(low, high)),
				Hint:    "correct the duration or one of the times",
				Related: []lint.Related{{Span: w.Span, Message: w.Text}},
			})
		}
	}
}

// fits reports whether a stated duration can be one of low to high, as exactly as it is written.
func fits(c *claim.Claim, low, high time.Duration) bool {
	return agrees(c, &report.Metric{Low: low, High: high})
}

// beside reports whether a duration says how long a range of times is: "from 11:45 to 18:08, 6 h
// 23 min", "6 h 23 min (11:45 to 18:08)", "for 6 h 23 min, from 11:45 to 18:08". In "for 5 minutes
// between 11:45 and 18:08" it does not.
func beside(w, d *claim.Claim) bool {
	text := d.Passage.Text
	if w.End <= d.Start {
		between := text[w.End:d.Start]
		if strings.TrimSpace(between) == ", for" { // "from 11:45 to 18:08, for 6 h 23 min, nobody could pay"
			return strings.HasPrefix(text[d.End:], ",") && strings.HasSuffix(strings.ToLower(text[:w.Start]), "from ")
		}
		return linked(between, true) && closed(text[d.End:])
	}
	return d.End <= w.Start && linked(text[d.End:w.Start], false)
}

// closed reports whether a duration ends what is said of a range, and does not measure something
// else: ", 30 minutes of logs".
func closed(after string) bool {
	if after == "" || strings.IndexByte(").,;:\n", after[0]) >= 0 {
		return true
	}
	for w := range eachWord(after[:min(len(after), 40)]) {
		switch w.low {
		case "in", "of", "total", "full", "complete", "partial":
		case "outage", "downtime", "disruption", "unavailability":
			return true
		default:
			return false
		}
	}
	return true
}

// linked reports whether nothing stands between a range and a duration but what makes them one.
func linked(between string, rangeFirst bool) bool {
	if len(between) > 40 || strings.ContainsAny(between, ";?!\n") || strings.Contains(between, ". ") {
		return false
	}
	sign := strings.ContainsAny(between, "(,=:–—")
	for w := range eachWord(between) {
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

// restated reports whether the second of two durations says the first again, in brackets and in other units: "153 minutes
// (2 h 33 min)". What is far off is something else.
func restated(whole, again *claim.Claim) bool {
	if whole.Kind != claim.Duration || again.Kind != claim.Duration || again.Start < whole.End || whole.Bound != again.Bound {
		return false
	}
	text := whole.Passage.Text
	return text[whole.End:again.Start] == " (" && strings.HasPrefix(text[again.End:], ")") && again.Low < 1.5*whole.High && whole.Low < 1.5*again.High
}
