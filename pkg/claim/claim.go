// Package claim finds what the prose of a report states that can be held against something: durations, times, counts,
// shares and sums of money, of which another part of the report may say otherwise, and sums and shares given
// with all their parts, which may contradict themselves.
//
// What it is not sure of is left out or says so: a Claim has no Subject unless its sentence names one, and is Approximate
// or has a Bound where it does not stand for itself. A report is only read, so several goroutines may ask about it.
package claim

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Claim is a fact stated in prose that another part of the report can contradict.
type Claim struct {
	Kind        Kind
	Text        string          // as written, on one line
	Span        source.Span     // where
	Section     *report.Section // in which section
	Passage     *report.Passage // the block it stands in
	Start, End  int             // the same place in Passage.Text
	Subject     Subject         // of a duration, a count or a time: what it speaks of, where the sentence says so
	Definite    bool            // of a duration: it measures the whole, by its label, by the title or as that of "the outage"; else it may be a part; of a range of times: the sentence says that the incident lasted so
	Unit        string          // of a count: the word counted, as written, in lower case; of money: the currency sign or code
	Low, High   float64         // the number; equal unless a range; durations in seconds, shares in percent
	Approximate bool            // about, around, ~
	Bound       moment.Bound    // of a duration or a count: over, at least; under, up to
	Precision   time.Duration   // of a duration: the smallest unit written
	From        *report.Event   // of a duration: the entry that it is counted from, where the sentence names one
	Stamp       *moment.Stamp   // of a time: what was read, offsets in the file
}

// Kind says what sort of fact a Claim is.
type Kind string

// The kinds of claim.
const (
	Duration Kind = "duration"
	Time     Kind = "time"
	Count    Kind = "count"
	Percent  Kind = "percent"
	Money    Kind = "money"
)

// Subject is what a duration or a count speaks of. It is set only where the sentence says so: a length of
// time with no such word near it may be a retry delay, a backup's age or anybody's lunch.
type Subject string

// The subjects of a duration, and that of a count.
const (
	OfUnknown    Subject = ""
	OfIncident   Subject = "incident"   // the whole: outage, downtime, incident
	OfDetection  Subject = "detection"  // until it was noticed
	OfMitigation Subject = "mitigation" // until it was mitigated or service was back
	OfMitigated  Subject = "mitigated"  // until it was mitigated, and not longer
	OfPart       Subject = "part"       // something was broken that may be a part of the whole
	OfAnswer     Subject = "answer"     // until somebody acknowledged it
	OfReaction   Subject = "reaction"   // from the entry in From until it was noticed
	OfAffected   Subject = "affected"   // of a count: those whom the incident hit

	OfFirstUpdate Subject = "first update" // until customers were first told
	OfSilence     Subject = "silence"      // between two status updates: the longest that it is said to have been
)

// finder holds the claims that are found so far: what the next one means depends on those before.
type finder struct {
	*report.Report
	claims []Claim
}

// Find gives the facts that a report states in prose, in document order: outside the timeline and the actions, whose
// numbers speak of single steps, and outside quotations, which are other people's words.
func Find(of *report.Report) []Claim {
	r := finder{of, make([]Claim, 0, 8+len(of.File.Text)/1024)}
	var v moment.Survey
	for _, title := range []*report.Passage{r.MetaTitle(), r.CustomerTitle()} {
		if title != nil {
			r.claimsIn(title, v.Of(title.Text))
		}
	}
	for _, p := range r.Passages {
		if p.Quoted || p.Section.Within(report.TimelineKind) || p.Section.Within(report.ActionsKind) {
			continue
		}
		r.claimsIn(p, r.Survey(&v, p))
	}
	return r.claims
}

func (r *finder) claimsIn(p *report.Passage, v *moment.Survey) {
	if v.Empty() {
		return
	}
	r.durationClaims(p, v)
	r.timeClaims(p, v)
	r.quantityClaims(p, v)
}

