package rules

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
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
		told := forCustomers.Of(p).inTold
		lossesContradicted(p, func(ps *report.Passage) bool { return told[ps] }, func(l loss) bool { return !l.data() && !told[l.ps] })
		for _, ps := range forCustomers.Of(p).told {
			shareUnsupported(p, ps)
		}
		var known []number
		claims := customerClaims(p)
		for _, c := range slices.Concat(claims, cellCounts(p), groupedCounts(p, claims)) {
			switch c.Kind {
			case claim.Count, claim.Percent, claim.Money:
			default:
				continue
			}
			if countsNothing(c) || c.Kind == claim.Percent && (c.Low == 0 || c.Low == 100) || contradicted(p, c) != nil || toCome(c) {
				continue
			}
			if known == nil {
				known = knownNumbers(p)
			}
			if part := amongThem(c); part != nil && !supported(part, known, outside.Of(p)) {
				unsupported(p, part)
			}
			if !supported(c, known, outside.Of(p)) {
				unsupported(p, c)
			} else if other := ofOtherThings(p, c); other != nil {
				p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%q is told to customers, and the rest of this report states it of something else", c.Text),
					Hint: "say what it is a number of, as the report does", Related: []lint.Related{{Span: other.Span, Message: other.Text}}})
			}
		}
	},
}

func unsupported(p *lint.Pass, c *claim.Claim) {
	p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%q is told to customers and stated nowhere else in this report", c.Text), Hint: "state it, with its source, under impact or in the timeline, or take it out"})
}

// cellCounts are the numbers that stand alone in a cell for customers, behind one that says what they count: "| Orders that
// failed | 1,200 |".
func cellCounts(p *lint.Pass) (out []*claim.Claim) {
	var before *report.Passage
	for _, ps := range forCustomers.Of(p).told {
		label := before
		before = ps
		if label == nil || !ps.Cell() || !label.Cell() || p.Report.File.LineAt(label.Full().Start) != p.Report.File.LineAt(ps.Full().Start) {
			continue
		}
		start := strings.IndexFunc(ps.Text, func(r rune) bool { return r >= '0' && r <= '9' })
		if start < 0 || strings.Trim(ps.Text[:start], "~≈ ") != "" {
			continue
		}
		n, end, ok := writtenNumber(ps.Text, start)
		const few = 10
		if !ok || len(out) == mostClaims || strings.TrimSpace(ps.Text[end:]) != "" || n < few || !slices.ContainsFunc(wordsOf(label.Text), func(w word) bool { return countedThings()[w.low] }) {
			continue
		}
		out = append(out, &claim.Claim{Kind: claim.Count, Text: ps.Text[start:end], Span: ps.Span(start, end), Section: ps.Section, Passage: ps, Start: start, End: end,
			Low: n, High: n, Approximate: start > 0})
	}
	return out
}

// groupedCounts are the numbers of which the digits stand in groups, "1,402 parcels", whatever they count, but for those that are
// claims already.
func groupedCounts(p *lint.Pass, claims []*claim.Claim) (out []*claim.Claim) {
	for _, ps := range forCustomers.Of(p).told {
		for comma := strings.IndexByte(ps.Text, ','); comma >= 0 && !ps.Cell() && len(out) < mostClaims; {
			start := len(strings.TrimRight(ps.Text[:comma], "0123456789"))
			n, end, ok := writtenNumber(ps.Text, start)
			text := ps.Text[start:max(end, start)]
			if ok && end > comma && grouped(text) && !strings.HasPrefix(ps.Text[end:], " of ") && (start == 0 || ps.Text[start-1] == ' ' || ps.Text[start-1] == '\n' || ps.Text[start-1] == '(') &&
				!slices.ContainsFunc(claims, func(c *claim.Claim) bool { return c.Passage == ps && c.Start <= start && start < c.End }) {
				about := roughly()[lastWord(strings.ToLower(strings.TrimRight(ps.Text[:start], " \n")))]
				out = append(out, &claim.Claim{Kind: claim.Count, Text: text, Span: ps.Span(start, end), Section: ps.Section, Passage: ps, Start: start, End: end, Low: n, High: n, Approximate: about})
			}
			next := strings.IndexByte(ps.Text[max(end, comma+1):], ',')
			if next < 0 {
				break
			}
			comma = max(end, comma+1) + next
		}
	}
	return out
}

// grouped reports whether digits stand in threes behind the first comma: 1,402 and not 1,2.
func grouped(number string) bool {
	groups := strings.Split(number, ",")
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return len(groups) > 1 && len(groups[0]) < 4
}

var roughly = lazySet("about around approximately roughly nearly almost some circa")

// countedThings are what tables of the impact count.
var countedThings = lazySet("customers users clients accounts tenants merchants visitors people requests orders payments transactions messages emails mails calls errors events records rows files jobs builds sessions devices tickets")

// amongThem is the first number of "41,200 of 58,300 logins", whose second one is a claim of what is counted; nil if there
// is none.
func amongThem(c *claim.Claim) *claim.Claim {
	before, ok := strings.CutSuffix(strings.TrimSuffix(c.Passage.Text[:c.Start], "the "), " of ")
	if !ok || c.Kind != claim.Count {
		return nil
	}
	start := len(strings.TrimRight(before, "0123456789,."))
	n, end, ok := writtenNumber(before, start)
	if !ok || end != len(before) || start > 0 && wordByte[before[start-1]] {
		return nil
	}
	return &claim.Claim{Kind: c.Kind, Text: before[start:], Span: c.Passage.Span(start, end), Section: c.Section, Passage: c.Passage, Start: start, End: end, Low: n, High: n}
}

