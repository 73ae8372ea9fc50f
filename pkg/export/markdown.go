package export

import (
	"io"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var markdown = Exporter{Name: "markdown", Summary: "a report of its own, readable on any Git host", Extension: ".md",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		d := newDocument(e, o)
		_, err := w.Write(d.report(e, d.all()))
		return err
	}}

// report is blocks of the document as a report, under the edition's front matter.
func (d *document) report(e *edition.Edition, blocks []*report.Block) []byte {
	m := &e.Report.Meta // days without a clock are days of the edition's zone
	return edition.Document(d.title, m.Language.Value, clean(m.Timezone.Value), servicesOf(e.Report), blocks)
}
