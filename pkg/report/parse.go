package report

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/markdown"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Customs is what the readers of reports take for granted and the reports do not say.
type Customs struct {
	AmbiguousZones map[string]string // what an abbreviation means here, as an IANA name: "IST" to "Asia/Kolkata"
	Language       string            // that a report is written in which does not say, as a tag of BCP 47; English if it is empty
	// CustomerLanguage is that of what customers read, where the report says neither; Language if it is empty.
	CustomerLanguage string
}

// Parse reads a report, where nothing is taken for granted. It always gives one; what it could not
// understand is in Problems.
func Parse(f *source.File) *Report { return Customs{}.Parse(f) }

// Again reads another text of the report with the same customs.
func (r *Report) Again(f *source.File) *Report { return r.customs.Parse(f) }

// Parse reads a report as Parse does, by these customs.
func (c Customs) Parse(f *source.File) *Report {
	r := &Report{File: f, customs: c}
	if inUTF16(f.Text) {
		r.Refused = true
		r.problem(ProblemEncoding, source.Span{Start: 0, End: min(2, len(f.Text))}, "the text is UTF-16, not UTF-8", "save the file as UTF-8")
		return r
	}
	if !utf8.Valid(f.Text) {
		r.notUTF8()
	}
	r.meta()
	if !r.markdown() {
		return r
	}
	r.passages()
	r.sections(r.Meta.Span.End)
	r.assign()
	r.comments()
	r.title()
	r.facts()
	r.timeline()
	r.metaTimes()
	r.tasked()
	r.actions()
	r.coded = nil
	slices.SortStableFunc(r.Problems, func(a, b Problem) int { return a.Span.Start - b.Span.Start })
	return r
}

// markdown makes the tree of what stands behind the front matter, and reports whether there is one.
func (r *Report) markdown() bool {
	doc, faults := markdown.Parse(r.File, r.prelude())
	kind := ProblemFence
	if doc == nil {
		r.Refused, kind = true, ProblemTooComplex
	}
	for _, f := range faults {
		r.problem(kind, f.Span, f.Message, f.Hint)
	}
	r.Doc = doc
	return doc != nil
}

// inUTF16 reports whether a text begins with UTF-16's byte order mark, or with two ASCII characters of
// two bytes each.
func inUTF16(text []byte) bool {
	if bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || bytes.HasPrefix(text, []byte{0xFE, 0xFF}) {
		return true
	}
	return len(text) >= 4 && (text[0] == 0) != (text[1] == 0) && (text[0] == 0) == (text[2] == 0) && (text[1] == 0) == (text[3] == 0)
}

// notUTF8 names the first bad byte; the rest of the report is read as it stands.
func (r *Report) notUTF8() {
	for i := 0; i < len(r.File.Text); {
		c, n := utf8.DecodeRune(r.File.Text[i:])
		if c == utf8.RuneError && n == 1 {
			hint := "save the file as UTF-8"
			if bytes.IndexByte(r.File.Text, 0) >= 0 {
				hint = "this seems to be no text at all: name a Markdown file"
			}
			r.problem(ProblemEncoding, source.Span{Start: i, End: i + 1}, "the text is not UTF-8 here", hint)
			return
		}
		i += n
	}
}

// title takes the title from the front matter, else leaves the heading that sections found.
func (r *Report) title() {
	if r.Meta.Title.Written() {
		r.Title = r.Meta.Title
	}
}
