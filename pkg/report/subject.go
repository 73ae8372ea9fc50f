package report

import (
	"strings"
	"sync"
)

// The words that say what a duration speaks of. A claim counts only with one of them close to it:
// right behind it ("4 hours of downtime", "an 18-minute outage") or before it with a verb of lasting
// between ("the outage lasted about 36 hours", "downtime for approximately 6 hours").
var (
	incidentWords = wordSet("outage downtime incident disruption interruption unavailability blackout")
	downWords     = wordSet("down unavailable offline unreachable inaccessible") // before "for"
	lastingWords  = wordSet("lasted lasting last took for of was were is duration length total totalling totaling totaled totalled a an some over just about around approximately roughly nearly almost ca circa in all exactly only further another the approx lasts")
	lengthVerbs   = wordSet("took takes lasted about approximately around roughly nearly almost over")
	detectWords   = wordSet("detect detection detected notice noticed undetected unnoticed")
	restoreWords  = wordSet("mitigate mitigation mitigated recover recovery restore restoration resolve resolution")
	// A sentence with one of these speaks of a rule, a habit or another time, not of this incident.
	elsewhereWords = wordSet("sla slo sli budget per every each weekly monthly yearly daily allow allows allowed within limit maximum max up future previous previously earlier another similar past timeout retention window scheduled planned target next last until")
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

// subjectOf says what the duration at text[start:end] speaks of, from the few words around it in
// the same sentence.
func subjectOf(text string, start, end int) Subject {
	after := wordsAfter(text, end, 4)
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
		if !qualifierWords()[w] {
			break
		}
	}
	before := wordsBefore(text, start, 7)
	if len(before) > 1 && before[0] == "for" && downWords()[before[1]] {
		return unlessElsewhere(text, start, OfIncident)
	}
	for i, w := range before { // the nearest first
		switch {
		case incidentWords()[w] && i > 0:
			return unlessElsewhere(text, start, OfIncident)
		case w == "detection" && i > 0 && lengthVerbs()[before[0]]:
			return unlessElsewhere(text, start, OfDetection)
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

func unlessElsewhere(text string, start int, s Subject) Subject {
	for _, w := range wordsBefore(text, start, 8) {
		if elsewhereWords()[w] {
			return OfUnknown
		}
	}
	return s
}

// wordsAfter gives the next n words of the same sentence, in lower case.
func wordsAfter(text string, at, n int) []string {
	var out []string
	for at < len(text) && len(out) < n && !sentenceEnd(text, at) {
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

// wordsBefore gives the n words before in the same sentence, the nearest first, in lower case.
func wordsBefore(text string, at, n int) []string {
	var out []string
	for at > 0 && len(out) < n && !sentenceEnd(text, at-1) {
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
