// Package render makes a page of a report: one HTML file that needs nothing else.
//
// It promises four things. The page is whole: styles and pictures are in it, it asks the network
// for nothing and needs no script. It is safe: a report is untrusted, so raw HTML is shown as text,
// addresses are held against a list of harmless schemes, every id has a prefix, and a content
// security policy forbids what is left. It is true to the report: the author's words, in the
// author's order, with nothing left out but comments; what cannot be shown is named. And it is
// deterministic: the same report and options give the same bytes, for nothing reads a clock.
package render

import (
	"io"
	"io/fs"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Options says how a page looks and what it says beside the report. The zero Options are fine.
type Options struct {
	Theme    Theme
	Findings []Finding // what checks found; the page is then marked with it
	Files    fs.FS     // where pictures are looked for, the root being the report's folder; nil for none

	// Published is for readers outside: nothing is said of the state of the report, nor of what could
	// not be derived from it, and Facts stand in the place of its services.
	Published bool
	Facts     []Fact
	Beside    *time.Location // the zone in which times are told a second time; nil for UTC
}

// Fact is what a reader wants to know first, a line below the title.
type Fact struct{ Name, Value string }

// Finding is one thing that a check found in the report.
type Finding struct {
	Severity     string // "error", "warning" or "hint"
	Rule         string
	Line, Column int // from 1
	Message      string
}

// HTML writes the page of a report. It fails only if w does.
func HTML(w io.Writer, r *report.Report, o Options) error {
	p := newPage(r, o)
	p.open(p.name(), p.report.Language(), o.Theme)
	p.raw(`<div class="page">`)
	p.contents()
	p.raw("<main>\n")
	p.titleBlock()
	p.findings()
	if r.Refused {
		p.refused()
	} else {
		p.metrics()
		p.body()
	}
	p.foot(o.Theme)
	p.raw("</main>\n</div>\n")
	p.close()
	_, err := w.Write(p.b)
	return err
}

// page is a page in the making.
type page struct {
	out
	report    *report.Report
	options   Options
	anchors   *anchors
	timeline  *chronology
	window    source.Span // only what lies in here is written
	tables    int         // so far, to tell them apart by name
	codes     int
	pictures  int64 // bytes of pictures so far
	captioned bool  // the clock of the timeline's tables has been named
}

func newPage(r *report.Report, o Options) *page {
	p := &page{report: r, options: o, window: everything(r)}
	p.b = make([]byte, 0, 24<<10+4*len(r.File.Text))
	p.anchors = newAnchors(r)
	p.timeline = newChronology(r, o.Beside)
	return p
}

func everything(r *report.Report) source.Span { return source.Span{End: len(r.File.Text) + 1} }

// name is what the page is called: the title, else what is at hand.
func (p *page) name() string {
	for _, s := range []string{p.report.Title.Value, p.report.Meta.ID.Value, p.report.File.Path} {
		if s != "" {
			return s
		}
	}
	return "Untitled report"
}

// sourceShown is how much of a report is shown that could not be parsed.
const sourceShown = 64 << 10

// refused shows the source of a report that breaks a bound, as text.
func (p *page) refused() {
	text := p.report.File.Text
	p.raw(`<section class="body"><h2 id="s-source">Not rendered</h2><p>This report could not be read: what is wrong with it stands above. `)
	if len(text) > sourceShown {
		text = text[:sourceShown]
		p.raw(`The beginning of its source:`)
	} else {
		p.raw(`Its source:`)
	}
	p.raw(`</p><div class="scroll" role="group" tabindex="0" aria-label="Source"><pre><code>`)
	p.text(string(text))
	p.raw("</code></pre></div></section>\n")
}
