package render

import (
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// titleBlock writes what a reader wants to know first.
func (p *page) titleBlock() {
	r, m := p.report, &p.report.Meta
	p.raw(`<header class="title">`)
	pictured := p.logo(p.options.Theme)
	p.eyebrow(pictured)
	p.raw("<h1>")
	p.text(p.name())
	p.raw("</h1>\n")
	p.raw(`<dl class="facts">`)
	p.when()
	var services []string
	for _, s := range m.Services {
		services = append(services, s.Value)
	}
	if !p.options.Published {
		p.fact("Services", strings.Join(services, ", "))
	}
	p.fact("Owner", m.Owner.Value)
	var reviewers []string
	for _, s := range m.Reviewers {
		reviewers = append(reviewers, s.Value)
	}
	p.fact("Reviewers", strings.Join(reviewers, ", "))
	p.fact("Noticed by", m.Detection.Value)
	if m.ID.Value != r.Title.Value {
		p.fact("Report", m.ID.Value)
	}
	for _, f := range p.options.Facts {
		p.fact(f.Name, f.Value)
	}
	p.raw("</dl></header>\n")
	p.foldedContents()
}

// kind is what a page is, beside what it is called.
const kind = "Incident report"

// eyebrow says above the title whose page it is, what it is, unless it is called that, and in what state.
func (p *page) eyebrow(pictured bool) {
	m := &p.report.Meta
	organisation, status := p.options.Theme.Organisation, m.Status.Value
	if pictured {
		organisation = ""
	}
	if p.options.Published {
		status = ""
	}
	called := p.name() == kind
	if called && organisation+m.Severity.Value+status == "" {
		return
	}
	p.raw(`<p class="eyebrow">`)
	if organisation != "" {
		p.element("span", organisation)
		p.raw(" ")
	}
	if !called {
		p.element("span", kind)
	}
	p.badges(m.Severity.Value, status)
	p.raw("</p>\n")
}

func (p *page) fact(name, value string) {
	if value != "" {
		p.raw("<div>")
		p.element("dt", name)
		p.element("dd", value)
		p.raw("</div>")
	}
}

// badges writes the severity and the status. Their colour says nothing that the words do not.
func (o *out) badges(severity, status string) {
	if severity != "" {
		o.raw(` <span class="badge ` + severityClass(severity) + `">`)
		o.text(severity)
		o.raw("</span>")
	}
	if status != "" {
		class := "plain"
		if s := strings.ToLower(status); s == "draft" || s == "in-review" {
			class = "open"
		}
		o.raw(` <span class="badge ` + class + `">`)
		o.text(strings.ReplaceAll(status, "-", " "))
		o.raw("</span>")
	}
}

// severityClass ranks a severity by its number: SEV1, P1, S1 and 1 are the worst.
func severityClass(s string) string {
	for _, c := range []byte(s) {
		if isDigit(c) {
			switch {
			case c <= '1':
				return "sev1"
			case c == '2':
				return "sev2"
			case c == '3':
				return "sev3"
			}
			return "sev4"
		}
	}
	return "plain"
}

// when says the dates of the incident: of its marked begin and end, else of its first and last entry. Facts that tell
// both to the minute make it needless.
func (p *page) when() {
	from, to := incidentSpan(p.timeline)
	if from.IsZero() || len(p.options.Facts) > 0 && p.clocked(report.ImpactBegins) && p.clocked(report.Resolved) {
		return
	}
	p.raw("<div><dt>When</dt><dd>")
	p.text(dateRange(from, to))
	if p.timeline.zone != nil {
		p.text(", " + p.timeline.zoneText(p.timeline.zone))
	}
	p.raw("</dd></div>")
}

// clocked reports whether the first entry with a mark has a clock time and nothing doubtful.
func (p *page) clocked(phase report.Phase) bool {
	e := p.report.Timeline.First(phase)
	return e != nil && !e.At.Instant.IsZero() && !e.DateOnly() && e.At.Problem == ""
}

// incidentSpan is when the incident was, in the page's zone; zero if the report does not say.
func incidentSpan(c *chronology) (from, to time.Time) {
	dated := slices.Clone(c.moments)
	dated = slices.DeleteFunc(dated, func(h happening) bool { return h.at.IsZero() })
	if len(dated) == 0 {
		return
	}
	slices.SortStableFunc(dated, func(a, b happening) int { return a.at.Compare(b.at) })
	from, to = dated[0].at, dated[len(dated)-1].at
	for _, h := range dated {
		if h.event.Phase.Value == report.ImpactBegins {
			from = h.at
			break
		}
	}
	for _, h := range dated {
		if h.event.Phase.Value == report.Resolved {
			to = h.at
		}
	}
	return from, to
}

// dateRange says two days as one phrase: "28 to 29 March 2019".
func dateRange(from, to time.Time) string {
	end := to.Format("2 January 2006")
	switch {
	case !to.After(from) || from.Format("2 January 2006") == end:
		return from.Format("2 January 2006")
	case from.Year() != to.Year():
		return from.Format("2 January 2006") + " to " + end
	case from.Month() != to.Month():
		return from.Format("2 January") + " to " + end
	}
	return from.Format("2") + " to " + end
}

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

// outOfOrder reports whether the page has to be marked: the report is a draft, or checks found
// more than hints.
func (p *page) outOfOrder() bool {
	if p.draft() {
		return true
	}
	for _, f := range p.options.Findings {
		if f.Severity != "hint" {
			return true
		}
	}
	return false
}

func (p *page) draft() bool { return strings.EqualFold(p.report.Meta.Status.Value, "draft") }

// findings marks a page whose report is not in order, so that it is not taken for finished.
func (p *page) findings() {
	if !p.outOfOrder() {
		return
	}
	fs, draft := p.options.Findings, p.draft()
	p.raw(`<aside class="checks" aria-label="State of this report">`)
	switch {
	case draft && len(fs) == 0:
		p.raw("<p><strong>Draft.</strong> This report is not finished.</p>")
	default:
		p.raw("<details><summary><strong>")
		if draft {
			p.raw("Draft. ")
		}
		p.raw("Checks found ")
		p.text(tally(fs))
		p.raw("</strong></summary><ul>\n")
		for _, f := range fs {
			p.raw(`<li><span class="` + findingClass(f.Severity) + `">`)
			p.text(f.Severity)
			p.raw("</span> line ")
			p.int(f.Line)
			p.raw(": ")
			p.text(f.Message)
			p.raw(" <code>")
			p.text(f.Rule)
			p.raw("</code></li>\n")
		}
		p.raw("</ul></details>")
	}
	p.raw("</aside>\n")
}

func findingClass(severity string) string {
	switch severity {
	case "error", "warning":
		return severity
	}
	return "hint"
}
