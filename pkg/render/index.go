package render

import (
	"cmp"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// Entry is a report on the index page. It keeps nothing of the report but words.
type Entry struct {
	Href     string // path of its page, relative to the index, with slashes and not escaped
	Title    string
	Severity string
	Status   string
	Services []string
	Resolved string    // time to resolve, empty if not derived
	From, To time.Time // when it was, in the report's zone; zero if it does not say
	Findings string    // "2 errors, 1 warning"; empty if there are none to speak of
}

// EntryOf gives what the index says of a report, whose page is at href.
func EntryOf(r *report.Report, href string, o Options) Entry {
	p := page{report: r, options: o}
	m := &r.Meta
	e := Entry{Href: href, Title: strings.Clone(p.name()), Severity: m.Severity.Value, Status: m.Status.Value}
	for _, s := range m.Services {
		e.Services = append(e.Services, s.Value)
	}
	for _, x := range r.Metrics() {
		if x.Missing == "" && metricRank(x) == 0 {
			e.Resolved = moment.Lengths(x.Low, x.High)
		}
	}
	e.From, e.To = incidentSpan(newChronology(r, nil))
	if p.outOfOrder() {
		e.Findings = tally(o.Findings)
	}
	return e
}

// Index writes the plain list of reports, the latest incident first. It fails only if w does.
func Index(w io.Writer, entries []Entry, t Theme) error {
	entries = slices.Clone(entries)
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(b.From.Compare(a.From), strings.Compare(a.Href, b.Href))
	})
	const title = "Incident reports"
	o := &out{}
	o.open(title, "en", t)
	o.raw(`<main class="index"><header class="title">`)
	if !o.logo(t) && t.Organisation != "" {
		o.raw(`<p class="eyebrow"><span>`)
		o.text(t.Organisation)
		o.raw("</span></p>")
	}
	o.raw("<h1>" + title + "</h1></header>\n")
	if len(entries) == 0 {
		o.raw("<p>There are none yet.</p>\n")
	} else {
		o.raw(`<ul class="reports">` + "\n")
		for _, e := range entries {
			o.entry(e)
		}
		o.raw("</ul>\n")
	}
	o.foot(t)
	o.raw("</main>\n")
	o.close()
	_, err := w.Write(o.b)
	return err
}

func (o *out) entry(e Entry) {
	o.raw(`<li><p class="eyebrow"><span>`)
	if e.From.IsZero() {
		o.raw("not dated")
	} else {
		o.text(dateRange(e.From, e.To))
	}
	o.raw("</span>")
	o.badges(e.Severity, e.Status)
	o.raw(`</p><h2><a`)
	o.attr("href", (&url.URL{Path: strings.TrimLeft(e.Href, "/")}).String())
	o.raw(">")
	o.text(e.Title)
	o.raw("</a></h2>\n")
	var facts []string
	if e.Resolved != "" {
		facts = append(facts, "resolved after "+e.Resolved)
	}
	if len(e.Services) > 0 {
		facts = append(facts, strings.Join(e.Services, ", "))
	}
	o.raw(`<p class="fine">`)
	o.text(strings.Join(facts, " · "))
	o.raw("</p>")
	if e.Findings != "" {
		o.raw(`<p class="fine"><strong>Checks found `)
		o.text(e.Findings)
		o.raw("</strong></p>")
	}
	o.raw("</li>\n")
}
