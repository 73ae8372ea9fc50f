package claim

import (
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// anotherDay reports whether the sentence around text[start:end] names a day more than ten days from all that
// the timeline tells: what it says of a length is then that of another incident. A day nearer than that may be a slip.
func (r *finder) anotherDay(p *report.Passage, start, end int) bool {
	from, to := sentence(p.Text, start, end)
	if !prose.AnyOf(prose.Words(p.Text[from:to]), monthWords) && !prose.HasDigit(p.Text[from:start]) {
		return false
	}
	named := false
	for _, at := range moment.Find(p.Text[from:to]) {
		if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Problem != "" {
			continue
		}
		named = true
		for _, e := range r.Timeline.Events {
			if d := e.At.Date(); d.Day != 0 && d.Month != 0 && near(d, at.Date()) {
				return false
			}
		}
	}
	return named && len(r.Timeline.Events) > 0
}

// near reports whether two days are at most ten apart, in the year of the first where the second has none.
func near(a, b moment.Date) bool {
	year := b.Year
	if year == 0 || a.Year == 0 {
		year = a.Year
	}
	at := func(y int, d moment.Date) time.Time { return time.Date(y, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
	off := at(a.Year, a).Sub(at(year, b)).Abs()
	if b.Year == 0 { // the turn of the year
		off = min(off, 365*24*time.Hour-off)
	}
	return off <= 10*24*time.Hour
}

// anotherDayTold reports whether the words around a clock put it on another day than that of the incident: "the next
// day, between 09:00 and 11:00", "at 09:00 the morning after".
func anotherDayTold(text string, start, end int) bool {
	from, to := sentence(text, start, end)
	return shiftsDay(prose.Words(text[from:start])) || shiftsDay(prose.WordsAfter(text[:to], end, make([]string, 0, 4)))
}

func shiftsDay(words []string) bool {
	for i, w := range words {
		switch {
		case w == "yesterday", w == "tomorrow":
			return true
		case i == 0:
		case shiftWords.Has(words[i-1]) && spanWords.Has(w), spanWords.Has(words[i-1]) && behindWords.Has(w):
			return true
		}
	}
	return false
}

var (
	shiftWords  = prose.SetOf("next following previous preceding last")
	spanWords   = prose.SetOf("day days morning evening night afternoon week weeks month months weekend year")
	behindWords = prose.SetOf("before after earlier later")
)

// passed reads a length as the time that passed until something happened: "the alert fired 20 minutes after the errors
// began", "after 2 hours the incident was resolved", "service was restored 3 hours later", "we mitigated it in 45 minutes".
// What it is counted from is often left open.
func (r *finder) passed(p *report.Passage, d *moment.Duration) Subject {
	last, next := prose.WordsBefore(p.Text, d.Start, make([]string, 0, 1)), prose.WordsAfter(p.Text, d.End, make([]string, 0, 1))
	within := d.Bound == moment.AtMost
	if !within && !(len(last) > 0 && (last[0] == "after" || last[0] == "in" || noticedWords.Has(last[0])) || len(next) > 0 && next[0] == "later") {
		return OfUnknown
	}
	from, to := sentence(p.Text, d.Start, d.End)
	before, after := prose.Words(p.Text[from:d.Start]), prose.Words(p.Text[d.End:to])
	for _, w := range append(before[:len(before):len(before)], after...) {
		if partlyWords.Has(w) && w != "after" && w != "later" && w != "first" || elsewhereWords.Has(w) || possibleWords.Has(w) {
			return OfUnknown
		}
	}
	n := len(before)
	switch {
	case n > 1 && noticedWords.Has(before[n-1]) && r.began(after):
		if r.alarms(before[:n-1]) {
			return OfDetection
		}
	case n == 1 && before[0] == "after", n == 2 && before[1] == "after", within && (n == 0 || n == 1 && before[0] == "in"):
		if done, rest := r.ended(after); done && len(rest) == 0 || weEnded(after) != "" {
			return OfMitigation
		}
	case len(after) > 0 && after[0] == "later":
		if done, rest := r.ended(before); done && len(rest) == 0 && (len(after) == 1 || agentWords.Has(after[1])) {
			return OfMitigation
		}
	case n > 3 && last[0] == "in" && weEnded(before[:n-1]) != "":
		if len(after) == 0 || agentWords.Has(after[0]) {
			return restored(weEnded(before[:n-1]))
		}
	case n > 1 && (within || last[0] == "after" || last[0] == "in") && (len(after) == 0 || agentWords.Has(after[0])):
		clause := before
		if last[0] == "after" || last[0] == "in" {
			clause = before[:n-1]
		}
		if done, rest := r.ended(clause); done && len(rest) == 0 {
			return OfMitigation
		}
	}
	return OfUnknown
}

var (
	noticedWords = prose.SetOf("fired paged alerted triggered noticed detected")
	endWords     = prose.SetOf("resolved mitigated restored recovered fixed over")
	alarmWords   = prose.SetOf("the an first our alert alerts alarm monitoring pager page we on call engineer engineers was were incident outage problem it")
	startedWords = prose.SetOf("began started begun")
	troubleWords = prose.SetOf("errors failures impact outage incident problem problems issue issues disruption trouble")
)

// weEnded is what "we had resolved the incident" says was done to it; "" if a clause says nothing else.
func weEnded(clause []string) string {
	if len(clause) < 3 || clause[0] != "we" {
		return ""
	}
	clause = clause[1:]
	if clause[0] == "had" {
		clause = clause[1:]
	}
	switch object := clause[1:]; {
	case !endWords.Has(clause[0]) || len(object) == 0 || len(object) > 2:
	case len(object) == 2 && object[0] == "the" && (incidentWords.Has(object[1]) || object[1] == "problem" || object[1] == "issue"),
		len(object) == 1 && (object[0] == "it" || incidentWords.Has(object[0])):
		return clause[0]
	}
	return ""
}

// began reports whether what follows a length is "after the errors began".
func (r *finder) began(after []string) bool {
	if len(after) < 3 || after[0] != "after" || !startedWords.Has(after[len(after)-1]) {
		return false
	}
	for _, w := range after[1 : len(after)-1] {
		if w != "the" && w != "first" && !troubleWords.Has(w) {
			return false
		}
	}
	return true
}

// alarms reports whether a subject is whatever notices: the alert, the pager, we.
func (r *finder) alarms(subject []string) bool {
	for _, w := range subject {
		if !alarmWords.Has(w) {
			return false
		}
	}
	return len(subject) > 0
}

// ended reads "the incident was fully resolved", of the whole, and gives what is said beyond it.
func (r *finder) ended(clause []string) (ok bool, rest []string) {
	for i, w := range clause {
		switch {
		case endWords.Has(w):
			return i > 1, clause[i+1:]
		case w == "was", w == "were", w == "had", w == "been", w == "fully", w == "completely":
		case !r.nameWhole(w) && !incidentWords.Has(w):
			return false, nil
		}
	}
	return false, nil
}
