package rules

import (
	"cmp"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// misdated reports whether a claim gives what failed a day on which nothing did.
func (k *knownTimes) misdated(c *claim.Claim, at *moment.Stamp) bool {
	if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Has.Any(moment.HasClock|moment.HasRelative) || edition.Find(k.text, at.Text, 0) >= 0 {
		return false
	}
	return k.quietThen(c.Passage.Text, c.Start, func(d time.Time) bool {
		return d.Month() == at.Month && d.Day() == at.Day && cmp.Or(at.Year, d.Year()) == d.Year()
	})
}

// wrongWeekdays hands on where a passage gives what failed a day of the week on which nothing did.
func (k *knownTimes) wrongWeekdays(ps *report.Passage, tell func(start, end int)) {
	before := ""
	for w := range eachWord(ps.Text) {
		name, possessive := strings.CutSuffix(w.low, "'s")
		day, ok := weekdays[name]
		named := ok && (possessive || before == "on" || before == "last") && ps.Text[w.start] < 'a'
		before = w.low
		if !named || dateBehind(ps.Text[w.end:]) || edition.Find(k.text, name, 0) >= 0 {
			continue
		}
		if next, _ := nextWord(ps.Text, w.end); possessive && !failing[next.low] {
			continue // Wednesday's release
		}
		if k.quietThen(ps.Text, w.start, func(d time.Time) bool { return d.Weekday() == day }) {
			tell(w.start, w.start+len(name))
		}
	}
}

// quietThen reports whether a sentence says that something failed on a day that is none of the incident's: the report tells
// nothing of it or, if it marks when the impact began and was over, only what led to that or came after.
func (k *knownTimes) quietThen(text string, at int, is func(day time.Time) bool) bool {
	if !k.anyDay(k.instants, is) {
		return failedThen(text, at, nil)
	}
	return len(k.impact) > 0 && !k.anyDay(k.impact, is) && failedThen(text, at, aroundIt)
}

var weekdays = map[string]time.Weekday{"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday}

// dateBehind reports whether a date goes on behind a day of the week, which counts instead.
func dateBehind(rest string) bool {
	const longest = 24 // ", the 29th of September"
	for _, s := range moment.Find(rest[:min(len(rest), longest)]) {
		if s.Has.Any(moment.HasDay | moment.HasMonth) {
			return true
		}
	}
	return false
}

// anyDay reports whether one of the days of some instants, or of those between them, is as asked for: in UTC, or in the zone
// of the report.
func (k *knownTimes) anyDay(instants []time.Time, is func(day time.Time) bool) bool {
	for _, zone := range []*time.Location{time.UTC, location(k.zone)} {
		first, last := instants[0], instants[0]
		for _, t := range instants {
			if is(t.In(zone)) {
				return true
			}
			if t.Before(first) {
				first = t
			}
			if t.After(last) {
				last = t
			}
		}
		const most = 60 * 24 * time.Hour
		for t := first; t.Before(last) && last.Sub(first) < most; t = t.AddDate(0, 0, 1) {
			if is(t.In(zone)) {
				return true
			}
		}
	}
	return false
}

// failedThen reports whether the sentence around a day says that something failed on it. What it says of lengths and
// numbers is no matter: only the word before the day, words of another time and those in without make the day another's.
func failedThen(text string, day int, without map[string]bool) bool {
	start := sentenceStart(text, day)
	before, failed := "", false
	words := wordsOf(sentenceAt(text[start:], 0))
	perhaps := false // "if you paid on Tuesday, you may have been billed twice"
	for i, w := range words {
		perhaps = perhaps || (w.low == "may" || w.low == "might") && i+1 < len(words) && words[i+1].low == "have"
	}
	for _, w := range words {
		at := start + w.start
		switch {
		case perhaps && (w.low == "may" || w.low == "might" || w.low == "if"):
		case w.low == "unaffected", before == "not" && failing[w.low], otherDays[w.low], without[w.low], at < day && elsewhen[w.low] && leadsTo(text[start+w.end:day]):
			return false
		case before == "last" || before == "past":
			if failing[w.low] || lapses[w.low] {
				return false
			}
		}
		failed = failed || failing[w.low] || w.low == "not" && (before == "could" || past[before] && without == nil)
		before = w.low
	}
	return failed
}

// leadsTo reports whether nothing but an article or a day of the week stands between a preposition and its day.
func leadsTo(between string) bool {
	for w := range eachWord(between) {
		if _, ok := weekdays[w.low]; !ok && w.low != "the" {
			return false
		}
	}
	return true
}

var (
	// failing are the words of an incident itself; so is what "could not" and the like say.
	failing = set("failed fail unavailable down rejected broke stopped unable slow outage incident interrupted delayed declined affected lost dropped disrupted disruption interruption degraded errors twice duplicated")
	past    = set("could did was were")
	// otherDays are words of a sentence that speaks of a rule, a plan or another incident.
	otherDays = set("every each usually normally typically always will would should may might next future plan planned ago previous previously earlier if whenever like unlike similar same than another other weekly monthly daily")
	// aroundIt are words of a sentence that tells of what led to an incident or came after it.
	aroundIt = set("change changed changes version release released deploy deployed deployment rolled rollout update updated upgrade upgraded migration migrated merged shipped introduced caused configuration later following " +
		"maintenance cause told informed wrote sent report review reviewed published posted refunded apologise apologize fixed repaired found learned noticed detected")
	// elsewhen are prepositions that put what is told to another time than the day behind them.
	elsewhen = set("by since before after until till")
	// lapses are what lies behind a "last" that counts back from today.
	lapses = set("time week month year quarter spring summer autumn winter")
)
