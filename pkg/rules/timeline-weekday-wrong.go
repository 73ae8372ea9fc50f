package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelineWeekdayWrong = lint.Rule{
	Name:     "timeline-weekday-wrong",
	Summary:  "a date names a day of the week that it was not",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		const hint = "correct the day or the date"
		stampProblems(p, hint, moment.WrongWeekday)
		for i := range p.Report.Timeline.Days {
			at := &p.Report.Timeline.Days[i]
			wrongWeekday(p, at, source.Span{Start: at.Start, End: at.End}, hint)
		}
		for c := range claimsOf(p) {
			if c.Stamp != nil {
				at := *c.Stamp
				if at.Year == 0 {
					at.Year = yearOf(p.Report, &at)
				}
				wrongWeekday(p, &at, c.Span, hint)
			}
		}
	},
}

// yearOf is the year of a date without one that lies within ten days of the incident, 0 if it does not.
func yearOf(r *report.Report, at *moment.Stamp) int {
	began, ended := incident(r)
	if began.IsZero() || !at.Has.All(moment.HasWeekday|moment.HasMonth|moment.HasDay) {
		return 0
	}
	const close = 10 * 24 * time.Hour
	day := time.Date(began.Year(), at.Month, at.Day, 0, 0, 0, 0, time.UTC)
	if day.Before(began.Add(-close)) || day.After(ended.Add(close)) {
		return 0
	}
	return began.Year()
}

// wrongWeekday reports a date of known year whose day of the week is another.
func wrongWeekday(p *lint.Pass, s *moment.Stamp, where source.Span, hint string) {
	if s.Year == 0 || s.Problem != "" || !s.Has.All(moment.HasWeekday|moment.HasMonth|moment.HasDay) {
		return
	}
	at := time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC)
	if is := at.Weekday(); is != s.Weekday {
		p.Diagnose(lint.Diagnostic{
			Span:    where,
			Message: fmt.Sprintf("%s: %s was a %s, not a %s", s.Text, at.Format("2 January 2006"), is, s.Weekday),
			Hint:    hint,
		})
	}
}
