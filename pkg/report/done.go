package report

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
)

// leadingDone is the length of "DONE:", "[done]" or "(completed)" at the start of a text, and what it says.
func leadingDone(text string) (n int, o Outcome) {
	open := 0
	if text != "" && (text[0] == '[' || text[0] == '(') {
		open = 1
	}
	for w := range doneWords.of(text[open:]) {
		if len(text) == open+len(w) {
			continue
		}
		next := text[open+len(w)]
		if open == 1 && (next == ']' || next == ')') || open == 0 && (next == ':' || next == ' ' && text[:len(w)] == "DONE") {
			return open + len(w) + 1, Done
		}
	}
	if open == 1 && len(text) > 5 && strings.EqualFold(text[1:4], "n/a") && (text[4] == ']' || text[4] == ')') {
		return 5, Dropped
	}
	if open == 1 {
		if n := strings.IndexAny(text, ")]"); n > 0 && n+1 < len(text) && deferred(text[1:n], deferWords) > 0 {
			return n + 1, Deferred
		}
	} else if n := deferWords.wholeIn(text); n > 0 && n+1 < len(text) && text[n] == ':' {
		return n + 1, Deferred
	}
	if n := open + dropped(text[open:]); n > open && n < len(text) && (text[n] == ':' || open == 1 && (text[n] == ']' || text[n] == ')')) {
		return n + 1, Dropped
	}
	return 0, Pending
}

// trailingDone is the length of "(done)", "[completed]" or "- done" at the end of a text, and what it says.
func trailingDone(text string) (n int, o Outcome) {
	if in, i := inLastBrackets(text); i > 0 {
		if o := inBrackets(in); o.told() {
			return len(text) - i, o
		}
	}
	if tail, i := behindLastDash(text); i > 0 {
		switch o := closes(tail); {
		case o.told():
			return len(text) - i, o
		case doneRemark(tail):
			return len(text) - i, outcomeOf(tail)
		case dropped(tail) > 0:
			return len(text) - i, Dropped
		}
	}
	if i := max(strings.LastIndexByte(text, ','), strings.LastIndexByte(text, ';')); i > 0 && strings.Contains(text[i+1:], " ") {
		if o := closes(text[i+1:]); o.told() && strings.Contains(text[i+2:], " ") {
			return len(text) - i, o
		}
	}
	i := strings.LastIndexByte(text, ' ')
	if i < 0 {
		return 0, Pending
	}
	switch last := text[i:]; last {
	case " DONE":
		return len(last), Done
	case " WONTFIX", " WONTDO":
		return len(last), Dropped
	case " done", " Done":
		if i > 0 && text[i-1] == ':' {
			return len(last) + 1, Done
		}
	}
	return 0, Pending
}

// inBrackets is what words in brackets behind an action say. What is only a state in a status may be anything there: "(later
// versions)".
func inBrackets(text string) Outcome {
	if bare := strings.TrimSpace(text); deferStates.wholeIn(bare) > 0 && !deferStates.has(bare) {
		return Pending
	}
	return outcomeOf(text)
}

// closes says what a few words behind an action make of it, perhaps since when: "done", "completed as of 2026-02-20".
func closes(clause string) Outcome {
	clause = strings.Trim(clause, " .*")
	for w := range doneWords.of(clause) {
		rest := strings.TrimLeft(clause[len(w):], " ")
		if rest == "" || isDay(rest[after(rest, sinceLeads):]) {
			return Done
		}
	}
	if deferred(clause, deferWords) > 0 {
		return Deferred
	}
	if n := dropped(clause); n > 0 && n == len(clause) {
		return Dropped
	}
	return Pending
}

var sinceLeads = []string{"as of ", "since ", "on ", "in "}

// doneRemark reports whether what follows an action begins with "done" and goes on to say how or where:
// "done and told everybody", "DONE in #6598". "Done by Friday" asks for it.
func doneRemark(tail string) bool {
	if len(tail) < 5 || !strings.EqualFold(tail[:4], "done") {
		return false
	}
	if next := tail[4]; next != ' ' {
		return strings.IndexByte(":,;.(", next) >= 0
	}
	rest := strings.TrimLeft(tail[4:], " ")
	word, _ := prose.WordAt(rest, 0)
	return word == "" || remarks.Has(word)
}

