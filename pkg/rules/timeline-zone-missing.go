package rules

import (
	"bytes"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelineZoneMissing = lint.Rule{
	Name:     "timeline-zone-missing",
	Summary:  "no time zone is stated for the timeline",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		if p.Report.Meta.Lost || t.Zone.Written() || p.Report.Meta.Timezone.Written() || t.Elapsed() {
			return
		}
		for _, e := range t.Events {
			if e.At.Has.Any(moment.HasZone) {
				return
			}
		}
		for _, e := range t.Events {
			if e.At.Has.Any(moment.HasClock) {
				p.Diagnose(lint.Diagnostic{
					Span:    stampSpan(e),
					Message: "no time zone is stated for this timeline",
					Hint:    "write `timezone: Europe/Berlin` in the front matter, or \"All times are in UTC\" above the first entry",
					Fix:     zoned(p),
				})
				return
			}
		}
	},
}

// zoned is the fix that says for the whole timeline which zone its times are in, where all other times
// of the report are in one: in the front matter, or in a sentence below the heading of the timeline.
// That the timeline keeps to it is for the author to know.
func zoned(p *lint.Pass) *lint.Fix {
	r := p.Report
	zone, at := zoneElsewhere(p)
	if !zone.Known() {
		return nil
	}
	f, m := r.File, r.Meta.Span
	fix := &lint.Fix{Title: fmt.Sprintf("say that all times are in %s, as the one in line %d is", zone.Name, f.LineAt(at.Start))}
	first := r.Timeline.Events[0].Root
	eol := "\n"
	if n := f.Line(1).End; n < len(f.Text) && f.Text[n] == '\r' {
		eol = "\r\n"
	}
	switch {
	case !m.IsZero() && len(r.Meta.Keys) > 0 && f.Text[m.Start] == '-':
		at := f.Line(f.LineAt(m.End)).Start
		fix.Edits = []source.Edit{{Span: source.Span{Start: at, End: at}, New: "timezone: " + zone.Name + eol}}
	case first != nil && first.Level > 0 && !first.Label && first.Heading.Written():
		at := first.Body.Start
		says := eol + "All times are in " + zone.Name + "." + eol
		if next := f.Line(f.LineAt(at)); len(bytes.TrimSpace(f.Text[next.Start:next.End])) > 0 {
			says += eol
		}
		fix.Edits = []source.Edit{{Span: source.Span{Start: at, End: at}, New: says}}
	default:
		return nil
	}
	// What is written must be understood.
	text, err := f.Apply(fix.Edits...)
	if err != nil {
		return nil
	}
	again := r.Again(source.New(f.Path, text))
	if !again.Timeline.Zone.Written() && !again.Meta.Timezone.Written() {
		return nil
	}
	return fix
}

// zoneElsewhere is the zone of the times that stand outside the timeline, in the front matter and in
// prose, and where one of them stands; an unknown one if there is none, or more than one.
func zoneElsewhere(p *lint.Pass) (zone moment.Zone, at source.Span) {
	r := p.Report
	one := true
	take := func(s moment.Stamp, where source.Span) {
		if !s.Has.Any(moment.HasZone) || where.IsZero() {
			return
		}
		if !zone.IsZero() && !zone.SameClock(s.Zone) {
			one = false
		} else if zone.IsZero() {
			zone, at = s.Zone, where
		}
	}
	for _, s := range []report.Field[moment.Stamp]{r.Meta.Started, r.Meta.Detected, r.Meta.Mitigated, r.Meta.Resolved} {
		take(s.Value, s.Span)
	}
	for c := range claimsOf(p) {
		if c.Stamp != nil {
			take(*c.Stamp, c.Span)
		}
	}
	if !one {
		return moment.Zone{}, source.Span{}
	}
	return zone, at
}
