package rules

import (
	"fmt"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var claimDurationDiffers = lint.Rule{
	Name:     "claim-duration-differs",
	Summary:  "a duration stated in prose is not the one that the timeline gives",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		metrics, again := p.Report.Metrics(), relapsed(p.Report)
		for c := range claimsOf(p) {
			if c.Kind != claim.Duration || again && ofImpact(c.Subject) {
				continue
			}
			if m := disagreement(p.Report, metrics, c); m != nil && !partOf(p, metrics, c) {
				differs(p, c, m)
			}
		}
	},
}

// ofImpact reports whether what a length speaks of is the impact, of all of it or of a part.
func ofImpact(s claim.Subject) bool {
	return s == claim.OfIncident || s == claim.OfMitigation || s == claim.OfMitigated || s == claim.OfPart
}

// ofUpdates reports whether a length is one of how customers were kept informed, which the timeline's updates give.
func ofUpdates(s claim.Subject) bool { return s == claim.OfFirstUpdate || s == claim.OfSilence }

// disagreement is the metric that a duration is held against but is not, or nil. An outage may be told until
// it was mitigated or until it was resolved: either is true. Where the sentence does not name the incident
// itself, any length between two marked phases is.
func disagreement(r *report.Report, metrics []report.Metric, c *claim.Claim) *report.Metric {
	switch {
	case c.From != nil:
		return reaction(r, c)
	case c.Subject == claim.OfPart:
		return outlasts(metrics, c)
	}
	var nearest *report.Metric
	for k := range metrics {
		m := &metrics[k]
		if m.Missing != "" || !answers(c.Subject, m) {
			continue
		}
		if agrees(c, m) {
			return nil
		}
		nearest = m
	}
	if nearest == nil || c.Definite && c.Subject != claim.OfMitigated || c.Subject == claim.OfDetection {
		return nearest
	}
	for _, from := range report.Phases {
		for _, to := range report.Phases {
			a, b := r.Timeline.First(from), r.Timeline.First(to)
			if a == nil || b == nil || c.Subject == claim.OfMitigated && to != report.Mitigated || c.Subject == claim.OfMitigation && to != report.Mitigated && to != report.Resolved || c.Subject == claim.OfAnswer && to != report.Acknowledged ||
				from == report.StatusUpdate || (to == report.StatusUpdate) != (c.Subject == claim.OfFirstUpdate) {
				continue
			}
			if low, high, ok := a.Until(b); ok && high > 0 && agrees(c, &report.Metric{Low: low, High: high}) {
				return nil
			}
		}
	}
	return nearest
}

// outlasts is the length of the whole if what may be a part of it is said to have lasted longer, else nil.
func outlasts(metrics []report.Metric, c *claim.Claim) *report.Metric {
	low, _ := c.Length()
	if c.Approximate {
		low -= low * 15 / 100
	}
	for k := range metrics {
		if m := &metrics[k]; m.Missing == "" && answers(c.Subject, m) && c.Bound != moment.AtMost && low-c.Precision >= m.High {
			return m
		}
	}
	return nil
}

// reaction is the time from the entry that a duration is counted from until the detection or the first update, nil if that
// is the duration.
func reaction(r *report.Report, c *claim.Claim) *report.Metric {
	m := &report.Metric{Name: "time to react", Definition: "from the entry at " + c.From.At.Text + " to detected", From: c.From, To: r.Timeline.First(report.Detected)}
	if c.Subject == claim.OfFirstUpdate {
		m.Definition, m.To = "from detected to the first status update", r.Timeline.First(report.StatusUpdate)
	}
	low, high, ok := m.From.Until(m.To)
	if m.Low, m.High = low, high; !ok || low < 0 || agrees(c, m) {
		return nil
	}
	return m
}

// partOf reports whether a duration may be that of a part: the same section states a longer one that the
// timeline gives.
func partOf(p *lint.Pass, metrics []report.Metric, c *claim.Claim) bool {
	if c.Definite || c.Subject != claim.OfIncident && c.Subject != claim.OfMitigation {
		return false
	}
	for o := range claimsOf(p) {
		if o.Subject == claim.OfIncident && o.Section == c.Section && o.Low > c.Low && disagreement(p.Report, metrics, o) == nil {
			return true
		}
	}
	return false
}

