package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// shareUnsupported finds shares in words, "four of ten requests", "one in three", "two thirds of the orders", that the rest
// of the report does not give.
func shareUnsupported(p *lint.Pass, ps *report.Passage) {
	words := wordsOf(ps.Text)
	for i := range words {
		said, n := shareOfTen(words[i:])
		if n == 0 {
			said, n = fraction(words, i)
		}
		most := false
		if n == 0 {
			said, n = mostOf(words, i)
			most = n > 0
		}
		if n == 0 {
			continue
		}
		from, to := words[i].start, words[i+n-1].end
		middle := (said.low + said.high) / 2
		c := &claim.Claim{Kind: claim.Percent, Text: strings.ReplaceAll(ps.Text[from:to], "\n", " "), Span: ps.Span(from, to),
			Section: ps.Section, Passage: ps, Start: from, End: to, Low: middle, High: middle}
		if toCome(c) || strings.Contains(strings.ToLower(outside.Of(p)), strings.ToLower(c.Text)) {
			continue
		}
		shares := sharesOf(outside.Of(p))
		rest := !most || fateOf(ps.Text, from) != failed // the shares of a report are of what failed
		if (len(shares) > 0 || !most) && !slices.ContainsFunc(shares, func(share float64) bool { return said.holds(share) || rest && said.holds(100-share) }) {
			unsupported(p, c)
		}
	}
}

// share is what a share in words may be, in percent.
type share struct{ low, high float64 }

func (s share) holds(percent float64) bool { return percent > s.low && percent < s.high }

// shareOfTen reads "four of ten", "four out of ten" and "one in three", and gives how many words it has. Such a share is
// rounded to its own steps: three of ten may be 26 in a hundred, and one in three 29 to 40.
func shareOfTen(words []word) (s share, n int) {
	if len(words) < 3 {
		return s, 0
	}
	n = 3
	of, last := words[1].low, words[2]
	if of == "out" && words[2].low == "of" && len(words) > 3 {
		n, of, last = 4, "of", words[3]
	}
	if len(words) > 3 && words[0].low == "one" && countedThings()[words[1].low+"s"] && words[2].low == "in" { // one customer in ten
		n, of, last = 4, "in", words[3]
	}
	part, ok := smallNumbers(words[0].low)
	whole, known := smallNumbers(last.low)
	if !ok || !known || part < 1 || part >= whole || words[0].low == "half" || last.low == "both" || last.low == "half" ||
		!(of == "of" && whole == 10 || of == "in" && (whole == 10 || part == 1)) {
		return s, 0
	}
	if part == 1 && whole < 10 {
		return share{100 / (whole + .51), 100 / (whole - .51)}, n
	}
	return share{100 * (part - .51) / whole, 100 * (part + .51) / whole}, n
}

// fraction reads "half of all orders", "two thirds of our customers", with what the whole begins with. What stands in front of it bounds it:
// "more than half", "nearly two thirds".
func fraction(words []word, i int) (s share, n int) {
	part := 50.0
	n = 1
	if words[i].low != "half" {
		if i+1 == len(words) {
			return s, 0
		}
		whole := map[string]float64{"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[strings.TrimSuffix(words[i+1].low, "s")]
		count, ok := smallNumbers(words[i].low)
		if words[i].low == "a" {
			count, ok = 1, true
		}
		if whole == 0 || !ok || count < 1 || count >= whole {
			return s, 0
		}
		part, n = 100*count/whole, 2
	}
	if i+n+1 >= len(words) || words[i+n].low != "of" || noWhole()[words[i+n+1].low] {
		return s, 0
	}
	n += 2
	before := ""
	for k := max(0, i-2); k < i; k++ {
		before += " " + words[k].low
	}
	switch {
	case strings.HasSuffix(before, " more than"), strings.HasSuffix(before, " over"), strings.HasSuffix(before, " above"):
		return share{part - .1, part + 25}, n
	case strings.HasSuffix(before, " less than"), strings.HasSuffix(before, " fewer than"), strings.HasSuffix(before, " under"), strings.HasSuffix(before, " below"),
		strings.HasSuffix(before, " nearly"), strings.HasSuffix(before, " almost"):
		return share{part - 25, part + .1}, n
	}
	return share{part - 5, part + 5}, n
}

// mostOf reads "most of our customers" and "nearly all orders", where what they are of is counted in reports.
func mostOf(words []word, i int) (s share, n int) {
	at := func(k int) string {
		if k < len(words) {
			return words[k].low
		}
		return ""
	}
	switch w := words[i].low; {
	case (w == "nearly" || w == "almost" || w == "virtually") && at(i+1) == "all":
		s, n = share{80, 100.1}, 2
	case w == "most" && (i == 0 || words[i-1].low != "the" && words[i-1].low != "at"):
		s, n = share{49.9, 100.1}, 1
	default:
		return s, 0
	}
	for k := i + n; k < i+n+4; k++ {
		switch w := at(k); {
		case countedThings()[w]:
			return s, k + 1 - i
		case w != "of" && w != "our" && w != "the" && w != "your" && w != "all":
			return share{}, 0
		}
	}
	return share{}, 0
}

// noWhole are the words behind "half of" that begin no number of things: "half of it", "the second half of May".
var noWhole = lazySet("it them this that which what whom whose us you me a an one each january february march april may june july august september october november december")

// sharesOf gives the shares that a text states, in percent or as "18,312 of 61,040".
func sharesOf(text string) (out []float64) {
	part, end := 0.0, -1
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < '0' || c > '9' || i > 0 && wordByte[text[i-1]] {
			continue
		}
		n, stop, ok := writtenNumber(text, i)
		if !ok {
			i = stop - 1
			continue
		}
		if between := ""; end >= 0 {
			between = strings.TrimSpace(text[end:i])
			if (between == "of" || between == "of the" || between == "out of") && n > part {
				out = append(out, 100*part/n)
			}
		}
		if kindAt(text, i, stop) == claim.Percent {
			out = append(out, n)
		}
		part, end, i = n, stop, stop-1
	}
	return out
}
