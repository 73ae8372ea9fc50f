package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

var claimPercentImpossible = lint.Rule{
	Name:     "claim-percent-impossible",
	Summary:  "a part is said to be larger than its whole",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, s := range statedShares.Of(p) {
			if s.PartOverflow {
				p.Diagnose(lint.Diagnostic{
					Span:    s.Passage.Span(s.Start, s.End),
					Message: fmt.Sprintf("%q: the part is larger than the whole", strings.Join(strings.Fields(s.Passage.Text[s.Start:s.End]), " ")),
					Hint:    "correct one of the numbers",
				})
			}
		}
		for c := range claimsOf(p) {
			if at, ok := largerPart(c); ok && !slices.ContainsFunc(statedShares.Of(p), func(s claim.Share) bool { return s.Passage == c.Passage && s.Start <= c.Start && c.Start < s.End }) {
				p.Diagnose(lint.Diagnostic{
					Span:    c.Passage.Span(at, c.End),
					Message: fmt.Sprintf("%q: the part is larger than the whole", strings.Join(strings.Fields(c.Passage.Text[at:c.End]), " ")),
					Hint:    "correct one of the numbers",
				})
			}
			if c.Kind == claim.Percent && c.Low > 100 && ofWhole(c) {
				p.Diagnose(lint.Diagnostic{
					Span:    c.Span,
					Message: fmt.Sprintf("%s of a whole cannot be: there is no more than 100 %%", c.Text),
					Hint:    "correct the number, or say what it is compared with",
				})
			}
		}
	},
}

// largerPart finds "52,000 out of" before the count "1,240 payments".
func largerPart(c *claim.Claim) (at int, larger bool) {
	before, ok := cutWord(c.Passage.Text[:c.Start], "of")
	if c.Kind != claim.Count || !ok || possessive(c.Passage.Text[c.End:]) {
		return 0, false
	}
	before, outOf := cutWord(before, "out")
	at = len(before)
	for at > 0 && (before[at-1] >= '0' && before[at-1] <= '9' || before[at-1] == ',') {
		at--
	}
	digits := before[at:]
	if at > 0 && before[at-1] != ' ' && before[at-1] != '(' && before[at-1] != '\n' {
		return 0, false
	}
	n, err := strconv.Atoi(strings.ReplaceAll(digits, ",", ""))
	if err != nil || float64(n) <= c.Low || n >= 1900 && n <= 2100 && digits[1] != ',' && !outOf {
		return 0, false // "in 2024 of 40 servers"
	}
	if words := wordsOf(before[max(0, at-24):at]); len(words) > 0 {
		switch words[len(words)-1].low {
		case "error", "errors", "status", "http", "code", "port", "version", "ticket", "issue", "step":
			return 0, false
		}
		if months()[words[len(words)-1].low] && !outOf {
			return 0, false
		}
	}
	return at, true
}

// possessive reports whether what was counted owns what follows: "500 of 40 customers' emails".
func possessive(after string) bool {
	return strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’")
}

// cutWord takes a word and the blanks around it off the end of a text.
func cutWord(text, word string) (before string, ok bool) {
	text = strings.TrimRight(text, " \n")
	before, ok = strings.CutSuffix(text, word)
	return strings.TrimRight(before, " \n"), ok
}

// months come before a number that is a day or a year.
var months = lazySet("january february march april may june july august september october november december")

// ofWhole reports whether a percentage is said to be a share of those that exist: "of all users
// were affected", not "of normal traffic".
func ofWhole(c *claim.Claim) bool {
	of, ok := nextWord(c.Passage.Text, c.End)
	if !ok || of.low != "of" {
		return false
	}
	for at := of.end; ; {
		w, ok := nextWord(c.Passage.Text, at)
		if !ok {
			return false
		}
		switch w.low {
		case "the", "all", "our", "its", "their", "total", "active", "registered", "paying", "affected":
			at = w.end
		case "card", "payment", "login", "checkout", "api", "web", "incoming":
			at = w.end
		case "payments", "requests", "orders", "transactions", "logins", "calls", "messages", "jobs":
			verb, ok := nextWord(c.Passage.Text, w.end)
			if !ok || verb.low != "failed" && verb.low != "errored" {
				return false
			}
			over, ok := nextWord(c.Passage.Text, verb.end)
			return !ok || over.low != "over" // to another gateway
		case "users", "customers", "accounts", "tenants", "clients", "people", "visitors", "merchants", "hosts", "nodes", "servers", "instances", "pods":
			return true
		default:
			return false
		}
	}
}
