package render

import (
	"slices"
	"strings"
	"time"

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
