package render

import (
	"io"
	"net/url"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// Entry is a report on the index page.
type Entry struct {
	Href     string // path of its page, relative to the index, with slashes and not escaped
	Report   *report.Report
	Findings []Finding
}

// Index writes the plain list of reports, in the order given. It fails only if w does.
func Index(w io.Writer, entries []Entry, t Theme) error {
	o := &out{}
	title := "Incident reports"
	o.open(title, t)
	o.raw(`<main class="index"><header class="title"><p class="eyebrow">`)
	if t.Organisation != "" {
		o.raw("<span>")
		o.text(t.Organisation)
		o.raw("</span>")
	}
	o.raw("</p><h1>" + title + "</h1></header>\n")
	if len(entries) == 0 {
		o.raw("<p>There are none yet.</p>\n")
	} else {
		o.raw(`<ul class="reports">` + "\n")
		for _, e := range entries {
			o.entry(e)
		}
		o.raw("</ul>\n")
	}
	o.raw("</main>\n")
	o.close(t)
	_, err := w.Write(o.b)
	return err
}

func (o *out) entry(e Entry) {
	p := newPage(e.Report, Options{})
	p.b = o.b
	m := &e.Report.Meta
	p.raw("<li>")
	p.raw(`<p class="eyebrow">`)
	if from, to := incidentSpan(p.timeline); !from.IsZero() {
		p.raw("<span>")
		p.text(dateRange(from, to))
		p.raw("</span>")
	} else {
		p.raw("<span>not dated</span>")
	}
	p.badges(m.Severity.Value, m.Status.Value)
	p.raw(`</p><h2><a`)
	p.attr("href", (&url.URL{Path: e.Href}).String())
	p.raw(">")
	p.text(p.name())
	p.raw("</a></h2>\n")
	p.raw(`<p class="fine">`)
	sep := ""
	for _, x := range e.Report.Metrics() {
		if x.Missing == "" && metricRank(x) == 0 {
			p.text(sentence(x.Name) + " " + metricText(x))
			sep = " · "
		}
	}
	for i, s := range m.Services {
		if i > 0 {
			sep = ", "
		}
		p.text(sep + s.Value)
		sep = " · "
	}
	if len(e.Findings) > 0 {
		p.text(sep)
		p.raw("<strong>")
		p.text(tally(e.Findings))
		p.raw("</strong>")
	}
	p.raw("</p></li>\n")
	o.b = p.b
}
