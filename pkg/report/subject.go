package report

import (
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// The words that say what a duration speaks of. A claim counts only with one of them close to it:
// right behind it ("4 hours of downtime", "an 18-minute outage") or before it with a verb of lasting
// between ("the outage lasted about 36 hours", "downtime for approximately 6 hours").
var (
	incidentWords = wordSet("outage downtime incident disruption interruption unavailability blackout")
	downWords     = wordSet("down unavailable offline unreachable inaccessible") // before "for"
	lastingWords  = wordSet("lasted lasting last took for of was were is duration length total totalling totaling totaled totalled a an some over just about around approximately roughly nearly almost ca circa in all exactly only further another the approx lasts")
	lastedWords   = wordSet("lasted took")
	lengthVerbs   = wordSet("took takes lasted about approximately around roughly nearly almost over")
	detectWords   = wordSet("detect detection detected notice noticed undetected unnoticed")
	restoreWords  = wordSet("mitigate mitigation mitigated recover recovery restore restoration resolve resolution")
	// A sentence with one of these speaks of a rule, a habit or another time, not of this incident.
	elsewhereWords = wordSet("sla slo sli budget per every each weekly monthly yearly daily allow allows allowed within limit maximum max up future previous previously earlier another similar past timeout retention window scheduled planned target next last until")
	agentWords     = wordSet("by because thanks through and but") // behind a length, that leave it what it is
	qualifierWords = wordSet("of total full complete partial severe major service site system platform production customer the a our overall intermittent network")
)

// wordSet is the set of the words of s, made when it is first asked for: the program's start, whatever
// the command, should not pay for it.
func wordSet(s string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		m := map[string]bool{}
		for w := range strings.FieldsSeq(s) {
			m[w] = true
		}
		return m
	})
}

// spokenOf says what a duration speaks of, and whether it is plainly the whole of it.
func (r *Report) spokenOf(p *Passage, d *moment.Duration, all []moment.Duration) (s Subject, plain bool) {
	if s = r.measured(p, d.Start); s != OfUnknown {
		return s, true
	}
	switch s = r.subjectOf(p.Text, d.Start, d.End); s {
	case OfUnknown:
		if s = withinOf(p.Text, d); s != OfUnknown {
			return s, true
		}
		if r.told(p, d.Start, d.End, all) && !r.anotherDay(p, d.Start, d.End) {
			return OfIncident, false
		}
		return r.passed(p, d), false
	case OfIncident, OfMitigation:
		for _, w := range outageOf(wordsBefore(p.Text, d.Start, make([]string, 0, 9))) {
			if !r.nameWhole(w) {
				return OfUnknown, false
			}
		}
		if r.anotherDay(p, d.Start, d.End) {
			return OfUnknown, false
		}
		if plain = r.inTitle(p) || s == OfIncident && definite(p.Text, d.Start) && r.everywhere(p.Text, d.End); !plain && !r.whole(p, d.Start, d.End, all) {
			return r.passed(p, d), false
		}
	}
	return s, plain
}

// withinOf reads "detected after 20 minutes" and "resolved the incident within 20 minutes". What that
// is counted from may be said behind it, and is then another length.
func withinOf(text string, d *moment.Duration) Subject {
	before := wordsBefore(text, d.Start, make([]string, 0, 8))
	switch {
	case d.Bound == moment.AtMost && strings.HasPrefix(strings.ToLower(d.Text), "within"):
	case len(before) > 0 && (before[0] == "after" || before[0] == "within"):
		before = before[1:]
	default:
		return OfUnknown
	}
	if after := wordsAfter(text, d.End, make([]string, 0, 1)); len(after) > 0 && !agentWords()[after[0]] {
		return OfUnknown
	}
	for i, w := range before {
		s := OfUnknown
		switch {
		case w == "detected" || w == "noticed" && (i > 0 || len(before) == 2 && before[1] == "we"):
			s = OfDetection
		case w == "resolved":
			s = OfMitigation
		case w == "the" || w == "it" || w == "problem" || w == "issue" || incidentWords()[w]:
			continue
		}
		for _, w := range before[i+1:] { // the subject: nobody else, and no wish
			if s == OfUnknown || w != "we" && w != "the" && w != "was" && w != "and" && w != "problem" && w != "issue" && !incidentWords()[w] {
				return OfUnknown
			}
		}
		if s == OfMitigation && i == 0 && len(before) == 1 {
			return OfUnknown
		}
		return s
	}
	return OfUnknown
}

