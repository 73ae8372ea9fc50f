package export

import (
	"io"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/render"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var html = Exporter{Name: "html", Summary: "a page that needs nothing else, in the organisation's theme", Extension: ".html",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		published := render.Options{Theme: o.Theme, Published: true, Beside: o.Zone}
		for _, f := range glanceOf(e.Report, o) {
			published.Facts = append(published.Facts, render.Fact{Name: f.name, Value: f.value})
		}
		o.Zone = nil // the page has a column for it
		d := newDocument(e, o)
		return render.HTML(w, report.Parse(source.New("", d.report(e, d.text()))), published)
	}, Foreign: func(page []byte) []byte { return ownSheet().ReplaceAll(page, nil) }}

// ownSheet is a style sheet of the page, or the logo: in text a "<" is always a reference.
var ownSheet = expression(`(?s)<style>.*?</style>|<p class="logo"><img src="data:image/png;base64,[A-Za-z0-9+/=]*"|<meta http-equiv="Content-Security-Policy"[^>]*>`)