var remarks = prose.SetOf(`in and on as via with since already now here see https`)

// priorityAt takes a priority from the start of an action.
func priorityAt(a *Action, p *Passage, start, end int) int {
	text := strings.TrimLeft(p.Text[start:end], " [(")
	at := end - len(text)
	word, _, _ := strings.Cut(text, " ")
	bare := strings.TrimRight(word, ":]),.-")
	switch {
	case len(bare) == 2 && (bare[0] == 'P' || bare[0] == 'p') && bare[1] >= '0' && bare[1] <= '5':
	case bare == "HIGH", bare == "MEDIUM", bare == "LOW", bare == "CRITICAL", bare == "URGENT":
	default:
		return start
	}
	rest := at + len(word)
	if strings.TrimSpace(p.Text[rest:end]) == "" {
		return start
	}
	a.Priority = Field[string]{bare, p.Span(at, at+len(bare))}
	return rest + len(p.Text[rest:end]) - len(strings.TrimLeft(p.Text[rest:end], " :-–—"))
}

// dueIn finds by when an action is due: a day behind "due", "by", "ETA" or "deadline", else whatever
// stands behind such a label.
func dueIn(p *Passage) Field[string] {
	if !prose.HasDigit(p.Text) {
		return dueLabel(p)
	}
	for _, at := range moment.Find(p.Text) {
		if !at.Has.Any(moment.HasMonth) {
			continue
		}
		before := strings.TrimRight(p.Text[:at.OuterStart], " :*(")
		word := before[strings.LastIndexAny(before, " (\n,;")+1:]
		switch strings.ToLower(word) {
		case "due", "by", "eta", "deadline", "before", "date", "target":
			return Field[string]{at.Text, p.Span(at.Start, at.End)}
		}
	}
	return dueLabel(p)
}

// dueLabel is what stands behind "due:" or another such label, be it a day or not.
func dueLabel(p *Passage) Field[string] {
	for i := 1; i < len(p.Text); i++ {
		if p.Text[i] != ':' {
			continue
		}
		word, start := prose.WordBefore(p.Text, i)
		if word == "date" {
			word, start = prose.WordBefore(p.Text, start)
		}
		if word != "due" && word != "eta" && word != "deadline" || start > 0 && strings.IndexByte(" ([,;|-\n*", p.Text[start-1]) < 0 {
			continue
		}
		end := len(p.Text)
		if n := strings.IndexAny(p.Text[i:], ",;|)]\n"); n >= 0 {
			end = i + n
		}
		return p.field(i+1, len(strings.TrimRight(p.Text[:end], " .*")))
	}
	return Field[string]{}
}

// imperative reports whether a sentence tells somebody to do something.
func imperative(text string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(text, " \n*"), " ")
	return imperatives.Has(strings.ToLower(strings.TrimRight(word, ",:")))
}

// imperatives are the verbs that actions usually begin with.
var imperatives = prose.SetOf(`add adjust agree alert allow analyse analyze apply ask assess audit automate avoid backup block build bump change check clarify clean
		configure consider contact create decide decouple define deploy deprecate design develop disable discuss document drop enable encrypt enforce engage ensure establish evaluate examine
		expand explore extend file finalize find finish fix follow formalize harden implement improve include increase inform install integrate introduce investigate limit look maintain make
		measure migrate monitor move notify optimize organise organize patch pin plan prevent prioritise prioritize promote protect provide publish pull purge put raise re-evaluate reach read reconsider record redesign
		reduce refactor rehearse release remove rename replace replicate report require research resolve restore restrict retire revert review revise revisit rework roll rotate run schedule separate set setup
		share simplify split standardise standardize stop store strengthen study subscribe support switch talk teach test tighten track train tune turn unify update upgrade use validate verify work write`)
