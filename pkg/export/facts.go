package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// fact is one line of what a reader wants to know: first, or as a figure after the text.
type fact struct {
	name  string
	value string
	note  string // how the value is defined, or empty
}

func (f fact) text() string {
	if f.note == "" {
		return f.value
	}
	return f.value + " (" + f.note + ")"
}

// glanceOf derives from an edition, and from nothing else, what stands before its text: what was affected
// and when.
func glanceOf(r *report.Report, o Options) []fact {
	var out []fact
	if names := servicesOf(r); len(names) > 0 {
		out = append(out, fact{name: "Affected", value: strings.Join(names, ", ")})
	}
	for _, p := range []struct {
		phase report.Phase
		name  string
	}{{report.ImpactBegins, "Began"}, {report.Resolved, "Resolved"}} {
		if e := r.Timeline.First(p.phase); e != nil && timed(e) {
			out = append(out, fact{name: p.name, value: moments(&e.At, longForm, o.Zone)})
		}
	}
	return out
}

// figuresOf derives from an edition, and from nothing else, what stands below its text: how long everything
// took, with the definitions, and what is known of the status updates.
func figuresOf(r *report.Report) []fact {
	var out []fact
	metrics := r.Metrics()
	for _, says := range measures {
		for _, m := range metrics {
			if m.Name != says.metric && m.Definition != says.metric || m.Missing != "" {
				continue
			}
			f := fact{says.name, moment.Lengths(m.Low, m.High), says.definition}
			if !m.Exact() {
				f.note = strings.TrimPrefix(f.note+"; not exactly dated", "; ")
			}
			out = append(out, f)
		}
	}
	if u := r.Updates(); u.Count > 0 {
		out = append(out, fact{name: "Status updates", value: fmt.Sprint(u.Count) + u.Announcing()})
	}
	return out
}

func servicesOf(r *report.Report) []string {
	var names []string
	for _, s := range r.Meta.Services {
		if name := oneLine(clean(s.Value)); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// measures says in customers' words what each metric is, by its name or, if it has several, its definition, and how it is
// defined; they are listed in this order.
var measures = []struct{ metric, name, definition string }{
	{"time to resolve", "Time until it was resolved", "from when the impact began"},
	{"time to mitigate", "Time until it was mitigated", "from when the impact began"},
	{"time to detect", "Time until it was noticed", "from when the impact began"},
	{"time to acknowledge", "Time until it was taken up", "from when it was noticed"},
	{"time to first customer update", "Time until the first status update", "from when the impact began"},
	{report.SilenceToResolved, "Longest time without a status update", "while it lasted: from one to the next, or to when it was resolved"},
	{report.SilenceOfUpdates, "Longest time between two status updates", ""},
}
