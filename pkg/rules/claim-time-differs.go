package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var claimTimeDiffers = lint.Rule{
	Name:     "claim-time-differs",
	Summary:  "a time stated for the incident is not the one that the timeline marks",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		window, ok := p.Report.Timeline.Window()
		if !ok || relapsed(p.Report) {
			return
		}
		for i := range p.Report.Claims {
			c := &p.Report.Claims[i]
			if c.Kind != report.ClaimTime || c.Approximate {
				continue
			}
			t := &p.Report.Timeline
			switch {
			case c.Subject != report.OfIncident:
				at, marks := c.Stamp, phasesStated(c)
				if e := otherTime(t, &window, at, marks); e != nil {
					timeDiffers(p, c, e)
				}
			case c.Stamp.Until != nil:
				begins := t.First(report.ImpactBegins)
				if begins == nil || otherTime(t, &window, c.Stamp, []report.Phase{report.ImpactBegins}) != nil {
					continue // it may be the time of something else
				}
				if e := otherTime(t, &window, c.Stamp.Until, []report.Phase{report.Resolved, report.Mitigated, report.Detected, report.Acknowledged, report.Declared}); e != nil {
					timeDiffers(p, c, e)
				}
			case !window.Dated(c.Stamp):
				if e := t.First(report.ImpactBegins); e != nil {
					timeDiffers(p, c, e)
				}
			}
		}
	},
}

func timeDiffers(p *lint.Pass, c *report.Claim, e *report.Event) {
	p.Diagnose(lint.Diagnostic{
		Span:    c.Span,
		Message: fmt.Sprintf("%s is stated here, but the timeline marks %s at %s", c.Text, strings.ToLower(string(e.Phase.Value)), e.At.Text),
		Hint:    "correct one of the two",
		Related: []lint.Related{eventPlace(e)},
	})
}

// otherTime is the first entry of the phases if a stated time is that of none of them. One that is a minute off
// is rounded.
func otherTime(t *report.Timeline, w *report.Window, at *moment.Stamp, phases []report.Phase) (other *report.Event) {
	for _, phase := range phases {
		e := t.First(phase)
		if e == nil {
			continue
		}
		off, ok := w.Apart(at, e)
		if !ok || off < 2*time.Minute || off > 36*time.Hour {
			return nil
		}
		if other == nil {
			other = e
		}
	}
	return other
}

// phasesStated gives the phases that a sentence states the time of: "the incident was resolved at 14:35".
func phasesStated(c *report.Claim) []report.Phase {
	if c.Stamp.Until != nil || !c.Stamp.Has.Any(moment.HasClock) {
		return nil
	}
	text := c.Passage.Text[:c.Start]
	from := max(strings.LastIndex(text, ". "), strings.LastIndexByte(text, '\n'))
	if c.Start-from > 80 {
		return nil
	}
	words := wordsOf(text[from+1:])
	n := len(words)
	if n < 4 || n > 6 || words[0].low != "the" || words[n-1].low != "at" {
		return nil
	}
	switch words[1].low {
	case "incident", "outage", "impact", "disruption":
	default:
		return nil
	}
	for _, w := range words[2 : n-2] {
		if w.low != "was" && w.low != "fully" && w.low != "first" {
			return nil
		}
	}
	if after, ok := nextWord(c.Passage.Text, c.End); ok && (after.low == "in" || after.low == "for" || after.low == "only") {
		return nil
	}
	switch was := n > 4; words[n-2].low {
	case "began", "started":
		return []report.Phase{report.ImpactBegins}
	case "detected", "noticed":
		if was {
			return []report.Phase{report.Detected}
		}
	case "mitigated", "resolved":
		if was {
			return []report.Phase{report.Resolved, report.Mitigated}
		}
	case "ended":
		return []report.Phase{report.Resolved, report.Mitigated}
	}
	return nil
}
