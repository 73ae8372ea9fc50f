package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// statement is a clause that says of something that it happened, or that it did not: "37 cardholders were charged twice", "no
// customer was charged twice", "Spain was not affected".
type statement struct {
	ps         *report.Passage
	start, end int // in ps.Text
	many       string
	thing      []string // what it speaks of, in lower case: "emergency calls"
	does       string   // what happened to it: "charged twice"
	denies     bool
	names      []string // the words with a capital in it that may be names
	trouble    bool     // it says that something failed, and excepts nothing
}

func (s *statement) span() source.Span { return s.ps.Span(s.start, s.end) }
func (s *statement) words() string     { return strings.ReplaceAll(s.ps.Text[s.start:s.end], "\n", " ") }
func (s *statement) counts() bool      { return !s.denies && s.many != "" && s.does != "" }

// statements are those that customers are told, and those of the rest of the report, the actions apart.
var statements = lint.NewMemo(func(p *lint.Pass) (out struct{ told, kept []statement }) {
	x := forCustomers.Of(p)
	if len(x.told) == 0 || !p.Report.English() {
		return out
	}
	for _, ps := range p.Report.Passages {
		switch {
		case ps.Quoted || ps.Heading() || ps.Section.Within(report.ActionsKind):
		case x.inTold[ps]:
			out.told = statementsIn(ps, out.told)
		default:
			out.kept = statementsIn(ps, out.kept)
		}
	}
	return out
})

// statementsIn adds the statements of a passage.
func statementsIn(ps *report.Passage, out []statement) []statement {
	for at := 0; at < len(ps.Text); {
		if at = skipBlanks(ps.Text, at); at == len(ps.Text) {
			break
		}
		sentence := sentenceAt(ps.Text, at)
		if len(sentence) < reach {
			out = clausesIn(ps, at, sentence, out)
		}
		at += len(sentence) + 1
	}
	return out
}

func clausesIn(ps *report.Passage, at int, sentence string, out []statement) []statement {
	words := wordsOf(sentence)
	if len(words) < 3 {
		return out
	}
	if slices.ContainsFunc(words, func(w word) bool { return unreal()[w.low] }) {
		return out
	}
	for start := 0; start < len(sentence); { // "Calls from Spain failed; Portugal was not affected"
		part, _, _ := strings.Cut(sentence[start:], ";")
		if tellsOfTrouble(part) {
			out = append(out, statement{ps: ps, start: at + start, end: at + start + len(part), trouble: true})
		}
		start = skipBlanks(sentence, start+len(part)+1)
	}
	var subject []word // of the clause, until its verb
	first := 0
	for i, w := range words {
		if i > 0 && strings.ContainsAny(sentence[words[i-1].end:w.start], ",;:()") {
			first = i
		}
		if w.low == "and" || w.low == "but" {
			first = i + 1
		}
		if !being()[w.low] || i == 0 || i-first > 6 {
			continue
		}
		if i > first { // else it has the subject of the clause before: "is served by another cluster and was not affected"
			subject = words[first:i]
		}
		if len(subject) == 0 {
			continue
		}
		s := statement{ps: ps, start: at + subject[0].start}
		k := i + 1
		for k < len(words) && (words[k].low == "been" || strings.HasSuffix(words[k].low, "ly")) {
			k++
		}
		if k < len(words) && words[k].low == "not" {
			s.denies = true
			k++
		}
		var does []string
		end := words[i].end
		for ; k < len(words) && len(does) < 3 && !strings.ContainsAny(sentence[end:words[k].start], ",;:()") && !behindDoing()[words[k].low]; k++ {
			does, end = append(does, words[k].low), words[k].end
		}
		if len(does) == 0 {
			continue
		}
		s.does = strings.Join(does, " ")
		if does[0] == "unaffected" {
			s.denies, s.does = true, "affected"
		}
		if s.does == "impacted" {
			s.does = "affected"
		}
		if w.low == "could" {
			if !s.denies || s.does != "be restored" && s.does != "be recovered" {
				continue
			}
			s.denies, s.does = false, "lost"
		}
		if k < len(words) && partially()[words[k].low] {
			continue // until noon, in the first hour
		}
		s.end = at + end
		if !s.subject(ps.Text, at, subject) {
			continue
		}
		out = append(out, s)
	}
	return out
}

// tellsOfTrouble reports whether a clause says that something failed, and excepts nothing from it.
func tellsOfTrouble(clause string) bool {
	failed := strings.Contains(clause, "could not")
	for w := range eachWord(clause) {
		if excepting()[w.low] {
			return false
		}
		failed = failed || unfortunate()[w.low]
	}
	return failed && !strings.Contains(clause, "not affected") && !strings.Contains(clause, "not impacted")
}

// subject reads what a statement is about: "no customer", "none of your files", "3 emergency calls", "Spain".
func (s *statement) subject(text string, at int, words []word) bool {
	for i, w := range words {
		if otherOnes()[w.low] {
			return false
		}
		if c := text[at+w.start]; c-'A' < 26 && (len(words) == 1 || inPlace(text, at+w.start, at+w.end)) {
			s.names = append(s.names, text[at+w.start:at+w.end])
		}
		switch {
		case i > 0 || s.denies:
		case w.low == "no" || w.low == "none" || w.low == "nobody" || w.low == "nothing":
			s.denies, s.many = true, w.low
		case w.start < w.end && text[at+w.start]-'0' < 10:
			s.many = w.low
		default:
			if n, ok := smallNumbers(w.low); ok && n > 0 {
				s.many = w.low
			}
		}
		if !articles()[w.low] && w.low != s.many {
			s.thing = append(s.thing, w.low)
		}
	}
	switch s.many {
	case "nobody", "nothing":
		s.thing = []string{s.many}
	case "no":
		if len(s.thing) > 0 && s.thing[0] == "one" {
			s.thing = []string{"nobody"}
		}
	}
	return len(s.thing) > 0 && len(s.thing) < 6
}

var (
	being = lazySet("was were is are has have had could")
	// behindDoing are the words that go on behind what happened.
	behindDoing = lazySet("by during in at for from to because as while on with and or again than since after before until when of due")
	partially   = lazySet("until during for before after at than when while in")
	// otherOnes say that a statement speaks of others than one that names the same.
	otherOnes = lazySet("other others rest most remaining outside except existing already some elsewhere new those these only many everyone everybody who that which")
	// unreal are words of a sentence that says what might be, or what was not yet known.
	unreal = lazySet("if would may might should will whether unless believe believed thought expect cannot")
	// excepting are words of a sentence that speaks of several things, of which some fared well.
	excepting = lazySet("unaffected still except but while only other outside apart instead though although however unlike without until whereas worked no none nobody")
	articles  = lazySet("the our your of a an all any no none customer's customers' themselves itself about around over nearly some")
)
