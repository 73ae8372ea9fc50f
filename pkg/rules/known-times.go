package rules

import (
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// knownTimes is what the rest of a report knows of times.
type knownTimes struct {
	instants []time.Time
	impact   []time.Time // when it began and when it was over; nil if the timeline does not mark both
	days     []moment.Date
	zone     moment.Zone
	text     string
	stated   []time.Time // see told
}

// told gives the instants of all clocks of the text, on the first day of the incident where no other is said.
func (k *knownTimes) told() []time.Time {
	if k.stated != nil {
		return k.stated
	}
	k.stated = []time.Time{}
	const most = 2000
	for i, at := range moment.Find(k.text) {
		if i == most {
			break
		}
		for s := &at; s != nil; s = s.Until {
			one := *s
			one.Until, one.Also = nil, nil
			if !one.Has.Any(moment.HasClock) || one.Has.Any(moment.HasRelative) {
				continue
			}
			moment.Resolve([]moment.Item{{Stamp: &one}}, moment.Context{Date: k.days[0], Zone: k.zone})
			if !one.Instant.IsZero() {
				k.stated = append(k.stated, one.Instant)
			}
		}
	}
	return k.stated
}

// timesOf gives the times of the timeline and the front matter; nil if they cannot be laid beside
// others because one of them is not decided, or if there are too few to tell.
func timesOf(p *lint.Pass) *knownTimes {
	r, k := p.Report, &knownTimes{text: outside.Of(p)}
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
	if from, to := r.Timeline.First(report.ImpactBegins), r.Timeline.First(report.Resolved); from != nil && to != nil && !relapsed(r) && from.Before(to) && !from.At.Instant.IsZero() && !to.At.Instant.IsZero() {
		k.impact = []time.Time{from.At.Instant, to.At.Instant}
	}
	return k
}

// happens says what the report has not on a day that is none of the incident's.
func (k *knownTimes) happens() string {
	if len(k.impact) > 0 {
		return "fails then"
	}
	return "happens then"
}

// passed reports whether a time is on a day after all that the report knows: what is announced for it is no part of the
// incident.
func (k *knownTimes) passed(at *moment.Stamp) bool {
	if !at.Has.All(moment.HasMonth | moment.HasDay) {
		return false
	}
	last := slices.MaxFunc(k.instants, time.Time.Compare)
	year := at.Year
	if year == 0 {
		year = last.Year()
	}
	return time.Date(year, at.Month, at.Day, 0, 0, 0, 0, time.UTC).After(last.Add(24 * time.Hour))
}

// holds reports whether the report knows the time: the same instant is that of an entry, or is told elsewhere. A clock
// with a zone is one of that zone; without, it may be meant in the report's or, since customers read UTC, in that. A time
// that is approximate may be a quarter of an hour off, and an hour without minutes half an hour.
func (k *knownTimes) holds(at *moment.Stamp) bool {
	if strings.Contains(k.text, at.Text) {
		return true
	}
	if len(at.Zone.Ambiguous) > 0 && k.abbreviated(at.Zone.Name) {
		ours := *at
		ours.Zone = k.zone
		at = &ours
	}
	zones := []moment.Zone{at.Zone}
	if !at.Has.Any(moment.HasZone) {
		if !at.Has.Any(moment.HasMeridiem) && len(at.Clock()) > 3 && strings.Contains(k.text, at.Clock()) {
			return true
		}
		utc, _ := moment.ParseZone("UTC")
		zones = []moment.Zone{k.zone, utc}
	}
	for _, zone := range zones {
		if k.among(at, zone, k.instants) || k.among(at, zone, k.told()) {
			return true
		}
	}
	return false
}

// abbreviated reports whether an abbreviation that means several zones is that of the report's own zone on the day: CST in
// Chicago.
func (k *knownTimes) abbreviated(name string) bool {
	if k.zone.Loc == nil {
		return false
	}
	is, _ := k.instants[0].In(k.zone.Loc).Zone()
	return is == name
}

// mislabelled gives the instant of the report's time that stands under another zone, and the zone that it is in; zero if
// there is none: "08:05 UTC" where something happened at 08:05 in Vienna.
func (k *knownTimes) mislabelled(at *moment.Stamp) (meant time.Time, zone string) {
	if !at.Has.Any(moment.HasZone) || at.Has.Any(moment.HasMeridiem) {
		return meant, ""
	}
	bare := *at
	bare.Zone, bare.Until, bare.Also, bare.Has = k.zone, nil, nil, bare.Has&^moment.HasZone
	if !bare.Has.Any(moment.HasDay) {
		bare.Year, bare.Month, bare.Day = k.days[0].Year, k.days[0].Month, k.days[0].Day
	}
	if !k.among(&bare, k.zone, k.instants) {
		return meant, ""
	}
	moment.Resolve([]moment.Item{{Stamp: &bare}}, moment.Context{Date: k.days[0], Zone: k.zone})
	return bare.Instant.In(location(at.Zone)), k.zone.Name
}

// among reports whether a clock in a zone is one of some instants, on a day that the report knows.
func (k *knownTimes) among(at *moment.Stamp, zone moment.Zone, instants []time.Time) bool {
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
		moment.Resolve([]moment.Item{{Stamp: &s}}, moment.Context{Date: day, Zone: zone})
		if s.Instant.IsZero() {
			return true // what cannot be laid beside the others is not held against anybody
		}
		for _, known := range instants {
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
