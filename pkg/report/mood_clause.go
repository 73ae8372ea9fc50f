package report

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// maxWords are the most words of a sentence that are read for its mood.
const maxWords = 14

// clause appends the words of the first clause of a text, in lower case, up to maxWords. Adverbs
// are left out, as are words in brackets; "we've" is "we have".
func clause(to []string, text string) []string {
	for len(to) < maxWords {
		if w, end := prose.WordAt(text, 0); prose.ASCII(w) && (end == len(text) || text[end] == ' ') {
			text = strings.TrimLeft(text[end:], " ")
			if !isAdverb(w) {
				to = append(to, w)
			}
			continue
		}
		text = strings.TrimLeft(text, " *_\"“'{[")
		if strings.HasPrefix(text, "(") {
			_, rest, ok := strings.Cut(text, ")")
			if !ok {
				break
			}
			text = rest
			continue
		}
		word, rest, _ := strings.Cut(text, " ")
		if word == "" || word == "-" || word == "–" || word == "—" {
			break
		}
		text = rest
		bare := strings.TrimRight(word, ".,;:!?)*_\"”")
		w := strings.ReplaceAll(strings.ToLower(bare), "’", "'")
		switch stem, contracted := strings.CutSuffix(w, "'ve"); {
		case contracted:
			to = append(to, stem, "have")
		case isAdverb(w):
		case w != "":
			to = append(to, w)
		}
		if len(bare) < len(word) && strings.ContainsAny(word[len(bare):], ".;,!?") && len(to) > 0 {
			break
		}
	}
	return to[:min(len(to), maxWords)]
}

func isAdverb(w string) bool {
	return w == "also" || w == "already" || w == "since" || strings.HasSuffix(w, "ly") && len(w) > 4
}

// mood reads the words of a clause.
func mood(w []string) Mood {
	switch {
	case len(w) == 0:
		return Asks
	case conduct(w):
		return Practice
	case past(w[0]):
		return leadingPast(w)
	case w[0] == "would" || w[0] == "did":
		return Tells // "would a test have found it?"
	case imperatives.Has(w[0]) || verbless.Has(w[0]):
		return Asks
	}
	joined := false
	for i, word := range w {
		if i == 0 {
			continue
		}
		rest := w[i+1:]
		switch {
		case word == "and" || word == "or":
			joined = true
		case (word == "could" || word == "would" || word == "should") && len(rest) > 1 && rest[0] == "have" && perfect(rest[1:]):
			return Tells // of what was not done
		case word == "is" || word == "are":
			switch {
			case len(rest) > 0 && rest[0] == "now":
				return Tells
			case len(rest) > 0 && past(rest[0]) && !adjectives.Has(rest[0]):
				return mayTell
			}
			return Asks
		case word == "have" || word == "has":
			return tellsIf(perfect(rest))
		case word == "was" || word == "were":
			return tellsIf(len(rest) > 0 && past(rest[0]))
		case !joined && past(word) && len(rest) > 1 && determiners.Has(rest[0]): // "the makers released a mend"
			return Tells
		case word == "now" && len(rest) > 0, i == 1 && pronouns.Has(w[0]) && past(word):
			return Tells
		case !joined && doneTo.Has(word) && (len(rest) == 0 || behindDone.Has(rest[0]) || prose.HasDigit(rest[0])):
			return Tells // "the script updated to handle pages"
		case undone.Has(word):
			return Asks
		}
	}
	if strings.HasSuffix(w[0], "ing") || pronouns.Has(w[0]) {
		return Asks
	}
	return mayBe
}

func tellsIf(past bool) Mood {
	if past {
		return Tells
	}
	return Asks
}

// leadingPast is the mood of a clause that begins with a past form, which may be an adjective too:
// "updated the page" and "updated documentation".
func leadingPast(w []string) Mood {
	switch {
	case len(w) == 1:
		return Asks
	case deeds.Has(w[0]) || determiners.Has(w[1]):
		return Tells
	case adjectives.Has(w[0]):
		return Asks
	case prepositions.Has(w[1]):
		return Tells
	}
	return mayTell
}

// perfect reports whether what stands behind "have" or "has" makes it tell of something done: not
// "have to add", "has no alert" or "have been exploring".
func perfect(w []string) bool {
	for i, word := range w[:min(len(w), 6)] {
		switch {
		case word == "been" || word == "for" || word == "now" || word == "several" || word == "years" || word == "both" || word == "all" || word == "just":
		case past(word):
			return word != "begun" && word != "started" && word != "planned" && word != "yet"
		default:
			return i > 0 && word == "made"
		}
	}
	return false
}

// past reports whether a word is a past form: "added", "rolled", "made".
func past(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !presents.Has(w) || irregulars.Has(w)
}

var (
	irregulars = prose.SetOf(`made built rebuilt wrote written rewrote rewritten sent took taken brought found gave given ran began begun went gone did done kept shut told taught`)
	presents   = prose.SetOf(`need embed proceed exceed succeed speed seed feed breed indeed hundred`)

	// deeds are the past forms that hardly ever stand before a noun as adjectives.
	deeds = prose.SetOf(`added removed created reverted rolled switched introduced replaced enabled disabled issued sent notified restored restarted upgraded migrated deployed
		corrected patched rotated applied tightened re-worked reworked implemented configured avoided verified confirmed documented deleted purged paused resumed tweaked adjusted advised
		communicated raised lowered bumped pinned opened filed converted established developed made built rebuilt wrote rewrote took brought found gave ran moved installed
		fixed fixed-up investigated identified audited announced asked cleared contacted discussed enforced ensured escalated informed launched ported published rewrote tuned turned validated worked`)

	// determiners and prepositions behind a past form make it a verb.
	determiners  = prose.SetOf(`the a an our all any its their his her both this that these those some each every two three it them us`)
	prepositions = prose.SetOf(`to from back out up down off on in with for into by`)

	// adjectives are past forms that plan or describe and tell of nothing done.
	adjectives = prose.SetOf(`planned needed required proposed scheduled expected based related suggested recommended limited used targeted wanted dedicated detailed blocked continued deferred
		considered assigned affected`)

	// doneTo are the past forms that, behind a noun and before one of behindDone, tell of what was
	// done to it.
	doneTo     = prose.SetOf(`added updated removed created fixed upgraded moved rebuilt disabled enabled increased merged deployed improved implemented corrected reduced documented migrated replaced restored rotated written configured wired pinned made baked built calibrated`)
	behindDone = prose.SetOf(`to in into with by from for on at so`)

	// maxims are what a rule to keep is announced by.
	maxims = prose.SetOf(`convention rule principle lesson reminder note`)

	pronouns = prose.SetOf(`we i they he she you`)

	// verbless begin what cannot tell of something done: questions and notes.
	verbless = prose.SetOf(`why how what who where which whether there todo no not should could can must will may might please`)

	// undone are the words that keep what stands behind them from telling of something done.
	undone = prose.SetOf(`should must will would need needs can could may might shall to if when that which who where while whether until because for of on about per during without never not no isn't wasn't weren't haven't hasn't be`)
)
