package export

import (
	"io"

	"github.com/openpostmortem/postmortem/pkg/edition"
)

// Confluence keeps a page as XML in which HTML's elements stand without a namespace. Of those it
// knows, the text of an edition needs nothing but the plain ones, so no macro is written.
var confluence = Exporter{Name: "confluence", Summary: "a page in Confluence's storage format", Extension: ".confluence.xml",
	Write: func(w io.Writer, e *edition.Edition, o Options) error {
		d := newDocument(e, o)
		var m markup
		m.element("h1", oneLine(d.title))
		m.WriteByte('\n')
		m.blocks(d.all())
		_, err := io.WriteString(w, m.String())
		return err
	}}
