package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
)

var claimNumberDiffers = lint.Rule{
	Name:     "claim-number-differs",
	Summary:  "two parts of the report state different numbers of the same ones affected",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		// Of each thing counted, what each part of the report states; nil if it states several.
		stated := map[string]map[string]*claim.Claim{}
		var order []string
		for c := range claimsOf(p) {
			in := part(p.Report, c)
			what := ""
			switch {
			case in == "":
			case c.Kind == claim.Count && c.Subject == claim.OfAffected:
				what = counted(c)
			case c.Kind == claim.Percent:
				what = failedShare(c)
			}
			if what == "" && in != "" {
				what = sameSentence(c)
			}
			if what == "" {
				continue
			}
			if stated[what] == nil {
				stated[what] = map[string]*claim.Claim{}
				order = append(order, what)
			}
			if before, ok := stated[what][in]; ok && (before == nil || before.Low != c.Low) {
				stated[what][in] = nil
			} else {
				stated[what][in] = c
			}
		}
		lossesContradicted(p, anywhere, loss.data)
		for _, what := range order {
			var first *claim.Claim
			for _, in := range []string{"title", "summary", "impact"} {
				c := stated[what][in]
				switch {
				case c == nil:
				case first == nil:
					first = c
				case differ(first, c):
					p.Diagnose(lint.Diagnostic{
						Span:    c.Span,
						Message: fmt.Sprintf("the %s says %s, the %s says %s", in, c.Text, part(p.Report, first), first.Text),
						Hint:    "state one number, or say what each of them counts",
						Related: []lint.Related{{Span: first.Span, Message: first.Text}},
					})
				}
			}
		}
	},
}

// stands reports whether a sentence begins at text[at].
func stands(text string, at int) bool {
	return at == 0 || at > 1 && (text[at-1] == ' ' || text[at-1] == '\n') && strings.IndexByte(".?!;:", text[at-2]) >= 0
}

// failedShare is what a percentage is said to be of, in a sentence that says that this share of it failed, and
// nothing else: "24 % of card payments failed during the outage".
func failedShare(c *claim.Claim) string {
	text := c.Passage.Text
	before := strings.TrimRight(text[:c.Start], " \n")
	if before != "" && strings.IndexByte(".?!:", before[len(before)-1]) < 0 {
		return ""
	}
	if firstWord(text[c.End:]) != "of" {
		return ""
	}
	rest, _, _ := strings.Cut(text[c.End:min(len(text), c.End+reach)], ". ")
	words := wordsOf(rest)
	if len(words) < 3 || len(words) > 9 || strings.ContainsAny(rest, ",;:()") {
		return ""
	}
	for i, w := range words {
		if w.low != "failed" {
			continue
		}
		switch strings.ToLower(strings.Trim(rest[w.end:], " .\n")) {
		case "", "during the outage", "during the incident":
			return "% " + strings.ToLower(rest[:words[i].start])
		}
	}
	return ""
}

// sameSentence is the sentence that a count or a sum stands in, without its number, if it is a short one with no other number:
// two such sentences that differ in nothing else speak of the same. "In all" before it adds nothing.
func sameSentence(c *claim.Claim) string {
	if c.Kind != claim.Count && c.Kind != claim.Money {
		return ""
	}
	text := c.Passage.Text
	const longest = 200 // before and behind the number, of a short sentence
	from, to := c.Start, c.End
	for from > max(0, c.Start-longest) && !(strings.IndexByte(".?!;:", text[from-1]) >= 0 && (text[from] == ' ' || text[from] == '\n')) {
		from--
	}
	for to < min(len(text), c.End+longest) && !(strings.IndexByte(".?!;", text[to]) >= 0 && (to+1 == len(text) || text[to+1] == ' ' || text[to+1] == '\n')) {
		to++
	}
	if c.Start-from == longest || to-c.End == longest {
		return ""
	}
	const most = 10 // words of a short sentence
	const leads = 8 // that "in all" and the like may take off
	out := make([]string, 0, most+leads+1)
	for i, piece := range [...]string{text[from:c.Start], c.Text, text[c.End:to]} {
		for w := range eachWord(piece) {
			switch {
			case w.low[0] >= '0' && w.low[0] <= '9':
				if i != 1 {
					return ""
				}
			case !vagueWord(w.low):
				if out = append(out, w.low); len(out) > most+leads {
					return ""
				}
			}
		}
	}
	for _, lead := range [][]string{{"in", "all"}, {"in", "total"}, {"overall"}, {"altogether"}, {"at", "least"}} {
		if len(out) > len(lead) && slices.Equal(out[:len(lead)], lead) {
			out = out[len(lead):]
		}
	}
	if len(out) < 2 || len(out) > most || strings.ContainsAny(text[from:to], "\"“”") {
		return ""
	}
	return "= " + strings.Join(out, " ")
}

func vagueWord(w string) bool {
	switch w {
	case "about", "around", "approximately", "roughly", "nearly", "almost", "some":
		return true
	}
	return false
}

// counted is what a count counts, in the singular: "paying customer".
func counted(c *claim.Claim) string {
	var out []string
	for w := range eachWord(c.Text) {
		switch {
		case w.low[0] >= '0' && w.low[0] <= '9':
		case w.low == "thousand", w.low == "million", w.low == "billion", w.low == "affected", w.low == "impacted", w.low == "k", w.low == "m":
		default:
			out = append(out, strings.TrimSuffix(w.low, "s"))
		}
	}
	return strings.Join(out, " ")
}

// scaled reports whether a number is written in thousands or more, and so is rounded: 1.2k, 3 million.
func scaled(c *claim.Claim) bool {
	for w := range eachWord(c.Text) {
		switch strings.TrimLeft(w.low, "0123456789.,") {
		case "k", "m", "bn", "mn", "thousand", "million", "billion":
			return true
		}
	}
	return false
}

// differ reports whether two counts cannot both be right.
func differ(a, b *claim.Claim) bool {
	if a.Bound != moment.Exactly || b.Bound != moment.Exactly {
		return false
	}
	if a.Approximate || b.Approximate || scaled(a) || scaled(b) {
		return a.Low > b.Low*1.2 || b.Low > a.Low*1.2
	}
	return a.Low != b.Low
}
