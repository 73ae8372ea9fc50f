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
		published := render.Options{Theme: o.Theme, Published: true, Zone: o.Zone}
		if u := updatesOf(e.Report); u.Count > 0 {
			published.Facts = []render.Fact{{Name: "Status updates", Value: u.text()}}
		}
		d := newDocument(e, o)
		return render.HTML(w, report.Parse(source.New("", d.report(e, d.blocks))), published)
	}}
