package claim

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
)

// lead is what stands before a number: the two words before it in its sentence, the nearer first, "" where
// there are fewer, and the text up to the number without blanks at its end.
type lead struct{ near, far, text string }

func leadIn(text string, at int) lead {
	near, start := prose.WordBefore(text, at)
	far := ""
	if near != "" {
		far, _ = prose.WordBefore(text, start)
	}
	return lead{near, far, strings.TrimRight(text[:at], " ")}
}

// bound reads words that leave a number open to one side.
func (l lead) bound() moment.Bound {
	switch w, second := l.near, l.far; {
	case w == "":
		return moment.Exactly
	case w == "over", w == "exceeding", w == "least", w == "than" && (second == "more" || second == "greater" || second == "higher"):
		return moment.AtLeast
	case w == "under", w == "below", w == "most", w == "to" && second == "up", w == "than" && (second == "fewer" || second == "less"):
		return moment.AtMost
	}
	switch {
	case strings.HasSuffix(l.text, ">"):
		return moment.AtLeast
	case strings.HasSuffix(l.text, "<"):
		return moment.AtMost
	}
	return moment.Exactly
}

// exact reports whether the number stands for itself.
func (l lead) exact() bool { return !l.vague() && l.bound() == moment.Exactly }

// vague reports whether a number is made approximate: "about 40", "~40".
func (l lead) vague() bool {
	return vagueWords.Has(l.near) || vagueWords.Has(l.far) || strings.HasSuffix(l.text, "~") || strings.HasSuffix(l.text, "≈")
}

var vagueWords = prose.SetOf("about around approximately roughly nearly almost circa ca some estimated approx")
