package report

import (
	"fmt"
	"time"
)

// Metric is a length of time derived from the timeline's marked phases, with the definition that
// must be shown wherever the number is.
type Metric struct {
	Name       string // "time to detect"
	Definition string // "from impact begins to detected"
	From, To   *Event // nil where the timeline has no such mark
	Low, High  time.Duration
	Missing    string // why there is no value: what mark or instant is missing; empty if there is one
}

// Exact reports whether the metric has one value and not bounds.
func (m Metric) Exact() bool { return m.Missing == "" && m.Low == m.High }

// The metrics that are made of two marked phases. A metric is never typed by hand, never guessed.
var metricTable = []struct {
	name, definition string
	from, to         Phase
}{
	{"time to detect", "from impact begins to detected", ImpactBegins, Detected},
	{"time to acknowledge", "from detected to acknowledged", Detected, Acknowledged},
	{"time to mitigate", "from impact begins to mitigated", ImpactBegins, Mitigated},
	{"time to resolve", "from impact begins to resolved", ImpactBegins, Resolved},
	{"time to first customer update", "from impact begins to the first status update", ImpactBegins, StatusUpdate},
}

// LongestSilence is the name of the metric that looks at all status updates. What is told once the incident was resolved
// breaks no silence; where no entry says when that was, every update counts, and the definition is the other one.
const (
	LongestSilence    = "longest silence between customer updates"
	SilenceToResolved = "the longest time until resolved between two status updates in a row, or from the last of them to resolved"
	SilenceOfUpdates  = "the longest time between two status updates in a row; no entry says when it was resolved"
)

// Metrics derives every metric from the timeline, in a fixed order; those that cannot be derived
// say what is missing. A stamp that is approximate or known to the day gives bounds.
func (r *Report) Metrics() []Metric {
	t := &r.Timeline
	out := make([]Metric, 0, len(metricTable)+1)
	for _, d := range metricTable {
		m := Metric{Name: d.name, Definition: d.definition, From: t.First(d.from), To: t.First(d.to)}
		m.measure(d.from, d.to)
		out = append(out, m)
	}
	return append(out, t.longestSilence())
}

func (m *Metric) measure(from, to Phase) {
	switch {
	case m.From == nil:
		m.Missing = unmarked(from)
	case m.To == nil:
		m.Missing = unmarked(to)
	default:
		m.between()
	}
}

func unmarked(p Phase) string { return "no entry is marked \"" + string(p) + "\"" }

func (m *Metric) between() {
	low, high, ok := m.From.Until(m.To)
	switch {
	case !ok:
		m.Missing = undecided(m.From, m.To)
	case high < 0:
		m.Missing = fmt.Sprintf("%q is earlier than %q", m.To.Phase.Value, m.From.Phase.Value)
	default:
		m.Low, m.High = max(low, 0), high
	}
}

// undecided says which of two entries is the one whose time is not known.
func undecided(from, to *Event) string {
	for _, e := range []*Event{from, to} {
		if e.At.Undated {
			return fmt.Sprintf("the entry marked %q is not dated", e.Phase.Value)
		}
		if _, _, ok := e.Until(e); !ok {
			return fmt.Sprintf("the time of the entry marked %q is not decided", e.Phase.Value)
		}
	}
	return "only one of the two times has a zone"
}

func (t *Timeline) longestSilence() Metric {
	m := Metric{Name: LongestSilence, Definition: SilenceOfUpdates}
	if e := t.First(Resolved); e != nil {
		if _, _, known := e.Until(e); known {
			m.Definition = SilenceToResolved
		}
	}
	var prev *Event
	n := 0
	for _, e := range t.Events {
		last := e.Phase.Value == Resolved
		if e.Phase.Value != StatusUpdate && !last {
			continue
		}
		if e.Phase.Value == StatusUpdate {
			n++
		}
		if _, _, known := e.Until(e); !known {
			if last {
				break
			}
			// It may have broken any of the silences.
			return Metric{Name: m.Name, Definition: m.Definition, Missing: undecided(e, e)}
		}
		if prev != nil {
			s := Metric{From: prev, To: e}
			if s.between(); s.Missing == "" && s.High > m.High {
				m.Low, m.High, m.From, m.To = s.Low, s.High, prev, e
			}
		}
		prev = e
		if last {
			break
		}
	}
	if n == 0 {
		m.Missing = unmarked(StatusUpdate)
	} else if m.To == nil {
		m.Missing = "there is only one status update"
	}
	return m
}
