package render

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// metrics shows what was derived from the timeline, each with its definition, and says quietly what
// could not be.
func (p *page) metrics() {
	if p.options.Published {
		return // the text says what is to be said of them
	}
	all := p.report.Metrics()
	// How long it took is what readers look for first.
	slices.SortStableFunc(all, func(a, b report.Metric) int { return metricRank(a) - metricRank(b) })
	var missing []report.Metric
	var found []figure
	for _, m := range all {
		if m.Missing != "" {
			missing = append(missing, m)
			continue
		}
		f := figure{sentence(m.Name), moment.Lengths(m.Low, m.High), m.Definition}
		if !m.Exact() {
			f.definition += "; not exactly dated"
		}
		found = append(found, f)
	}
	p.figures(found)
	if len(missing) == 0 || len(p.timeline.moments) == 0 {
		return
	}
	p.raw(`<details class="missing-metrics"><summary>Not derived from this timeline: `)
	p.int(len(missing))
	p.raw("</summary><ul>")
	for _, m := range missing {
		p.raw("<li>")
		p.text(sentence(m.Name) + " (" + m.Definition + "): " + m.Missing + ".")
		p.raw("</li>\n")
	}
	p.raw("</ul></details>\n")
}

// figure is a number with its definition.
type figure struct{ name, value, definition string }

// figures writes them large.
func (p *page) figures(all []figure) {
	if len(all) == 0 {
		return
	}
	p.raw(`<dl class="metrics">` + "\n")
	for _, f := range all {
		p.raw("<div>")
		p.element("dt", f.name)
		p.raw("<dd><b>")
		p.text(f.value)
		p.raw("</b> <span>")
		p.text(f.definition)
		p.raw("</span></dd></div>\n")
	}
	p.raw("</dl>\n")
}

func metricRank(m report.Metric) int {
	if m.To != nil && m.From != nil && m.To.Phase.Value == report.Resolved && m.From.Phase.Value == report.ImpactBegins {
		return 0
	}
	return 1
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
