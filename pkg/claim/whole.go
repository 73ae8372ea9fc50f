package claim

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// Where a sentence says how long something was down, that may be the incident or a part of it: a region,
// one of several outages, a component, the customers who did something themselves. It is taken for the
// incident only if its subject is everybody, the whole service or what the report is about.
var (
	wholeWords = prose.SetOf(`the a an no our all every everyone everybody everything nobody anybody we us it this there as result so thus
		customers customer users user people clients visitors merchants service services site website system systems platform product production
		on at between from to and until till by am pm utc gmt cet cest est edt pst pdt bst ist
		january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
		monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night`)
	// The words of such a sentence that make it one of a part.
	partlyWords = prose.SetOf(`first second third fourth only also well during own their some part partly each per after before then again briefly
		another later except besides remaining rest brief short while such twice times`)
	// A sentence with one of these behind the length says what may be, not what was.
	possibleWords = prose.SetOf("is are could would will can may might should")
	objectWords   = prose.SetOf("problem issue everything everybody everyone because and but from completely fully partially normal it operation operations availability functionality incident after")
	stateVerbs    = prose.SetOf(`was were is are had has have did could can cannot couldn saw experienced suffered faced rejected failed refused
		returned lost dropped declined stopped went became began started took needed lasted broke crashed denied`)
	ranWords    = prose.SetOf("lasted ran was went")
	causeVerbs  = prose.SetOf("caused causing led resulted triggered meant")
	downAdverbs = prose.SetOf("completely fully totally entirely hard been")
	harmWords   = prose.SetOf(`rejected reject refused failed fail failing could cannot couldn unable lost dropped declined stopped denied broken
		impossible unavailable down unreachable offline`)
	placeWords  = prose.SetOf("in of for at on from among via with")
	monthWords  = prose.SetOf("january february march april june july august september october november december")
	asideWords  = prose.SetOf("who whose that which while when we")
	reasonWords = prose.SetOf("because but since due when while which that as")
)

// sentenceMost is how many bytes of a sentence are looked at on either side of a place in it. Without such a
// bound the many lengths of one endless sentence would each cost all of it.
const sentenceMost = 600

// sentence gives the ends of the sentence around text[start:end].
func sentence(text string, start, end int) (from, to int) {
	for from = start; from > max(0, start-sentenceMost) && !prose.EndsSentence(text, from-1); from-- {
	}
	for to = end; to < min(len(text), end+sentenceMost) && !prose.EndsSentence(text, to); to++ {
	}
	return from, to
}

// told reports whether a duration is the one "for so long" of a sentence in the title, the summary or the impact that tells
// what did not work, as in "Checkout rejected every payment for 41 minutes". Behind the first of them it may be a part.
func (r *finder) told(p *report.Passage, start, end int, all []moment.Duration) bool {
	if last := prose.WordsBefore(p.Text, start, make([]string, 0, 1)); len(last) == 0 || last[0] != "for" {
		return false
	}
	from, to := sentence(p.Text, start, end)
	title := r.InTitle(p)
	if !title && !p.Section.Within(report.Summary) && !p.Section.Within(report.Impact) || !single(all, from, to) || !prose.AnyOf(prose.Words(p.Text[from:to]), harmWords) {
		return false
	}
	for _, w := range prose.Words(p.Text[from:to]) {
		if elsewhereWords.Has(w) && w != "every" { // every payment
			return false
		}
	}
	if title {
		return true
	}
	if prose.AnyOf(prose.Words(p.Text[end:to]), elsewhereWords) || prose.AnyOf(prose.Words(p.Text[from:to]), partlyWords) {
		return false
	}
	before := prose.Words(p.Text[from:start])
	before = before[:len(before)-1]
	clause := before
	if prose.AnyOf(before, asideWords) {
		return false
	}
	if len(before) == 0 { // "For 25 minutes, customers could not pay"
		if end >= len(p.Text) || p.Text[end] != ',' {
			return false
		}
		clause = prose.Words(p.Text[end:to])
	}
	for i, w := range clause {
		if stateVerbs.Has(w) {
			if i+1 < len(clause) && clause[i+1] == "to" { // failed to alert
				return false
			}
			return r.placedWhole(clause[i+1:]) && (len(before) == 0 || r.placedWhole(prose.Words(p.Text[end:to])))
		}
		if !r.nameWhole(w) {
			return false
		}
	}
	return false
}

