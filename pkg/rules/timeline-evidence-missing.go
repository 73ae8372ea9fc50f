package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineEvidenceMissing = lint.Rule{
	Name:     "timeline-evidence-missing",
	Summary:  "entries of the timeline refer to no log, graph, message or ticket",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		events := p.Report.Timeline.Events
		var bare []string
		var first *report.Event
		for _, e := range events {
			if !evidenced(p.Report.File.Slice(e.Span)) {
				if first == nil {
					first = e
				}
				bare = append(bare, e.At.Text)
			}
		}
		if first == nil {
			return
		}
		what := fmt.Sprintf("%d of %d entries refer to no evidence: %s", len(bare), len(events), listed(bare))
		at := stampSpan(first)
		if len(bare) == len(events) {
			what, at = fmt.Sprintf("none of the %d entries refers to evidence", len(events)), heads(first)
		}
		p.Diagnose(lint.Diagnostic{Span: at, Message: what,
			Hint: "link the graph, log line, message or ticket that shows it, or write \"from memory\""})
	},
}

// evidenced reports whether an entry shows where it comes from: a link, a picture, a command or a
// log line, a footnote, or the word that it is remembered.
func evidenced(text string) bool {
	for _, mark := range []string{"](", "][", "://", "`", "[^", "#"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	text = strings.ToLower(text)
	return strings.Contains(text, "from memory") || strings.Contains(text, "recollection") || strings.Contains(text, "recalled")
}