// subjectOf says what the duration at text[start:end] speaks of, from the few words around it in
// the same sentence.
func (r *Report) subjectOf(text string, start, end int) Subject {
	after := wordsAfter(text, end, make([]string, 0, 4))
	for i, w := range after {
		if elsewhereWords()[w] {
			return OfUnknown
		}
		if incidentWords()[w] {
			return unlessElsewhere(text, start, OfIncident)
		}
		if i == 0 && w == "to" && len(after) > 1 {
			switch {
			case detectWords()[after[1]]:
				return unlessElsewhere(text, start, OfDetection)
			case restoreWords()[after[1]]:
				return unlessElsewhere(text, start, OfMitigation)
			}
		}
		if !qualifierWords()[w] && !(i == 0 && r.nameWhole(w)) { // a two-hour checkout outage
			break
		}
	}
	before := wordsBefore(text, start, make([]string, 0, 9))
	if len(before) > 4 && before[0] == "of" && before[1] == "total" && before[2] == "a" {
		before = before[3:]
	}
	if len(before) > 1 && before[0] == "for" && downWords()[before[1]] {
		return unlessElsewhere(text, start, OfIncident)
	}
	if outageOf(before) != nil {
		return unlessElsewhere(text, start, OfIncident) // whether that is the whole is for others to say
	}
	for i, w := range before { // the nearest first
		switch {
		case incidentWords()[w] && i > 0:
			return unlessElsewhere(text, start, OfIncident)
		case w == "detection" && i > 0 && lengthVerbs()[before[0]]:
			return unlessElsewhere(text, start, OfDetection)
		case w == "recovery" && i > 0 && lengthVerbs()[before[0]] && (i+1 == len(before) || i+2 == len(before) && (before[i+1] == "the" || before[i+1] == "full")):
			return unlessElsewhere(text, start, OfMitigation)
		case (w == "detection" || w == "detect") && i+1 < len(before) && before[i+1] == "to":
			return unlessElsewhere(text, start, OfDetection)
		case restoreWords()[w] && i+1 < len(before) && before[i+1] == "to":
			return unlessElsewhere(text, start, OfMitigation)
		case !lastingWords()[w]:
			return OfUnknown
		}
	}
	return OfUnknown
}

// outageOf is what "the outage of checkout lasted" names, of the words before a length; nil where it is not said so.
func outageOf(before []string) []string {
	for i, w := range before {
		switch {
		case i > 0 && !lastedWords()[before[0]] || i > 5:
			return nil
		case w == "of" && i > 1 && i+1 < len(before) && incidentWords()[before[i+1]]:
			return before[1:i]
		}
	}
	return nil
}

func unlessElsewhere(text string, start int, s Subject) Subject {
	for _, w := range wordsBefore(text, start, make([]string, 0, 8)) {
		if elsewhereWords()[w] {
			return OfUnknown
		}
	}
	return s
}

// wordsAfter gives the next words of the same sentence, in lower case, as many as there is room for in out.
func wordsAfter(text string, at int, out []string) []string {
	for at < len(text) && len(out) < cap(out) && !sentenceEnd(text, at) {
		if !letter(text[at]) {
			at++
			continue
		}
		end := at
		for end < len(text) && letter(text[end]) {
			end++
		}
		out = append(out, strings.ToLower(text[at:end]))
		at = end
	}
	return out
}

// wordsBefore gives the words before in the same sentence, the nearest first, in lower case, as many as
// there is room for in out.
func wordsBefore(text string, at int, out []string) []string {
	for at > 0 && len(out) < cap(out) && !sentenceEnd(text, at-1) {
		if !letter(text[at-1]) {
			at--
			continue
		}
		start := at
		for start > 0 && letter(text[start-1]) {
			start--
		}
		out = append(out, strings.ToLower(text[start:at]))
		at = start
	}
	return out
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// sentenceEnd reports whether a sentence ends at text[at]: at a full stop, question or exclamation
// mark or semicolon before a blank.
func sentenceEnd(text string, at int) bool {
	switch text[at] {
	case '.', '?', '!', ';':
		return at+1 >= len(text) || text[at+1] == ' ' || text[at+1] == '\n'
	}
	return false
}
