package rules

import (
	"cmp"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// misdated reports whether a claim gives what failed a day on which nothing happened.
func (k *knownTimes) misdated(c *claim.Claim, at *moment.Stamp) bool {
	if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Has.Any(moment.HasClock|moment.HasRelative) || edition.Find(k.text, at.Text, 0) >= 0 {
		return false
	}
	return !k.anyDay(func(d time.Time) bool {
		return d.Month() == at.Month && d.Day() == at.Day && cmp.Or(at.Year, d.Year()) == d.Year()
	}) && failedThen(c.Passage.Text, c.Start)
}

// wrongWeekdays hands on where a passage gives what failed a day of the week on which nothing happened.
func (k *knownTimes) wrongWeekdays(ps *report.Passage, tell func(start, end int)) {
	before := ""
	for w := range eachWord(ps.Text) {
		day, ok := weekdays[w.low]
		named := ok && (before == "on" || before == "last") && ps.Text[w.start] < 'a'
		before = w.low
		if !named || dateBehind(ps.Text[w.end:]) || edition.Find(k.text, w.low, 0) >= 0 {
			continue
		}
		if !k.anyDay(func(d time.Time) bool { return d.Weekday() == day }) && failedThen(ps.Text, w.start) {
			tell(w.start, w.end)
		}
	}
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

// anyDay reports whether one of the days on which the report has something happen, or of those between them, is as asked
// for: in UTC, or in its own zone.
func (k *knownTimes) anyDay(is func(day time.Time) bool) bool {
	for _, zone := range []*time.Location{time.UTC, location(k.zone)} {
		first, last := k.instants[0], k.instants[0]
		for _, t := range k.instants {
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
// numbers is no matter: only the word before the day, and words of another time, make the day another's.
func failedThen(text string, day int) bool {
	start := sentenceStart(text, day)
	before, failed := "", false
	for w := range eachWord(sentenceAt(text[start:], 0)) {
		at := start + w.start
		switch {
		case otherDays[w.low], at < day && elsewhen[w.low] && leadsTo(text[start+w.end:day]):
			return false
		case before == "last" || before == "past":
			if failing[w.low] || lapses[w.low] {
				return false
			}
		}
		failed = failed || failing[w.low] || w.low == "not" && past[before]
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
	failing = set("failed fail unavailable down rejected broke stopped unable slow outage incident interrupted delayed")
	past    = set("could did was were")
	// otherDays are words of a sentence that speaks of a rule, a plan or another incident.
	otherDays = set("every each usually normally typically always will would should may might next future plan planned ago previous previously earlier if whenever like unlike similar than another other")
	// elsewhen are prepositions that put what is told to another time than the day behind them.
	elsewhen = set("by since before after until till")
	// lapses are what lies behind a "last" that counts back from today.
	lapses = set("time week month year quarter spring summer autumn winter")
)