// relapsed reports whether the impact began more than once: how long it lasted may then be the sum of
// its parts or the whole, and only the first part is measured.
func relapsed(r *report.Report) bool {
	n := 0
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.ImpactBegins {
			n++
		}
	}
	return n > 1
}

func answers(s claim.Subject, m *report.Metric) bool {
	switch s {
	case claim.OfAnswer:
		return m.From.Phase.Value == report.Detected && m.To.Phase.Value == report.Acknowledged
	case claim.OfMitigated:
		return m.To.Phase.Value == report.Mitigated
	case claim.OfPart:
		return m.From.Phase.Value == report.ImpactBegins && m.To.Phase.Value == report.Resolved
	case claim.OfIncident, claim.OfMitigation:
		return m.To.Phase.Value == report.Mitigated || m.To.Phase.Value == report.Resolved && m.From.Phase.Value == report.ImpactBegins
	case claim.OfFirstUpdate:
		return m.To.Phase.Value == report.StatusUpdate && m.From.Phase.Value == report.ImpactBegins
	case claim.OfSilence:
		return m.Name == report.LongestSilence
	case claim.OfDetection:
		return m.From.Phase.Value == report.ImpactBegins && m.To.Phase.Value == report.Detected
	}
	return false
}

// agrees tells approximate from exact. An exact duration is good to its smallest unit: "34 h" may
// be 34 h 22 min, "36 hours" may not. "Over 30 hours" may be any more, and "just over" not much.
func agrees(c *claim.Claim, m *report.Metric) bool {
	low, high := c.Length()
	less, more := tolerance(c)
	switch c.Bound {
	case moment.AtLeast:
		return m.High > low-max(min(less, time.Minute), low/20) && (!c.Approximate || m.Low < high+high/2)
	case moment.AtMost:
		if !c.Approximate {
			more = max(min(more, time.Minute), high/20)
		}
		return m.Low < high+more && (!c.Approximate || c.Subject == claim.OfSilence || m.High > low*2/3)
	}
	return low-less < m.High && high+more > m.Low
}

// tolerance is how much less and how much more than is written a length may be. The last unit may be cut off, "2 hours" for 2 h 40 min,
// and hours are rounded up by half of one at most: "two hours" are not 70 minutes. Both are a part of what is written:
// "an hour" is neither 40 nor 90 minutes. What is approximate may be fifteen in a hundred off.
func tolerance(c *claim.Claim) (less, more time.Duration) {
	_, high := c.Length()
	less, more = c.Precision, c.Precision
	if c.Precision >= time.Hour/2 {
		less, more = min(less/2, high/4)+time.Second, min(more, high/3)+time.Second
	}
	if ofUpdates(c.Subject) {
		const round = 5 * time.Minute // nobody tells customers of 73 minutes
		less, more = max(less, round/2), max(more, round/2)
	}
	if c.Approximate {
		less, more = max(less, high*15/100), max(more, high*15/100)
	}
	return less, more
}

func differs(p *lint.Pass, c *claim.Claim, m *report.Metric) {
	is := moment.Lengths(m.Low, m.High)
	p.Diagnose(lint.Diagnostic{
		Span:    c.Span,
		Message: fmt.Sprintf("%q is stated here, but the timeline gives %s for the %s (%s)", c.Text, is, m.Name, m.Definition),
		Hint:    "write " + is + ", or correct the timeline",
		Related: []lint.Related{eventPlace(m.From), eventPlace(m.To)},
	})
}

// eventPlace points at an event as the other place of a finding.
func eventPlace(e *report.Event) lint.Related {
	what := string(e.Phase.Value)
	if what == "" {
		what = e.Text.Value
	}
	return lint.Related{Span: stampSpan(e), Message: what + " at " + e.At.Text}
}
