package rules

import (
	"regexp"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var timelineMeridiemNeedless = lint.Rule{
	Name:     "timeline-meridiem-needless",
	Summary:  "a 24-hour clock is followed by am or pm",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, e := range p.Report.Timeline.Events {
			if e.At.Note == "" {
				continue
			}
			d := lint.Diagnostic{
				Span:    stampSpan(e),
				Message: e.At.Text + ": " + e.At.Note,
				Hint:    "write " + e.At.Clock(),
			}
			if at := meridiem().FindStringSubmatchIndex(p.Report.File.Slice(d.Span)); at != nil {
				edits := []source.Edit{{Span: source.Span{Start: d.Span.Start + at[2], End: d.Span.Start + at[3]}}}
				d.Fix = &lint.Fix{Title: "take am or pm off", Edits: edits}
			}
			p.Diagnose(d)
		}
	},
}

var meridiem = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\d(\s*[ap]\.?m\b\.?)`) })
