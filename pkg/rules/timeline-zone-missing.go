package rules

import (
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
		if p.Report.Meta.Lost || t.Zone.Written() || p.Report.Meta.Timezone.Written() {
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
					Fix:     utc(p.Report),
				})
				return
			}
		}
	},
}

// utc is the fix that says that all times are in UTC, which is for the author to know: in the front
// matter, or in a sentence below the heading of the timeline.
func utc(r *report.Report) *lint.Fix {
	fix := &lint.Fix{Title: "say that all times are in UTC"}
	f, m := r.File, r.Meta.Span
	first := r.Timeline.Events[0].Root
	eol := "\n"
	if n := f.Line(1).End; n < len(f.Text) && f.Text[n] == '\r' {
		eol = "\r\n"
	}
	switch {
	case !m.IsZero() && len(r.Meta.Keys) > 0 && f.Text[m.Start] == '-':
		at := f.Line(f.LineAt(m.End)).Start
		fix.Edits = []source.Edit{{Span: source.Span{Start: at, End: at}, New: "timezone: UTC" + eol}}
	case first != nil && first.Level > 0 && !first.Label && first.Heading.Written():
		at := first.Body.Start
		fix.Edits = []source.Edit{{Span: source.Span{Start: at, End: at}, New: eol + "All times are in UTC." + eol}}
	default:
		return nil
	}
	return fix
}
