package export

import (
	"io"
	"strconv"
	"strings"

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
	var b strings.Builder
	b.WriteString("---\ntitle: " + strconv.Quote(oneLine(d.title)) + edition.LanguageKey(e.Report.Meta.Language.Value) + "\nstatus: final\n")
	// Days without a clock are days of the edition's zone.
	if zone := e.Report.Meta.Timezone.Value; zone != "" {
		b.WriteString("timezone: " + strconv.Quote(oneLine(clean(zone))) + "\n")
	}
	if names := servicesOf(e.Report); len(names) > 0 {
		b.WriteString("services:\n")
		for _, name := range names {
			b.WriteString("  - " + strconv.Quote(name) + "\n")
		}
	}
	b.WriteString("---\n\n")
	b.Write(edition.Markdown(blocks))
	return []byte(b.String())
}