// countsNothing reports whether a number is a name: "5xx errors", "500 server errors", "32-bit", "March 29".
func countsNothing(c *claim.Claim) bool {
	low := strings.ToLower(c.Text)
	if c.Kind != claim.Count {
		return false
	}
	status := c.Low >= 400 && c.Low < 600 && (strings.Contains(low, "server") || strings.Contains(low, "error") || strings.Contains(low, "response"))
	return status || strings.Contains(low, "xx") || strings.Contains(low, "-bit") || strings.Contains(low, "\u201d")
}

// supported reports whether a number is one of those that are known, or follows from them: rounded,
// the sum or the difference of two that stand together, their share, the rest of a share. Text is that in which they are known.
func supported(c *claim.Claim, known []number, text string) bool {
	n := c.Low
	slack := rounding(c)
	for _, k := range known {
		near := slack
		if k.kind != c.Kind {
			near = 0 // "12,000" in a column of sums may be money, and is not about 12,400 of anything
			if c.Kind == claim.Percent {
				continue
			}
		}
		low, high := n-near, n+near
		switch c.Bound { // 38,214 is not "fewer than 38,000"
		case moment.AtLeast:
			low = n
		case moment.AtMost:
			high = n
		}
		switch {
		case k.value >= low && k.value <= high,
			k.kind == c.Kind && c.Bound == moment.AtLeast && k.value >= n && k.value <= 2*n,
			k.kind == c.Kind && c.Bound == moment.AtMost && k.value <= n && 2*k.value >= n,
			c.Kind == claim.Percent && k.value == 100-n && !alike(fateOf(c.Passage.Text, c.Start), fateOf(text, k.at)):
			return true
		}
	}
	for i, a := range known {
		// Numbers that belong to each other stand together: "1,200 of 60,000 orders".
		for _, b := range known[max(i-3, 0):i] {
			part, whole := min(a.value, b.value), max(a.value, b.value)
			share := 100 * part / max(whole, 1)
			switch {
			case c.Kind == claim.Percent && a.kind == claim.Count && b.kind == claim.Count && share >= n-slack && share <= n+slack,
				c.Kind != claim.Percent && a.kind == b.kind && !a.derived && !b.derived && n >= 10 && (part+whole == n || whole-part == n):
				return true
			}
		}
	}
	return false
}

// rounding is how far off a number may be by the way in which it is written: half of its last digit that is no zero,
// but for a count below 1,000, and more where it is said to be rough.
func rounding(c *claim.Claim) float64 {
	n := c.Low
	slack := 0.0
	switch {
	case c.Kind == claim.Percent:
		slack = 0.51
		if _, decimals, ok := strings.Cut(c.Text, "."); ok {
			for slack /= 10; len(decimals) > 1 && decimals[1] >= '0' && decimals[1] <= '9'; decimals = decimals[1:] {
				slack /= 10
			}
		}
	case n >= 1000:
		for unit := 10.0; math.Mod(n, unit) == 0 && unit <= n; unit *= 10 {
			slack = min(unit/2, n*0.05)
		}
	}
	if c.Approximate {
		slack = max(slack, n*0.15)
	}
	return slack
}

// ofOtherThings is what holds the number of a claim as that of other things, where the rest of the report holds none of what
// the claim counts: 4,300 payments are no 4,300 merchants. It is nil if there is none.
func ofOtherThings(p *lint.Pass, c *claim.Claim) (other *claim.Claim) {
	if c.Kind == claim.Percent {
		return ofAnotherWhole(p, c)
	}
	if c.Kind != claim.Count || c.Unit == "" {
		return nil
	}
	same := false
	for o := range claimsOf(p) {
		if o.Kind != claim.Count || toldCustomers(p, o) || o.Unit == "" {
			continue
		}
		if oneUnit(o.Unit) == oneUnit(c.Unit) {
			if !differ(c, o) || math.Abs(o.Low-c.Low) <= rounding(c) {
				return nil
			}
			same = true
		} else if o.Low == c.Low && other == nil {
			other = o
		}
	}
	if !same {
		return nil
	}
	return other
}

// ofAnotherWhole is what holds a share as one of people where the claim has it of what they do, or the other way round: 61 %
// of requests are no 61 % of customers. It is nil if the rest of the report holds the share of the same, or does not say.
func ofAnotherWhole(p *lint.Pass, c *claim.Claim) (other *claim.Claim) {
	people, ok := wholeOf(c)
	if !ok {
		return nil
	}
	for o := range claimsOf(p) {
		if o.Kind != claim.Percent || toldCustomers(p, o) || math.Abs(o.Low-c.Low) > rounding(c) {
			continue
		}
		if of, ok := wholeOf(o); !ok || of == people {
			return nil
		}
		other = o
	}
	return other
}

// wholeOf reports whether what a share is of are people: "of all our merchants". ok is false if the words behind it do not
// say either.
func wholeOf(c *claim.Claim) (people, ok bool) {
	words := wordsOf(c.Passage.Text[c.End:min(len(c.Passage.Text), c.End+60)])
	if len(words) == 0 || words[0].low != "of" {
		return false, false
	}
	for _, w := range words[1:min(len(words), 5)] {
		switch {
		case w.low == "those":
			return false, false
		case customerWords()[w.low], w.low == "people", w.low == "accounts":
			return true, true
		case countedThings()[w.low]:
			return false, true
		}
	}
	return false, false
}

func oneUnit(unit string) string { return strings.TrimSuffix(strings.ToLower(unit), "s") }
