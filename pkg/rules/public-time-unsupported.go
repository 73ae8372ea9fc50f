package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicTimeUnsupported = lint.Rule{
	Name:     "public-time-unsupported",
	Summary:  "customers are told a time that the rest of the report does not hold",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var known *knownTimes
		for _, c := range customerClaims(p) {
			if c.Kind != report.ClaimTime {
				continue
			}
			if known == nil {
				if known = timesOf(p.Report); known == nil {
					return
				}
			}
			for at := c.Stamp; at != nil; at = at.Until {
				if at.Problem != "" || !at.Has.Any(moment.HasClock) || at.Has.Any(moment.HasRelative) || known.holds(at) {
					continue
				}
				p.Diagnose(lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%s is told to customers, and nothing else in this report happens then", at.Text), Hint: "correct it, or add the entry to the timeline that it stands for"})
				break
			}
		}
	},
}

// knownTimes is what the rest of a report knows of times.
type knownTimes struct {
	instants []time.Time
	days     []moment.Date
	zone     moment.Zone
	text     string
}

// timesOf gives the times of the timeline and the front matter; nil if they cannot be laid beside
// others because one of them is not decided, or if there are too few to tell.
func timesOf(r *report.Report) *knownTimes {
	k := &knownTimes{text: outside(r)}
	add := func(s *moment.Stamp) bool {
		if s.Has.Any(moment.HasClock) && s.Instant.IsZero() {
			return false
		}
		for ; s != nil; s = s.Until {
			if s.Instant.IsZero() {
				continue
			}
			k.instants = append(k.instants, s.Instant)
			if k.zone.IsZero() {
				k.zone = s.Zone
			}
			if d := (moment.Date{Year: s.Year, Month: s.Month, Day: s.Day}); len(k.days) == 0 || k.days[len(k.days)-1] != d {
				k.days = append(k.days, d)
			}
		}
		return true
	}
	for _, e := range r.Timeline.Events {
		if !add(&e.At) {
			return nil
		}
	}
	for _, f := range []*report.Field[moment.Stamp]{&r.Meta.Started, &r.Meta.Detected, &r.Meta.Mitigated, &r.Meta.Resolved} {
		if f.Written() && !add(&f.Value) {
			return nil
		}
	}
	const mostDays, mostTimes = 30, 2000 // of more, any time would be one
	if len(k.instants) < 2 || len(k.instants) > mostTimes || len(k.days) > mostDays {
		return nil
	}
	return k
}

// holds reports whether the report knows the time, in its own zone or another: written the same way
// somewhere, or the instant of an entry. One that is approximate may be a quarter of an hour off, and
// an hour without minutes half an hour.
func (k *knownTimes) holds(at *moment.Stamp) bool {
	if strings.Contains(k.text, at.Text) || !at.Has.Any(moment.HasMeridiem) && len(at.Clock()) > 3 && strings.Contains(k.text, at.Clock()) {
		return true
	}
	slack := time.Minute - 1
	switch {
	case at.Approximate:
		slack = 15 * time.Minute
	case !strings.ContainsAny(at.Text, ":.") && !at.Has.Any(moment.HasCompact):
		slack = 30 * time.Minute
	}
	for _, day := range k.days {
		s := *at
		s.Until, s.Also = nil, nil
		moment.Resolve([]moment.Item{{Stamp: &s}}, moment.Context{Date: day, Zone: k.zone})
		if s.Instant.IsZero() {
			return true // what cannot be laid beside the others is not held against anybody
		}
		for _, known := range k.instants {
			// A clock without a date in another zone can belong to the day before or after.
			off := known.Sub(s.Instant).Abs()
			if !s.Has.Any(moment.HasDay) {
				off %= 24 * time.Hour
				off = min(off, 24*time.Hour-off)
			}
			if off <= slack {
				return true
			}
		}
	}
	return false
}
