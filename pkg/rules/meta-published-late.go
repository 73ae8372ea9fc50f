package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// publicationDays is how many days after an incident its report is expected: more than any of the authorities
// allows, so that what is found is late by every measure.
const publicationDays = 60

var metaPublishedLate = lint.Rule{
	Name:     "meta-published-late",
	Summary:  "the report was published months after the incident, or before it was over",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		ended, of := lastDay(p.Report)
		at, text, ok := published(p.Report)
		if !ok || ended.IsZero() {
			return
		}
		d := lint.Diagnostic{Span: at.span, Related: []lint.Related{of}}
		switch days := int(at.day.Sub(ended).Hours() / 24); {
		case days < 0:
			d.Message = fmt.Sprintf("published on %s, before the incident was over", text)
			d.Hint = "correct one of the two dates"
		case days > publicationDays:
			d.Message = fmt.Sprintf("published on %s, %d days after the incident", text, days)
			d.Hint = "publish a first version within days, and finish it in the open"
		default:
			return
		}
		p.Diagnose(d)
	},
}

// lastDay is the last day that the timeline tells of, and its entry; the day of the resolution where the front matter states it.
func lastDay(r *report.Report) (last time.Time, of lint.Related) {
	for _, e := range r.Timeline.Events {
		if d := dayOfStamp(&e.At); !d.IsZero() && d.After(last) {
			last, of = d, lint.Related{Span: stampSpan(e), Message: "the last entry of the timeline"}
		}
	}
	if f := r.Meta.Resolved; f.Written() {
		if d := dayOfStamp(&f.Value); !d.IsZero() {
			last, of = d, lint.Related{Span: f.Span, Message: "resolved"}
		}
	}
	return last, of
}

func dayOfStamp(s *moment.Stamp) time.Time {
	if s.Year == 0 || s.Month == 0 || s.Day == 0 || s.ProblemKind == moment.AmbiguousDate || s.ProblemKind == moment.Unreadable {
		return time.Time{}
	}
	return time.Date(s.Year, s.Month, s.Day, 0, 0, 0, 0, time.UTC)
}

type publication struct {
	day  time.Time
	span source.Span
}

// published finds the day of publication: in the front matter, or on a line "Published: 30 August 2024" above the sections.
func published(r *report.Report) (publication, string, bool) {
	if k := r.Meta.Key("published"); k != nil {
		text := strings.Trim(r.File.Slice(k.Value), `"' `)
		if at, ok := moment.Read(text); ok && !dayOfStamp(&at).IsZero() {
			return publication{dayOfStamp(&at), k.Value}, text, true
		}
	}
	for _, ps := range r.Passages {
		if ps.Quoted || ps.Section.Kind != report.Other || ps.Section.Level > 1 {
			continue
		}
		for _, label := range [...]string{"Published: ", "Published on: ", "Date published: ", "Publication date: "} {
			i := strings.Index(ps.Text, label)
			if i < 0 || i > 0 && ps.Text[i-1] != '\n' {
				continue
			}
			from := i + len(label)
			if at, ok := moment.Read(ps.Text[from:]); ok && !dayOfStamp(&at).IsZero() {
				return publication{dayOfStamp(&at), ps.Span(from+at.Start, from+at.End)}, at.Text, true
			}
		}
	}
	return publication{}, "", false
}
