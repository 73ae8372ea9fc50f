package report

import (
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Claim is a fact stated in prose that another part of the report can contradict.
type Claim struct {
	Kind        ClaimKind
	Text        string        // as written, on one line
	Span        source.Span   // where
	Section     *Section      // in which section
	Passage     *Passage      // the block it stands in
	Start, End  int           // the same place in Passage.Text
	Subject     Subject       // of a duration, a count or a time: what it speaks of, where the sentence says so
	Definite    bool          // of a duration: it measures the whole, by its label, by the title or as that of "the outage"; else it may be a part; of a range of times: the sentence says that the incident lasted so
	Unit        string        // of a count: the word counted, as written, in lower case; of money: the currency sign or code
	Low, High   float64       // the number; equal unless a range; durations in seconds, shares in percent
	Approximate bool          // about, around, ~
	Bound       moment.Bound  // of a duration or a count: over, at least; under, up to
	Precision   time.Duration // of a duration: the smallest unit written
	From        *Event        // of a duration: the entry that it is counted from, where the sentence names one
	Stamp       *moment.Stamp // of a time: what was read, offsets in the file
}

// ClaimKind says what sort of fact a Claim is.
type ClaimKind string

// The kinds of claim.
const (
	ClaimDuration ClaimKind = "duration"
	ClaimTime     ClaimKind = "time"
	ClaimCount    ClaimKind = "count"
	ClaimPercent  ClaimKind = "percent"
	ClaimMoney    ClaimKind = "money"
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
)

// claims finds the facts stated in prose, outside the timeline and the actions, whose numbers speak
// of single steps, and outside quotations, which are other people's words.
func (r *Report) claims() {
	r.Claims = make([]Claim, 0, 8+len(r.File.Text)/1024)
	var v moment.Survey
	if t := r.Meta.Title; t.Written() && strings.HasPrefix(r.File.Slice(t.Span), t.Value) {
		r.claimsIn(&Passage{Text: t.Value, Section: r.Sections[0], segs: []seg{{0, t.Span.Start}}}, v.Of(t.Value))
	}
	for _, p := range r.Passages {
		if p.Quoted || p.Section.Within(TimelineKind) || p.Section.Within(ActionsKind) {
			continue
		}
		r.claimsIn(p, v.Part(p.Text, p.at, r.Words, r.numbers))
	}
}

func (r *Report) claimsIn(p *Passage, v *moment.Survey) {
	if v.Empty() {
		return
	}
	r.durationClaims(p, v)
	r.timeClaims(p, v)
	r.quantityClaims(p, v)
}

func (r *Report) claim(kind ClaimKind, p *Passage, start, end int) *Claim {
	r.Claims = append(r.Claims, Claim{Kind: kind, Text: strings.ReplaceAll(p.Text[start:end], "\n", " "), Span: p.Span(start, end), Section: p.Section, Passage: p, Start: start, End: end})
	return &r.Claims[len(r.Claims)-1]
}

func (r *Report) durationClaims(p *Passage, v *moment.Survey) {
	all := v.Durations()
	for _, d := range all {
		c := r.claim(ClaimDuration, p, d.Start, d.End)
		c.Low, c.High, c.Precision = d.Low.Seconds(), d.High.Seconds(), d.Precision
		c.Approximate, c.Bound = d.Approximate || leadIn(p.Text, d.Start).vague(), d.Bound
		if c.Subject, c.Definite = r.spokenOf(p, &d, all); c.Subject == OfUnknown {
			if c.From = r.since(p, &d); c.From != nil {
				c.Subject, c.Definite = OfReaction, true
			}
		}
	}
}

func (r *Report) timeClaims(p *Passage, v *moment.Survey) {
	if p.Section.Level > 0 && p.Node != nil && p.Node == p.Section.heading {
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
		c := r.claim(ClaimTime, p, s.Start, s.End)
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
