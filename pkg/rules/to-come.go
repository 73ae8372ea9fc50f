package rules

import (
	"github.com/openpostmortem/postmortem/pkg/claim"
)

// toCome reports whether the sentence of a claim tells its readers what to do, or what holds from now on: its numbers
// and times are none of the incident.
func toCome(c *claim.Claim) bool {
	text := c.Passage.Text
	start := sentenceStart(text, c.Start)
	words := wordsOf(sentenceAt(text[start:], 0))
	if len(words) == 0 {
		return false
	}
	if instructions[words[0].low] || words[0].low == "please" {
		return true
	}
	for i, w := range words {
		if weekly[w.low] || i > 0 && onward[words[i-1].low+" "+w.low] {
			return true
		}
	}
	return false
}

// instructions are the verbs with which a sentence tells customers what to do.
var instructions = set("set change use choose enter press run type update upgrade install restart reload retry wait try increase reduce lower raise add remove replace call write contact check")

// weekly are the words of what happens again and again.
var weekly = set("mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends weekly daily monthly")

var onward = map[string]bool{"from now": true, "going forward": true, "in future": true, "every day": true, "every week": true, "each day": true, "each week": true, "will be": true, "will answer": true, "will hold": true}
