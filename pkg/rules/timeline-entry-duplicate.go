package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineEntryDuplicate = lint.Rule{
	Name:     "timeline-entry-duplicate",
	Summary:  "two entries of a timeline have the same time and the same words",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if rising(p.Report.Timeline.Events) {
			return
		}
		seen := make(map[entryKey]*report.Event, len(p.Report.Timeline.Events))
		for _, e := range p.Report.Timeline.Events {
			if e.Text.Value == "" {
				continue
			}
			k := entryKey{e.Root, e.At.Text, 0, e.Text.Value, e.Actor.Value, e.Phase.Value}
			if !e.At.Instant.IsZero() {
				k.at, k.instant = "", e.At.Instant.UnixNano()
			}
			first := seen[k]
			if first == nil {
				seen[k] = e
				continue
			}
			if plain(rest(p, first)) == plain(rest(p, e)) { // with the links and the code in them
				p.Diagnose(lint.Diagnostic{
					Span:    e.Span,
					Message: fmt.Sprintf("the entry at %s says the same as another one at that time", e.At.Text),
					Hint:    "take one of them out",
					Related: []lint.Related{eventPlace(first)},
				})
			}
		}
	},
}

// rising reports whether each entry is later than the one before, as most are: no two then have the
// same time.
func rising(events []*report.Event) bool {
	for i, e := range events {
		if e.At.Instant.IsZero() || i > 0 && !e.At.Instant.After(events[i-1].At.Instant) {
			return false
		}
	}
	return true
}

// entryKey is what two entries have in common that say the same.
type entryKey struct {
	root        *report.Section
	at          string // as written, where it is not decided
	instant     int64  // in nanoseconds since 1970
	text, actor string
	phase       report.Phase
}

// rest is the source of an entry behind its time.
func rest(p *lint.Pass, e *report.Event) string {
	s := e.Span
	if e.At.OuterEnd > s.Start {
		s.Start = min(e.At.OuterEnd, s.End)
	}
	return p.Report.File.Slice(s)
}