func (r *finder) claim(kind Kind, p *report.Passage, start, end int) *Claim {
	r.claims = append(r.claims, Claim{Kind: kind, Text: strings.ReplaceAll(p.Text[start:end], "\n", " "), Span: p.Span(start, end), Section: p.Section, Passage: p, Start: start, End: end})
	return &r.claims[len(r.claims)-1]
}

func (r *finder) durationClaims(p *report.Passage, v *moment.Survey) {
	all := v.Durations()
	for _, d := range all {
		c := r.claim(Duration, p, d.Start, d.End)
		c.Low, c.High, c.Precision = d.Low.Seconds(), d.High.Seconds(), d.Precision
		c.Approximate, c.Bound = d.Approximate || leadIn(p.Text, d.Start).vague(), d.Bound
		if c.Subject, c.Definite = r.spokenOf(p, &d, all); c.Subject == OfUnknown {
			if c.From = r.since(p, &d); c.From != nil {
				c.Subject, c.Definite = OfReaction, true
			} else {
				r.informed(p, &d, c)
			}
		}
	}
}

func (r *finder) timeClaims(p *report.Passage, v *moment.Survey) {
	if p.Heading() && !p.Section.Label {
		return // a heading's time is the section's date, not a claim
	}
	for _, s := range v.Stamps() {
		if r.clockLength(p, &s) {
			continue
		}
		if s.Problem == "" && !s.Has.Any(moment.HasDate) && anotherDayTold(p.Text, s.Start, s.End) {
			for t := &s; t != nil; t = t.Until {
				t.Problem, t.ProblemKind = "its sentence tells of another day", moment.AmbiguousDay
			}
		}
		c := r.claim(Time, p, s.Start, s.End)
		at := p.Span(s.Start, s.End)
		s.Shift(at.Start - s.Start)
		c.Stamp, c.Approximate = &s, s.Approximate
		if c.Definite = s.Until != nil && r.ranFrom(p, c.Start, c.End); c.Definite || s.Until != nil && r.downFrom(p, c.Start, c.End) || s.Until == nil && !s.Has.Any(moment.HasClock) && r.dayOf(c) {
			c.Subject = OfIncident
		}
	}
}

// Length is how long a duration is: at least low, at most high.
func (c *Claim) Length() (low, high time.Duration) {
	return time.Duration(c.Low * float64(time.Second)), time.Duration(c.High * float64(time.Second))
}

// Lasts is how long a stated range of times is: at least low, at most high. Where only clocks are
// written, the range is shorter than a day. ok is false if the claim is no range of clock times, or
// if its ends cannot be compared.
func (c *Claim) Lasts() (low, high time.Duration, ok bool) {
	s := c.Stamp
	if s == nil || s.Until == nil || !s.Has.Any(moment.HasClock) || !s.Until.Has.Any(moment.HasClock) || s.Problem != "" || s.Until.Problem != "" {
		return 0, 0, false
	}
	from, to := *s, *s.Until
	from.Until = &to
	day := moment.Date{Year: 2001, Month: time.June, Day: 5}
	dated := from.Has.All(moment.HasMonth | moment.HasDay)
	if from.Has.Any(moment.HasDate|moment.HasWeekday) != dated || to.Has.Any(moment.HasDate|moment.HasWeekday) && !dated {
		return 0, 0, false // a day is written for one end only, or only in part
	}
	if from.Year != 0 {
		day.Year = from.Year
	}
	moment.Resolve([]moment.Item{{Stamp: &from}}, moment.Context{Date: day, Zone: moment.Zone{Name: "UTC", Fixed: true}})
	if from.Instant.IsZero() || to.Instant.IsZero() || !to.Instant.After(from.Instant) {
		return 0, 0, false
	}
	low = to.Instant.Sub(from.Instant)
	high = low
	for _, e := range []*moment.Stamp{s, s.Until} {
		switch {
		case e.Approximate:
			low, high = low-report.About, high+report.About
		case !strings.ContainsAny(e.Text, ":.") && !e.Has.Any(moment.HasCompact): // "from 2 pm to 6 pm"
			low, high = low-time.Hour/2, high+time.Hour/2
		}
	}
	return low, high, true
}
