package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsNextUpdateMissing = lint.Rule{
	Name:     "comms-next-update-missing",
	Summary:  "a status update does not say when the next one will come",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, e := range p.Report.Timeline.Events {
			switch e.Phase.Value {
			case report.Mitigated, report.Resolved:
				return
			case report.StatusUpdate:
				if !saysNext(rest(p, e)) {
					p.Diagnose(lint.Diagnostic{
						Span:    e.Phase.Span,
						Message: "the status update at " + e.At.Text + " does not say when the next one comes",
						Hint:    "say it in every update while the incident goes on: \"next update at 11:30\"",
					})
				}
			}
		}
	},
}

// saysNext reports whether a message to customers says when there will be another.
func saysNext(text string) bool {
	text = strings.ToLower(text)
	if strings.Contains(text, "next update") || strings.Contains(text, "next message") || strings.Contains(text, "hourly") {
		return true
	}
	_, after, ok := strings.Cut(text, "update")
	for i := 0; ok; i++ {
		words := wordsOf(after[:min(len(after), 60)])
		for k, w := range words[:min(len(words), 7)] {
			switch w.low {
			case "every", "within", "tomorrow":
				return true
			case "in", "by", "at", "before":
				if k+1 < len(words) && timely(words[k+1].low) {
					return true
				}
			}
		}
		if _, after, ok = strings.Cut(after, "update"); i > 20 {
			break
		}
	}
	return false
}

func timely(w string) bool {
	switch w {
	case "a", "an", "the", "about", "around", "approximately", "one", "two", "three", "half", "noon", "midnight":
		return true
	}
	return w[0] >= '0' && w[0] <= '9'
}
