// Package export writes an edition in the forms in which it is published.
//
// Every form says the same: the title, the services that were affected, when it was, the edition's text,
// and then the lengths that its own timeline gives with their definitions and what is known of the status
// updates. An exporter sees the edition and nothing else, so it cannot say more than
// may be read; and it reads no clock, so the same edition and options give the same bytes.
//
// An edition is text that somebody wrote. Each form has an encoder of its own, and whatever the text
// holds, it comes out as text: no markup, no address but web and mail ones, no character that is not
// seen.
package export

import (
	"bytes"
	"errors"
	"io"
	"time"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/render"
)

// Exporter is one form in which an edition can be published.
type Exporter struct {
	Name      string // as it is asked for: "html"
	Summary   string // what it is, a phrase
	Extension string // of its files, with the dot; no two exporters share one
	Write     func(w io.Writer, e *edition.Edition, o Options) error

	// Foreign gives of an output what is not the exporter's own, in the form in which it is read: an
	// own style sheet can hold no secret and looks like many, and a mail is coded. It is what is
	// searched before anything is released. Nil where the output is searched as it is.
	Foreign func(output []byte) []byte
}

// Options says how an edition is to be published. The zero Options are fine.
type Options struct {
	Theme render.Theme
	Zone  *time.Location // the customers' time zone, shown beside UTC; nil for UTC alone
	From  string         // the sender of an email, as in "Support <support@example.com>"; empty for none
	Date  time.Time      // of an email; zero for none

	HideFigures bool // what the timeline gives does not stand below the text; JSON has it always
}

// Exporters are all forms that there are. A new one is a file and a line here.
var Exporters = []Exporter{html, markdown, text, email, statuspage, slack, confluence, machine}

// Named gives the exporter of a name.
func Named(name string) (Exporter, bool) {
	for _, x := range Exporters {
		if x.Name == name {
			return x, true
		}
	}
	return Exporter{}, false
}

// ErrEmpty is the error of an edition without any text.
var ErrEmpty = errors.New("nothing in the report is public")

// TooLong is the error of an edition that a form cannot hold.
type TooLong string

func (e TooLong) Error() string { return string(e) }

// Searched is what is to be searched of an output before it is released.
func (x Exporter) Searched(output []byte) []byte {
	if x.Foreign == nil {
		return output
	}
	return x.Foreign(output)
}

// Output is what an exporter makes of an edition, whole or not at all.
func (x Exporter) Output(e *edition.Edition, o Options) ([]byte, error) {
	if len(e.Markdown) == 0 {
		return nil, ErrEmpty
	}
	var b bytes.Buffer
	if err := x.Write(&b, e, o); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
