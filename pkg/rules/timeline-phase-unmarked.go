package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelinePhaseUnmarked = lint.Rule{
	Name:     "timeline-phase-unmarked",
	Summary:  "entries begin with the words of marks, and none of them is marked",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var first source.Span
		var named []string
		fix := &lint.Fix{Title: "mark them in bold"}
		for _, e := range p.Report.Timeline.Events {
			if e.Phase.Written() && e.Phase.Value != report.StatusUpdate {
				return
			}
			word := phaseWord(e.Text.Value)
			at := source.Span{Start: e.Text.Span.Start, End: e.Text.Span.Start + len(word)}
			if word == "" || p.Report.File.Slice(at) != word {
				continue
			}
			if first.IsZero() {
				first = at
			}
			if quoted := fmt.Sprintf("%q", word); !slices.Contains(named, quoted) {
				named = append(named, quoted)
			}
			fix.Edits = append(fix.Edits, source.Edit{Span: at, New: "**" + word + "**"})
		}
		if len(named) < 2 {
			return
		}
		p.Diagnose(lint.Diagnostic{
			Span:    first,
			Message: "no entry is marked, though entries begin with " + listed(named) + ": no duration is derived or checked",
			Hint:    "set the words in bold: `- 10:02 **Detected** the alert fires`",
			Fix:     fix,
		})
	},
}

// phaseWord is the name of a phase that begins an entry and is set off from what follows; "" if there is none.
func phaseWord(text string) string {
	for _, ph := range report.Phases {
		name := string(ph)
		if ph == report.StatusUpdate || len(text) < len(name) || text[0]|' ' != name[0]|' ' || !strings.EqualFold(text[:len(name)], name) {
			continue
		}
		rest := strings.TrimLeft(text[len(name):], " ")
		if rest == "" || strings.IndexByte(".:;-(|", rest[0]) >= 0 || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") {
			return text[:len(name)]
		}
	}
	return ""
}
