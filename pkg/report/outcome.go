package report

import (
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// Outcome is what became of an action. Where a report says two things of one, the later of these holds: what is ticked
// and "won't fix" is dropped, and what is struck through and "done" is done.
type Outcome uint8

const (
	Pending  Outcome = iota // nothing says that it is closed
	Deferred                // with words that say nobody does it for now: "deferred", "on hold", "backlog"
	Unclear                 // closed, or nearly, and not said how: struck through, "done?", "done except for the EU"
	Done                    // ticked, or with words that say it is finished
	Dropped                 // with words that say nobody will do it: "won't fix", "superseded by", "closed (not planned)"
)

func (o Outcome) String() string {
	return [...]string{"open", "deferred", "unclear", "done", "dropped"}[o]
}

func (o Outcome) closed() bool { return o > Deferred }

// told reports whether any words or signs say it.
func (o Outcome) told() bool { return o != Pending }

// Closed reports whether the report says that nothing is left to be done about the action, for whatever reason.
func (a *Action) Closed() bool { return a.Outcome.closed() }

// settle takes what a part of the report says became of an action.
func (a *Action) settle(o Outcome) { a.Outcome = max(a.Outcome, o) }

// doneWords say at the start or the end of an action, or in its status, that it is finished.
var doneWords = leadsOf("done", "accomplished", "completed", "complete", "fixed", "finished", "closed", "shipped", "resolved", "merged", "implemented", "deployed")

// dropWords say there that nobody will do it any more.
var dropWords = leadsOf("won't fix", "won’t fix", "wont fix", "wontfix", "wont-fix", "will not fix", "won't do", "won’t do", "wont do", "wontdo", "will not do", "decided not to", "decided against", "rejected", "declined", "cancelled", "canceled", "abandoned", "obsolete", "superseded", "no longer needed", "no longer relevant", "no longer planned", "dropped", "not pursuing", "not planned", "not doing", "withdrawn", "discarded")

// dropStates say so in a status alone: elsewhere they speak of what the action is about.
var dropStates = leadsOf("duplicate", "invalid", "skipped", "scrapped", "not needed", "not required", "not applicable", "out of scope", "descoped", "by design")

// deferWords say there that nobody does it for now.
var deferWords = leadsOf("deferred", "postponed", "on hold", "on-hold", "onhold", "put on hold", "put off", "parked", "shelved", "paused", "suspended", "backlogged", "in the backlog", "moved to the backlog", "moved to backlog",
	"deprioritized", "deprioritised", "de-prioritized", "de-prioritised", "not scheduled", "not yet scheduled", "not yet planned", "not planned yet", "unscheduled")

// deferStates say so in a status alone, or over a group.
var deferStates = leadsOf("backlog", "icebox", "someday", "later", "not now")

// deferred is the length of such words at the start of a text of which they are the whole, or that goes on to say until
// when or why: "parked messages" are something else.
func deferred(text string, words *leads) int {
	n := words.wholeIn(text)
	if n == 0 {
		return 0
	}
	rest := strings.TrimLeft(text[n:], " ")
	if word, _ := prose.WordAt(rest, 0); rest == "" || strings.IndexByte(".,;:()[]-/", rest[0]) >= 0 || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") ||
		deferTails.Has(strings.ToLower(word)) || strings.HasPrefix(rest, "for now") {
		return n
	}
	return 0
}

var deferTails = prose.SetOf(`to until till pending indefinitely by because since while as again yet after due`)

// doubts stand behind "done" where not all is.
var doubts = prose.SetOf(`except but partially partly mostly pending unless unverified unconfirmed tbc`)

// dropped is the length of such words at the start of a text, 0 if it does not begin with any.
func dropped(text string) int { return dropWords.wholeIn(text) }

// wholeIn is the length of one of the words at the start of a text, where no letter follows it.
func (l *leads) wholeIn(text string) int {
	for w := range l.of(text) {
		if len(text) == len(w) || !prose.Letter(text[len(w)]) {
			return len(w)
		}
	}
	return 0
}

// outcomeOf reads a status, or the words in brackets behind an action.
func outcomeOf(status string) Outcome {
	for i := 0; i < len(status); i++ {
		if !maybeSign(status[i]) {
			continue
		}
		if _, done := leadingSign(status[i:]); done {
			return max(Done, remark(status[i:]))
		}
	}
	bare := strings.TrimLeftFunc(status, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) // of signs too
	if deferred(bare, deferWords) > 0 || deferred(bare, deferStates) > 0 {
		return Deferred
	}
	if dropped(bare) > 0 || dropStates.wholeIn(bare) > 0 {
		return Dropped
	}
	if c, ok := initial(status); ok && (c == 0 || c != 'y' && c != 'x' && doneWords[c-'a'] == nil) {
		return Pending
	}
	var b [64]byte
	key := string(appendKey(b[:0], status))
	if key == "yes" || key == "x" || key == "y" {
		return Done
	}
	for w := range doneWords.of(key) {
		if len(key) != len(w) && key[len(w)] != ' ' {
			continue
		}
		if o := remark(status); o.closed() {
			return o
		}
		return Done
	}
	return Pending
}

// remark is what the rest of a status that begins with "done" makes of it: "closed (not planned)" drops the action, and of
// "done?" nobody knows. It is Pending if it says nothing of that.
func remark(status string) Outcome {
	o := Pending
	if strings.IndexByte(status, '?') >= 0 {
		o = Unclear
	}
	for i := 1; i < len(status); i++ {
		if !prose.Letter(status[i]) || prose.Letter(status[i-1]) {
			continue
		}
		if dropped(status[i:]) > 0 || dropStates.wholeIn(status[i:]) > 0 {
			return Dropped
		}
		if word, _ := prose.WordAt(status, i); doubts.Has(strings.ToLower(word)) {
			o = Unclear
		}
	}
	return o
}

// statusLabel is what stands behind "status:" in an action, and where the label begins; at is 0 if there is none.
func statusLabel(p *Passage) (status Field[string], at int) {
	for i := 1; i < len(p.Text); i++ {
		if p.Text[i] != ':' {
			continue
		}
		word, start := prose.WordBefore(p.Text, i)
		if word != "status" && word != "state" {
			continue
		}
		lead := strings.TrimRight(p.Text[:start], " *")
		if lead == "" || strings.IndexByte("([,;|-\n.", lead[len(lead)-1]) < 0 {
			continue
		}
		end := len(p.Text)
		if n := strings.IndexAny(p.Text[i:], ",;|])\n"); n >= 0 {
			end = i + n
			if p.Text[end] == ')' && strings.IndexByte(p.Text[i:end], '(') >= 0 {
				end++ // "closed (not planned)"
			}
		}
		return p.field(i+1, len(strings.TrimRight(p.Text[:end], " .*"))), len(strings.TrimRight(lead, " (\n[,;.|-"))
	}
	return Field[string]{}, 0
}
