package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
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
		for c := range claimsOf(p) {
			if c.Kind != claim.Time || c.Approximate {
				continue
			}
			t := &p.Report.Timeline
			switch {
			case c.Subject != claim.OfIncident:
				at := c.Stamp
				marks, sure := phasesStated(c)
				if marks == nil {
					marks = phasesTold(p.Report, c)
				}
				if !sure && marks != nil && listedAt(t, &window, at) {
					continue // it is the time of another entry
				}
				if e := otherTime(t, &window, at, marks); e != nil {
					timeDiffers(p, c, e)
				}
			case c.Stamp.Until != nil:
				begins := t.First(report.ImpactBegins)
				if begins == nil {
					continue
				}
				if e := otherTime(t, &window, c.Stamp, []report.Phase{report.ImpactBegins}); e != nil {
					if off, _ := window.Apart(c.Stamp, e); c.Definite && off < time.Hour/2 && !listedAt(t, &window, c.Stamp) {
						timeDiffers(p, c, e)
					}
					continue // it may be the time of something else, or in another zone
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

func timeDiffers(p *lint.Pass, c *claim.Claim, e *report.Event) {
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

// listedAt reports whether an entry of the timeline has a stated time.
func listedAt(t *report.Timeline, w *report.Window, at *moment.Stamp) bool {
	for _, e := range t.Events {
		if off, ok := w.Apart(at, e); !ok || off < 2*time.Minute {
			return true
		}
	}
	return false
}

// phasesTold gives the phases of a sentence that names what alerted or what failed: "the alert fired at 14:09",
// "checkout began to fail at 14:02". There may be several alerts, and a service may fail bit by bit.
func phasesTold(r *report.Report, c *claim.Claim) []report.Phase {
	if c.Stamp.Until != nil || !c.Stamp.Has.Any(moment.HasClock) {
		return nil
	}
	text := c.Passage.Text[:c.Start]
	from := max(strings.LastIndex(text, ". "), strings.LastIndexByte(text, '\n'))
	if c.Start-from > 80 {
		return nil
	}
	words := wordsOf(text[from+1:])
	if n := len(words); n < 3 || words[n-1].low != "at" {
		return nil
	} else if words = words[:n-1]; len(words) > 2 && words[0].low == "the" && (words[n-3].low == "alert" || words[n-3].low == "pager") && n < 6 {
		switch words[n-2].low {
		case "fired", "paged", "triggered":
			return []report.Phase{report.Detected}
		}
		return nil
	}
	for i, w := range words {
		if w.low != "began" && w.low != "started" {
			if w.low != "the" && !names(r, w.low) {
				return nil
			}
			continue
		}
		rest := words[i+1:]
		failing := len(rest) == 2 && rest[0].low == "to" && rest[1].low == "fail" || len(rest) == 1 && rest[0].low == "failing"
		if i > 0 && failing {
			return []report.Phase{report.ImpactBegins}
		}
		return nil
	}
	return nil
}

// names reports whether a word is one of a service of the report, or, where it lists none, of its title.
func names(r *report.Report, word string) bool {
	in := []string{r.Title.Value}
	if len(r.Meta.Services) > 0 {
		in = in[:0]
		for _, s := range r.Meta.Services {
			in = append(in, s.Value)
		}
	}
	for _, s := range in {
		for w := range eachWord(s) {
			if w.low == word {
				return true
			}
		}
	}
	return false
}

// phasesStated gives the phases that a sentence states the time of: "the incident was resolved at 14:35". It is sure
// where the incident itself is named; "everything was back to normal at 14:35" may be the time of any entry.
func phasesStated(c *claim.Claim) (marks []report.Phase, sure bool) {
	if c.Stamp.Until != nil || !c.Stamp.Has.Any(moment.HasClock) {
		return nil, false
	}
	text := c.Passage.Text[:c.Start]
	from := max(strings.LastIndex(text, ". "), strings.LastIndexByte(text, '\n'))
	if c.Start-from > 80 {
		return nil, false
	}
	var words []string
	fully := false // all of it, and not only the worst
	for w := range eachWord(text[from+1:]) {
		switch w.low {
		case "fully", "completely", "entirely":
			fully = true
		case "first", "finally":
		default:
			words = append(words, w.low)
		}
	}
	n := len(words)
	if fully && n > 3 && words[n-1] == "at" && words[n-3] == "was" && whenWhole()[words[n-2]] {
		if subject := slices.IndexFunc(words, func(w string) bool { return wholeTrouble()[w] }); subject == 0 || subject == 1 && words[0] == "the" {
			return over[:1], true
		}
	}
	if n < 4 || n > 7 || words[n-1] != "at" {
		return nil, false
	}
	if after, ok := nextWord(c.Passage.Text, c.End); ok && (after.low == "in" || after.low == "for" || after.low == "only") {
		return nil, false
	}
	subject, verb := words[0], strings.Join(words[1:n-1], " ")
	if subject == "the" {
		subject, verb = words[1], strings.Join(words[2:n-1], " ")
	}
	switch subject {
	case "incident", "outage", "impact", "disruption":
		return whenIncident[verb], words[0] == "the" && verb != "was over"
	case "everything", "all":
		return whenEverything[verb], false
	case "full", "recovery":
		if words[n-2] == "came" || words[n-2] == "reached" {
			return over, false
		}
	}
	return nil, false
}

// What is said of the incident, and of everything, at the time of a phase.
var (
	wholeTrouble = lazySet("incident outage impact disruption problem issue it service everything")
	whenWhole    = lazySet("resolved restored over fixed recovered")
	over         = []report.Phase{report.Resolved, report.Mitigated}
	whenIncident = map[string][]report.Phase{
		"began": {report.ImpactBegins}, "started": {report.ImpactBegins}, "was detected": {report.Detected}, "was noticed": {report.Detected},
		"was declared": {report.Declared}, "was mitigated": over, "was resolved": over, "ended": over, "was over": over,
	}
	whenEverything = map[string][]report.Phase{
		"was back": over, "was back to normal": over, "returned to normal": over, "was restored": over, "worked again": over,
		"was working again": over, "was over": over,
	}
)