// firstSentence is where the first sentence of a text ends.
func firstSentence(text string) int {
	_, to := sentence(text, 0, 0)
	return to
}

// opens reports whether a passage is the paragraph that opens the summary or the impact.
func opens(p *report.Passage) bool {
	return (p.Section.Within(report.Summary) || p.Section.Within(report.Impact)) && p.Opens()
}

// whole reports whether a duration that speaks of something being down, of an outage or of a recovery
// speaks of the whole incident.
func (r *finder) whole(p *report.Passage, start, end int, all []moment.Duration) bool {
	from, to := sentence(p.Text, start, end)
	before, after := prose.Words(p.Text[from:start]), prose.Words(p.Text[end:to])
	if prose.AnyOf(before, partlyWords) || prose.AnyOf(after, partlyWords) && !workingAgain(after) || prose.AnyOf(after, possibleWords) || !r.placedWhole(after) || !r.everywhere(p.Text, end) {
		return false
	}
	if !opens(p) && prose.AnyOf(before, monthWords) {
		return false // another day's
	}
	if len(after) > 1 && after[0] == "to" { // to recover the lost orders
		object := after[2:]
		for len(object) > 0 && (object[0] == "the" || object[0] == "our" || object[0] == "all" || object[0] == "a" || object[0] == "an") {
			object = object[1:]
		}
		if len(object) > 0 && !r.nameWhole(object[0]) && !objectWords.Has(object[0]) && !incidentWords.Has(object[0]) && !qualifierWords.Has(object[0]) {
			return false
		}
		for _, w := range before {
			if !r.nameWhole(w) && !stateVerbs.Has(w) && !lastingWords.Has(w) && !lengthVerbs.Has(w) {
				return false
			}
		}
		return true
	}
	before = untotalled(before)
	if n := len(before); n > 1 && before[n-1] == "for" && downWords.Has(before[n-2]) {
		for _, w := range before[:n-2] {
			if !r.nameWhole(w) && !stateVerbs.Has(w) && !downAdverbs.Has(w) {
				return false
			}
		}
		return single(all, from, to)
	}
	if prose.AnyOf(before, causeVerbs) {
		return true
	}
	for _, w := range before {
		if stateVerbs.Has(w) || incidentWords.Has(w) || restoreWords.Has(w) || detectWords.Has(w) || w == "time" {
			break
		}
		if !r.nameWhole(w) && !qualifierWords.Has(w) && !lastingWords.Has(w) {
			return false
		}
	}
	return true
}

// workingAgain reports whether "again" is all that is partial in "to get it working again".
func workingAgain(after []string) bool {
	n := len(after)
	return n > 3 && after[0] == "to" && after[n-1] == "again" && !prose.AnyOf(after[:n-1], partlyWords)
}

// untotalled is the words before a length without "a total of".
func untotalled(before []string) []string {
	if n := len(before); n > 3 && before[n-1] == "of" && before[n-2] == "total" && before[n-3] == "a" {
		return before[:n-3]
	}
	return before
}

// ranFrom reports whether a range of times is said to be that of the incident itself: "the outage lasted from 14:00 to 14:20".
func (r *finder) ranFrom(p *report.Passage, start, end int) bool {
	before := prose.WordsBefore(p.Text, start, make([]string, 0, 5))
	return len(before) == 4 && before[0] == "from" && ranWords.Has(before[1]) && incidentWords.Has(before[2]) && before[3] == "the" && r.everywhere(p.Text, end)
}

// downFrom reports whether a range of times says when the whole was down: "checkout was down from 14:00 to 14:20".
func (r *finder) downFrom(p *report.Passage, start, end int) bool {
	from, to := sentence(p.Text, start, end)
	before, after := prose.Words(p.Text[from:start]), prose.Words(p.Text[end:to])
	n := len(before)
	if n < 2 || before[n-1] != "from" && before[n-1] != "between" || !downWords.Has(before[n-2]) || prose.AnyOf(before, partlyWords) || prose.AnyOf(after, partlyWords) || !r.placedWhole(after) {
		return false
	}
	for _, w := range before[:n-2] {
		if !r.nameWhole(w) && !stateVerbs.Has(w) && !downAdverbs.Has(w) {
			return false
		}
	}
	return true
}

