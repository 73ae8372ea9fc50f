package claim

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// The words that say what a duration speaks of. A claim counts only with one of them close to it:
// right behind it ("4 hours of downtime", "an 18-minute outage") or before it with a verb of lasting
// between ("the outage lasted about 36 hours", "downtime for approximately 6 hours").
var (
	incidentWords = report.IncidentWords
	downWords     = prose.SetOf("down unavailable offline unreachable inaccessible") // before "for"
	lastingWords  = prose.SetOf("lasted lasting last well took for of was were is duration length total totalling totaling totaled totalled a an some over just about around approximately roughly nearly almost ca circa in all exactly only further another the approx lasts")
	lastedWords   = prose.SetOf("lasted took")
	lengthVerbs   = prose.SetOf("took takes lasted about approximately around roughly nearly almost over")
	detectWords   = prose.SetOf("detect detection detected notice noticed undetected unnoticed")
	restoreWords  = prose.SetOf("mitigate mitigation mitigated recover recovery restore restoration resolve resolution")
	// A sentence with one of these speaks of a rule, a habit or another time, not of this incident.
	elsewhereWords = prose.SetOf("sla slo sli budget per every each weekly monthly yearly daily allow allows allowed within limit maximum max up future previous previously earlier another similar past timeout retention window scheduled planned target next last until")
	agentWords     = prose.SetOf("by because thanks through and but") // behind a length, that leave it what it is
	qualifierWords = prose.SetOf("of total full complete partial severe major service site system platform production customer the a our overall intermittent network")
)

// spokenOf says what a duration speaks of, and whether it is plainly the whole of it.
func (r *finder) spokenOf(p *report.Passage, d *moment.Duration, all []moment.Duration) (s Subject, plain bool) {
	if s = r.measured(p, d.Start); s != OfUnknown {
		return s, true
	}
	switch s = r.subjectOf(p.Text, d.Start, d.End); s {
	case OfUnknown:
		if s = withinOf(p.Text, d); s != OfUnknown {
			return s, s == OfDetection || s == OfMitigation
		}
		if r.told(p, d.Start, d.End, all) && !r.anotherDay(p, d.Start, d.End) {
			if r.InTitle(p) || opens(p) && d.Start < firstSentence(p.Text) {
				return OfIncident, false
			}
			return OfPart, false
		}
		return r.passed(p, d), false
	case OfIncident, OfMitigation, OfMitigated:
		for _, w := range outageOf(prose.WordsBefore(p.Text, d.Start, make([]string, 0, 9))) {
			if !r.nameWhole(w) {
				return OfUnknown, false
			}
		}
		if r.anotherDay(p, d.Start, d.End) {
			return OfUnknown, false
		}
		if plain = r.InTitle(p) || s == OfIncident && definite(p.Text, d.Start) && r.everywhere(p.Text, d.End); !plain && !r.whole(p, d.Start, d.End, all) {
			return r.passed(p, d), false
		}
	}
	return s, plain
}

// withinOf reads "detected after 20 minutes", "resolved the incident within 20 minutes", "went unnoticed for 20
// minutes" and "we noticed 20 minutes in". What that is counted from may be said behind it, and is then another length.
func withinOf(text string, d *moment.Duration) Subject {
	before, after := prose.WordsBefore(text, d.Start, make([]string, 0, 8)), prose.WordsAfter(text, d.End, make([]string, 0, 3))
	if len(after) > 2 && (after[0] == "of" || after[0] == "after") && (after[1] == "the" || after[1] == "its") && (after[2] == "start" || after[2] == "beginning" || after[2] == "onset") {
		after = nil
	}
	if len(before) == 0 {
		return OfUnknown
	}
	switch first := before[0]; {
	case len(after) == 1 && after[0] == "in":
		after = nil
	case d.Bound == moment.AtMost && strings.HasPrefix(strings.ToLower(d.Text), "within"):
	case first == "after", first == "within", first == "for" && len(before) > 1 && (before[1] == "unnoticed" || before[1] == "undetected"):
		before = before[1:]
	default:
		return OfUnknown
	}
	if len(after) > 0 && !agentWords.Has(after[0]) {
		return OfUnknown
	}
	for i, w := range before {
		s, subject := OfUnknown, before[i+1:]
		switch {
		case w == "detected", w == "unnoticed", w == "undetected", noticingWords.Has(w) && (i > 0 || len(subject) == 1 && subject[0] == "we"):
			s = OfDetection
		case w == "resolved" && (i > 0 || len(subject) > 0):
			s = OfMitigation
		case w == "mitigated" && len(subject) > 0:
			s = OfMitigated
		case w == "acknowledged" && len(subject) > 0:
			s = OfAnswer
		case reactedTo.Has(w) || incidentWords.Has(w):
			continue
		}
		for _, w := range subject { // nobody else, and no wish
			if s == OfUnknown || !reactors.Has(w) && !reactedTo.Has(w) && !incidentWords.Has(w) || w == "page" && s != OfAnswer {
				return OfUnknown
			}
		}
		return s
	}
	return OfUnknown
}

