package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var publicTimeZoneless = lint.Rule{
	Name:     "public-time-zoneless",
	Summary:  "customers read a clock time in prose without its zone",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !anyPublic(p.Report) || inUTC(p.Report) {
			return
		}
		beside := ""
		if slices.ContainsFunc(p.Report.Timeline.Events, func(e *report.Event) bool { return !e.At.Instant.IsZero() }) {
			beside = ", beside a timeline in UTC"
		}
		public := publicPlaces.Of(p)
		zoneless := func(at *moment.Stamp, span source.Span) {
			if !at.Has.Any(moment.HasClock) || at.Has.Any(moment.HasZone|moment.HasRelative) || at.Until != nil && at.Until.Has.Any(moment.HasZone) {
				return
			}
			for _, s := range public {
				if s.Contains(span) {
					p.Diagnose(lint.Diagnostic{
						Span:    span,
						Message: fmt.Sprintf("customers read %s here without a zone%s", at.Text, beside),
						Hint:    "write the time in UTC and say so, or add its zone",
					})
					return
				}
			}
		}
		for c := range claimsOf(p) {
			if c.Kind == claim.Time && !toCome(c) {
				zoneless(c.Stamp, c.Span)
			}
		}
		for _, e := range p.Report.Timeline.Events {
			for _, at := range moment.Find(p.Report.File.Slice(e.Text.Span)) {
				zoneless(&at, source.Span{Start: e.Text.Span.Start + at.Start, End: e.Text.Span.Start + at.End})
			}
		}
	},
}

// inUTC reports whether all times of the report are in UTC as they stand.
func inUTC(r *report.Report) bool {
	for _, zone := range []string{r.Meta.Timezone.Value, r.Timeline.Zone.Value} {
		switch strings.ToUpper(zone) {
		case "UTC", "GMT", "Z":
			return true
		}
	}
	return false
}
