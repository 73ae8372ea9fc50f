package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// shareUnsupported finds shares in words, "four of ten requests" and "one in three", that the rest of the report does not
// give. Such a share is rounded to its own steps: three of ten may be 26 in a hundred, and one in three 29 to 40.
func shareUnsupported(p *lint.Pass, ps *report.Passage) {
	words := wordsOf(ps.Text)
	for i := 0; i+2 < len(words); i++ {
		of, w := words[i+1].low, words[i+2:]
		if of == "out" && len(w) > 1 && w[0].low == "of" {
			of, w = "of", w[1:]
		}
		part, ok := smallNumbers(words[i].low)
		whole, known := smallNumbers(w[0].low)
		if !ok || !known || part < 1 || part >= whole || words[i].low == "half" || w[0].low == "both" || w[0].low == "half" ||
			!(of == "of" && whole == 10 || of == "in" && (whole == 10 || part == 1)) {
			continue
		}
		low, high := 100*(part-.51)/whole, 100*(part+.51)/whole
		if part == 1 && whole < 10 {
			low, high = 100/(whole+.51), 100/(whole-.51)
		}
		c := &claim.Claim{Kind: claim.Percent, Text: strings.ReplaceAll(ps.Text[words[i].start:w[0].end], "\n", " "), Span: ps.Span(words[i].start, w[0].end),
			Section: ps.Section, Passage: ps, Start: words[i].start, End: w[0].end, Low: (low + high) / 2, High: (low + high) / 2}
		if toCome(c) || strings.Contains(strings.ToLower(outside.Of(p)), strings.ToLower(c.Text)) {
			continue
		}
		if !slices.ContainsFunc(sharesOf(outside.Of(p)), func(share float64) bool {
			return share > low && share < high || 100-share > low && 100-share < high
		}) {
			unsupported(p, c)
		}
	}
}

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