var (
	reactedTo = prose.SetOf("the it this that of problem issue page alert")
	reactors  = prose.SetOf("we was and went remained stayed on call engineer team fully first became were quickly soon")
	// noticingWords tell that it was noticed, where nobody but those who answer for the service did.
	noticingWords = prose.SetOf("noticed spotted aware discovered")
)

// subjectOf says what the duration at text[start:end] speaks of, from the few words around it in
// the same sentence.
func (r *finder) subjectOf(text string, start, end int) Subject {
	after := prose.WordsAfter(text, end, make([]string, 0, 4))
	for i, w := range after {
		if elsewhereWords.Has(w) {
			return OfUnknown
		}
		if incidentWords.Has(w) {
			return unlessElsewhere(text, start, OfIncident)
		}
		if i == 0 && w == "to" && len(after) > 1 {
			switch {
			case detectWords.Has(after[1]):
				return unlessElsewhere(text, start, OfDetection)
			case restoreWords.Has(after[1]), (after[1] == "bring" || after[1] == "get") && broughtBack(text, end):
				return unlessElsewhere(text, start, restored(after[1]))
			case after[1] == "acknowledge" && (len(after) < 3 || reactedTo.Has(after[2]) || incidentWords.Has(after[2])):
				return unlessElsewhere(text, start, OfAnswer)
			}
		}
		if i == 0 && w == "for" && len(after) > 3 && anyoneWords.Has(after[1]) && after[2] == "to" && detectWords.Has(after[3]) {
			return unlessElsewhere(text, start, OfDetection) // for anybody to notice
		}
		if !qualifierWords.Has(w) && !(i == 0 && r.nameWhole(w)) { // a two-hour checkout outage
			break
		}
	}
	before := prose.WordsBefore(text, start, make([]string, 0, 9))
	if len(before) > 4 && before[0] == "of" && before[1] == "total" && before[2] == "a" {
		before = before[3:]
	}
	if len(before) > 1 && before[0] == "for" && downWords.Has(before[1]) {
		return unlessElsewhere(text, start, OfIncident)
	}
	if outageOf(before) != nil {
		return unlessElsewhere(text, start, OfIncident) // whether that is the whole is for others to say
	}
	for i, w := range before { // the nearest first
		switch {
		case incidentWords.Has(w) && i > 0:
			return unlessElsewhere(text, start, OfIncident)
		case w == "detection" && i > 0 && lengthVerbs.Has(before[0]):
			return unlessElsewhere(text, start, OfDetection)
		case w == "recovery" && i > 0 && lengthVerbs.Has(before[0]) && (i+1 == len(before) || i+2 == len(before) && (before[i+1] == "the" || before[i+1] == "full")):
			return unlessElsewhere(text, start, OfMitigation)
		case (w == "detection" || w == "detect") && i+1 < len(before) && before[i+1] == "to":
			return unlessElsewhere(text, start, OfDetection)
		case restoreWords.Has(w) && i+1 < len(before) && before[i+1] == "to":
			return unlessElsewhere(text, start, restored(w))
		case !lastingWords.Has(w):
			return OfUnknown
		}
	}
	return OfUnknown
}

// broughtBack reports whether a clause goes on as "to bring the service back" or "to get everybody online again".
func broughtBack(text string, end int) bool {
	_, to := sentence(text, end, end)
	words := prose.WordsAfter(text[:to], end, make([]string, 0, 9))
	return len(words) > 3 && prose.AnyOf(words[3:], backWords)
}

var backWords = prose.SetOf("back again online")

// restored is what a word of restoreWords speaks of.
func restored(word string) Subject {
	if strings.HasPrefix(word, "mitigat") {
		return OfMitigated
	}
	return OfMitigation
}

var anyoneWords = prose.SetOf("anybody anyone somebody someone us")

// outageOf is what "the outage of checkout lasted" names, of the words before a length; nil where it is not said so.
func outageOf(before []string) []string {
	for i, w := range before {
		switch {
		case i > 0 && !lastedWords.Has(before[0]) || i > 5:
			return nil
		case w == "of" && i > 1 && i+1 < len(before) && incidentWords.Has(before[i+1]):
			return before[1:i]
		}
	}
	return nil
}

func unlessElsewhere(text string, start int, s Subject) Subject {
	for _, w := range prose.WordsBefore(text, start, make([]string, 0, 8)) {
		if elsewhereWords.Has(w) {
			return OfUnknown
		}
	}
	return s
}