// dayOf reports whether a date is said to be the day of the incident: "on 14 February 2026", in the sentence
// that opens the summary or the impact, if it says that the incident began on it, goes on with "the outage" or says how long the incident lasted.
func (r *finder) dayOf(day *Claim) bool {
	p, at := day.Passage, day.Stamp
	if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Problem != "" {
		return false
	}
	from, to := sentence(p.Text, day.Start, day.End)
	before := prose.Words(p.Text[from:day.Start])
	if n := len(before); (n == 4 || n == 3) && before[n-1] == "on" && startedWords.Has(before[n-2]) && incidentWords.Has(before[n-3]) && (n == 3 || before[0] == "the" || before[0] == "this") {
		return true // "the incident began on"
	}
	if !opens(p) {
		return false
	}
	if from > 0 || len(before) == 0 || before[len(before)-1] != "on" || prose.AnyOf(before, reasonWords) {
		return false
	}
	if after := prose.Words(p.Text[day.End:to]); len(after) > 2 && after[0] == "the" && incidentWords.Has(after[1]) && (after[2] == "of" || lengthVerbs.Has(after[2])) {
		return true
	}
	for i := len(r.claims) - 1; i >= 0 && r.claims[i].Passage == p; i-- {
		if c := &r.claims[i]; c.Kind == Duration && c.Subject == OfIncident && c.End <= to {
			return !slices.Contains(prose.Words(p.Text[min(c.End, day.End):max(c.Start, day.Start)]), "and")
		}
	}
	return false
}

// placedWhole reports whether what is said of places and of people, "in the EU", "for two customers", leaves it
// the whole.
func (r *finder) placedWhole(rest []string) bool {
	for i, w := range rest {
		if reasonWords.Has(w) {
			return true
		}
		if !placeWords.Has(w) {
			continue
		}
		for i++; i < len(rest) && (rest[i] == "the" || rest[i] == "our" || rest[i] == "all" || rest[i] == "a" || rest[i] == "an"); i++ {
		}
		if i < len(rest) && !r.nameWhole(rest[i]) && !incidentWords.Has(rest[i]) && !qualifierWords.Has(rest[i]) {
			return false
		}
	}
	return true
}

// everywhere reports whether what stands behind a length in its clause leaves it that of the whole: "for customers in
// Asia" and "for 40 customers" do not.
func (r *finder) everywhere(text string, end int) bool {
	to := end
	for to < min(len(text), end+sentenceMost) && text[to] != ',' && !prose.EndsSentence(text, to) {
		to++
	}
	clause := text[end:to]
	if _, who, ok := strings.Cut(clause, " for "); ok && who != "" && prose.Digit(who[0]) {
		return false // for 40 customers
	}
	return r.placedWhole(prose.Words(clause))
}

// nameWhole reports whether a word of a subject leaves it the whole: it names everybody, a day, or one of
// the services that the report is about; where it lists none, a word of its title.
func (r *finder) nameWhole(w string) bool {
	if wholeWords.Has(w) {
		return true
	}
	for _, s := range r.Meta.Services {
		if slices.Contains(prose.Words(s.Value), w) {
			return true
		}
	}
	return len(r.Meta.Services) == 0 && len(w) > 2 && slices.Contains(prose.Words(r.Title.Value), w)
}

// definite reports whether the words before a duration name the incident itself: "the outage lasted".
func definite(text string, start int) bool {
	before := prose.WordsBefore(text, start, make([]string, 0, 8))
	for i, w := range before {
		if !incidentWords.Has(w) {
			continue
		}
		for _, a := range before[i+1:] {
			switch a {
			case "the", "this", "our":
				return true
			case "whole", "total", "entire", "full", "overall", "complete", "service", "production":
			default:
				return false
			}
		}
		return i+1 == len(before) && i > 0 // "Downtime was 5 minutes"
	}
	return false
}

// single reports whether a sentence states one duration only.
func single(all []moment.Duration, from, to int) bool {
	n := 0
	for _, d := range all {
		if d.Start >= from && d.End <= to {
			n++
		}
	}
	return n == 1
}
