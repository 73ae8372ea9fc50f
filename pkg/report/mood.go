package report

import (
	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// Mood says what the words of an action do, whatever its marks say.
type Mood uint8

const (
	Asks     Mood = iota // for something still to be done: "add an alert", "better alerts", "we will add an alert"
	Tells                // of something that has been done: "added an alert", "the alert has been added"
	Practice             // how to behave from now on, which nobody finishes: "always test a release"
	mayTell              // "reduced breakage": of something done if its neighbours do, else it asks
	mayBe                // "a daily quota": likewise, but only beside as many that surely tell
)

// Open reports whether something is still to be done about the action.
func (a *Action) Open() bool { return !a.Closed() && a.Mood == Asks }

// moodOf reads the mood of an action from its words, and from the heading it stands under. Somebody
// who is to do it, a day or a status make it a thing to do.
func (c *collector) moodOf(a *Action, task bool) Mood {
	if task || a.Status.Written() && !a.Closed() {
		return Asks
	}
	m := spoken(a.Text.Value)
	switch {
	case m == Tells:
	case a.Owner.Written() || a.Due.Written() || len(a.Tickets) > 0 && m < mayTell:
		m = Asks
	case c.conduct:
		m = Practice
	}
	return m
}

// spoken reads the mood of a text, which a label may begin: "Retries: limited them in the proxy".
func spoken(text string) Mood {
	var b [maxWords]string
	if foreign(text) || maxim(text) {
		return Practice
	}
	if _, remark, ok := strings.Cut(text, ")"); ok && strings.HasPrefix(text, "Update (") {
		return mood(clause(b[:0], strings.TrimLeft(remark, ": ")))
	}
	head, body, labelled := labelOf(text)
	if !labelled {
		return mood(clause(b[:0], text))
	}
	if maxims.Has(strings.ToLower(head)) {
		return Practice
	}
	told := spoken(body)
	if told == Tells || told == Practice {
		return told
	}
	if named := mood(clause(b[:0], head)); named == Tells || told > Practice {
		return named
	}
	return Asks
}

// foreign reports whether a text is in a script in which no verb can be told here: nothing is asked of
// what cannot be read.
func foreign(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return !unicode.Is(unicode.Latin, r)
		}
	}
	return false
}

// maxim reports whether a text is a short one that sets one way against another: "mend causes, not signs".
func maxim(text string) bool { return strings.Contains(text, ", not ") && strings.Count(text, " ") < 8 }

// labelOf cuts a text behind the few words that stand before a colon, or before a dash and a colon.
func labelOf(text string) (head, body string, ok bool) {
	head, body, ok = strings.Cut(text, ": ")
	if name, _, dashed := strings.Cut(head, " — "); ok && dashed {
		head = name
	}
	return head, body, ok && strings.Count(head, " ") <= 5
}

// settleMoods decides the actions from the n-th on that may tell of something done, by whether most
// others do.
func (c *collector) settleMoods(n int) {
	var moods [mayBe + 1]int
	for i := range c.r.Actions[n:] {
		moods[c.r.Actions[n+i].Mood]++
	}
	told := moods[Tells] > 2*moods[Asks]
	for i := range c.r.Actions[n:] {
		switch a := &c.r.Actions[n+i]; {
		case a.Mood == mayTell && told, a.Mood == mayBe && told && moods[Tells] >= moods[mayBe]:
			a.Mood = Tells
		case a.Mood > Practice:
			a.Mood = Asks
		}
	}
}

// conduct reports whether a section of actions is headed as one of rules to keep: "Best practices".
func (s *Section) conduct() bool {
	for ; s != nil; s = s.Parent {
		if s.headedBy(conductWords) || conductNames[HeadingKey(s.Heading.Value)] {
			return true
		}
		if s.Kind == ActionsKind {
			return false
		}
	}
	return false
}

// headedBy reports whether a heading has one of some words, in brackets or not.
func (s *Section) headedBy(set *prose.WordSet) bool {
	for text, at := s.Heading.Value, 0; at < len(text); at++ {
		if w, end := prose.WordAt(text, at); w != "" {
			if set.Has(w) {
				return true
			}
			at = end
		}
	}
	return false
}

var conductWords = prose.SetOf(`practice practices strategies guidelines principles lessons habits discipline reminder reminders tips`)

// conductNames are such headings as a whole.
var conductNames = map[string]bool{"rules": true, "do": true, "dont": true, "do not": true, "dos": true, "donts": true, "dos and donts": true, "do and dont": true}

// conduct reports whether a clause says what to do whenever something comes up.
func conduct(w []string) bool {
	if w[0] == "in" && len(w) > 3 { // "in the future when", "in future never"
		if i := slices.Index(w[:3], "future"); i > 0 {
			w = w[i+1:]
		}
	}
	switch w[0] {
	case "next":
		return len(w) > 1 && w[1] == "time"
	case "always", "never", "don't", "remember", "whenever", "avoid", "note":
		return true
	case "do":
		return len(w) > 1 && w[1] == "not"
	case "when", "if", "before":
		return len(w) > 2
	case "be":
		return len(w) > 1 && (w[1] == "careful" || w[1] == "aware" || w[1] == "mindful")
	case "keep":
		return len(w) > 2 && w[1] == "in" && w[2] == "mind"
	}
	return false
}
