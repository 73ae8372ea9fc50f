package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsNextUpdateLate = lint.Rule{
	Name:     "comms-next-update-late",
	Summary:  "a status update says when the next one will come, and it came later",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var promise *report.Event
		var by time.Time
		events := p.Report.Timeline.Events
		for i, e := range events {
			switch e.Phase.Value {
			case report.Resolved, report.StatusUpdate:
			case report.Mitigated:
				if slices.ContainsFunc(events[i:], func(e *report.Event) bool { return e.Phase.Value == report.StatusUpdate }) {
					continue // customers were told later
				}
			default:
				continue
			}
			const grace = 5 * time.Minute
			if at := e.At.Instant; promise != nil && at.After(by.Add(grace)) && !drawsOnComms(p.Report) {
				p.Diagnose(lint.Diagnostic{
					Span:    stampSpan(e),
					Message: fmt.Sprintf("customers were promised an update by %s, and the next entry for them is %s later", by.In(zoneOf(e)).Format("15:04"), moment.Length(at.Sub(by))),
					Hint:    "add the update that is missing here; or say what went poorly with the updates, or which action mends it",
					Related: []lint.Related{eventPlace(promise)},
				})
			}
			if promise = nil; e.Phase.Value == report.StatusUpdate {
				if at, ok := promised(p, e); ok {
					promise, by = e, at
				}
			}
		}
	},
}

// promised is when a status update says that the next one will come.
func promised(p *lint.Pass, e *report.Event) (by time.Time, ok bool) {
	text := report.NextAnnounced(rest(p, e))
	if text == "" || e.At.Instant.IsZero() || e.At.Approximate || e.At.Until != nil {
		return by, false
	}
	for _, end := range [...]string{"\n", "\"", "”", "|"} {
		text, _, _ = strings.Cut(text, end)
	}
	times, lengths := moment.Find(text), moment.FindDurations(text)
	switch {
	case len(times) == 0 && len(lengths) == 1:
		const most = 12 * time.Hour
		return e.At.Instant.Add(lengths[0].High), lengths[0].High < most
	case len(times) != 1 || len(lengths) > 0 || times[0].Has.Any(moment.HasDate|moment.HasWeekday|moment.HasRelative) || !times[0].Has.Any(moment.HasClock):
		return by, false
	}
	at := times[0]
	moment.Resolve([]moment.Item{{Stamp: &at}}, moment.Context{Date: moment.Date{Year: e.At.Year, Month: e.At.Month, Day: e.At.Day}, Zone: e.At.Zone})
	by = at.Instant
	if by.IsZero() {
		return by, false
	}
	if by.Before(e.At.Instant) {
		by = by.Add(24 * time.Hour)
	}
	return by, by.Sub(e.At.Instant) < 12*time.Hour
}

// zoneOf is the zone of an entry, to show times in.
func zoneOf(e *report.Event) *time.Location { return location(e.At.Zone) }

func location(z moment.Zone) *time.Location {
	if !z.Fixed && z.Loc != nil {
		return z.Loc
	}
	return time.FixedZone(z.Name, z.Offset)
}
