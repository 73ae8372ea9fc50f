package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicNumberUnsupported = lint.Rule{
	Name:     "public-number-unsupported",
	Summary:  "customers are told a number that the rest of the report does not hold",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var known []float64
		for _, c := range customerClaims(p) {
			switch c.Kind {
			case report.ClaimCount, report.ClaimPercent, report.ClaimMoney:
			default:
				continue
			}
			if c.Kind == report.ClaimPercent && (c.Low == 0 || c.Low == 100) || contradicted(p.Report, c) != nil {
				continue
			}
			if known == nil {
				known = knownNumbers(p.Report)
			}
			if !supported(c, known) {
				p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%q is told to customers and stated nowhere else in this report", c.Text), Hint: "state it, with its source, under impact or in the timeline, or take it out"})
			}
		}
	},
}

// supported reports whether a number is one of those that are known, or follows from them: rounded,
// the sum or the difference of two that stand together, their share, the rest of a share.
func supported(c *report.Claim, known []float64) bool {
	n := c.Low
	slack := 0.0
	switch {
	case c.Approximate:
		slack = n * 0.15
	case n >= 1000 && float64(int(n/100))*100 == n:
		slack = n * 0.05 // a round number is rounded
	}
	for _, k := range known {
		switch {
		case k >= n-slack && k <= n+slack,
			c.Bound == moment.AtLeast && k >= n && k <= 2*n,
			c.Bound == moment.AtMost && k <= n && 2*k >= n:
			return true
		}
	}
	for i, a := range known {
		if c.Kind == report.ClaimPercent && a == 100-n {
			return true
		}
		// Numbers that belong to each other stand together: "1,200 of 60,000 orders".
		for _, b := range known[max(i-3, 0):i] {
			share := 100 * min(a, b) / max(a, b, 1)
			switch {
			case c.Kind == report.ClaimPercent && share > n-1 && share < n+1, n >= 10 && (a+b == n || a-b == n || b-a == n):
				return true
			}
		}
	}
	return false
}

// knownNumbers are the numbers that the report holds outside the customer summary, in digits or small
// ones in words, and what can be counted in it.
func knownNumbers(r *report.Report) []float64 {
	updates := 0.0
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.StatusUpdate {
			updates++
		}
	}
	out := []float64{updates, float64(len(r.Actions)), float64(len(r.Meta.Services))}
	internal := outside(r)
	const most = 2000 // a text with more has pasted data, in which any number would be found
	for i := 0; i < len(internal) && len(out) < most; i++ {
		if c := internal[i]; !wordByte[c] || i > 0 && wordByte[internal[i-1]] {
			continue
		}
		w, _ := wordAt(internal, i)
		if n, ok := smallNumbers(w.low); ok {
			out = append(out, n)
		} else if n, end, ok := writtenNumber(internal, i); ok {
			if clockOrDate(internal, i, end) {
				i = end - 1
				continue
			}
			out = append(out, n)
			if next, ok := nextWord(internal, end); ok {
				if scale, ok := scales(next.low); ok {
					out = append(out, n*scale)
				}
			}
			i = end - 1
		}
	}
	return out
}

// outside is the text of the report but for the customer summary.
func outside(r *report.Report) string {
	s := r.Section(report.CustomerSummary)
	text := string(r.File.Text)
	return text[:s.Span.Start] + "\n" + text[s.Span.End:]
}

// clockOrDate reports whether a number at text[start:end] is a part of one.
func clockOrDate(text string, start, end int) bool {
	number := func(i int) bool { return i >= 0 && i < len(text) && '0' <= text[i] && text[i] <= '9' }
	joins := func(i int) bool {
		return i >= 0 && i < len(text) && (text[i] == ':' || text[i] == '-' || text[i] == '/')
	}
	return joins(start-1) && number(start-2) || joins(end) && number(end+1)
}

func writtenNumber(text string, i int) (n float64, end int, ok bool) {
	end = i
	for end < len(text) && ('0' <= text[end] && text[end] <= '9' || (text[end] == ',' || text[end] == '.') && end+1 < len(text) && '0' <= text[end+1] && text[end+1] <= '9') {
		end++
	}
	if end == i || end-i > 20 {
		return 0, max(end, i+1), false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text[i:end], ",", ""), 64)
	return n, end, err == nil
}

func scales(w string) (float64, bool) {
	switch w {
	case "k", "thousand":
		return 1e3, true
	case "m", "mn", "million":
		return 1e6, true
	case "bn", "billion":
		return 1e9, true
	}
	return 0, false
}

func smallNumbers(w string) (float64, bool) {
	for i, name := range [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == name {
			return float64(i), true
		}
	}
	switch w {
	case "none", "zero":
		return 0, true
	case "both":
		return 2, true
	case "half":
		return 50, true
	}
	return 0, false
}
