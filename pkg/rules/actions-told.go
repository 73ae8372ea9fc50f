package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// openAction is the action whose verb has the given participle and which shares two telling words with a sentence, or all
// that it has, if it is not done; nil if another one that fits as well is.
func openAction(r *report.Report, participle, text string) (about *report.Action) {
	sentence, said := stems(text), wordsOf(text)
	for i := range r.Actions {
		a := &r.Actions[i]
		words := wordsOf(a.Text.Value)
		if len(words) == 0 || !participleOf(participle, words[0].low) {
			continue
		}
		if is, did := switched(words), switched(said); is != "" && did != "" && is != did {
			continue // what has been turned off is to be turned on again
		}
		own := stems(a.Text.Value)
		switch {
		case inCommon(own, sentence) < max(1, min(2, len(own))):
		case a.Outcome == report.Done || a.Outcome == report.Unclear:
			return nil
		case about == nil:
			about = a
		}
	}
	return about
}

// switched is the first "on" or "off" behind a verb that goes with both.
func switched(words []word) string {
	for i, w := range words {
		if verb := strings.TrimSuffix(w.low, "ed"); verb == "turn" || verb == "switch" {
			for _, w := range words[i:] {
				if w.low == "on" || w.low == "off" {
					return w.low
				}
			}
		}
	}
	return ""
}

// participleOf reports whether a word is what a verb becomes behind "have".
func participleOf(word, verb string) bool {
	switch verb {
	case "build", "rebuild":
		return word == strings.TrimSuffix(verb, "d")+"t"
	case "write", "rewrite":
		return word == verb[:len(verb)-1]+"ten"
	case "split", "set", "put":
		return word == verb
	case "make":
		return word == "made"
	}
	last := verb[len(verb)-1:]
	return word == verb+"ed" || word == verb+"d" || word == verb+last+"ed" || last == "y" && word == strings.TrimSuffix(verb, "y")+"ied"
}

// holdingNow is the action of which a sentence says that its end is reached, if it is not done: the sentence has its verb, or
// what it is to bring about, and nearly all of its words. It is nil if another action that fits as well is done.
func holdingNow(r *report.Report, before string, sentence []word) (about *report.Action) {
	if lead := lastWord(strings.ToLower(strings.TrimRight(before, " \n"))); timeBefore()[lead] {
		return nil
	}
	in := map[string]bool{}
	for _, w := range sentence {
		if notYet()[w.low] || strings.HasSuffix(w.low, "'ll") {
			return nil
		}
		in[shortened(w.low)] = true
	}
	for i := range r.Actions {
		a := &r.Actions[i]
		words := wordsOf(a.Text.Value)
		if len(words) < 2 || !slices.ContainsFunc(sentence, func(w word) bool { return formOf(w.low, words[0].low) }) && !bringing()[words[0].low] {
			continue
		}
		all, shared, first := 0, 0, false
		for _, w := range words[1:] {
			if len(w.low) < 4 || smallWords()[w.low] {
				continue
			}
			if in[shortened(w.low)] {
				shared++
				first = first || all == 0
			}
			all++
		}
		switch {
		case shared < 2 || 10*shared < 7*all || !first:
		case a.Outcome == report.Done || a.Outcome == report.Unclear:
			return nil
		case about == nil:
			about = a
		}
	}
	return about
}

// shortened is what the forms of a word have in common.
func shortened(w string) string { return w[:min(len(w), 5)] }

// formOf reports whether a word is a form of a verb.
func formOf(word, verb string) bool {
	stem := strings.TrimSuffix(verb, "e")
	return word == verb || word == verb+"s" || word == verb+"es" || word == stem+"ing" || word == strings.TrimSuffix(verb, "y")+"ies" || participleOf(word, verb)
}

var (
	// timeBefore stands before "now" where that is a time, and nothing has changed.
	timeBefore = lazySet("until till by from right for even just before than up")
	// notYet are words of a sentence that tells of what goes on, or will.
	notYet = lazySet("will would should shall can't could might must plan planning planned going soon working being until if whether not cannot investigating aware currently monitoring")
	// bringing are the verbs of actions that say what is to be, and not what is to be done.
	bringing   = lazySet("make let have keep ensure give add get")
	smallWords = lazySet("that this these those with from into when which them they their your each every also more than what about before after")
)
