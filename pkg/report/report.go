// Package report reads a postmortem: from bytes to a tree in which every value knows its place.
//
// Parse is total. Any bytes give a Report; what is not understood becomes a Problem with a place,
// never an error and never silence. A Report is immutable once parsed and may be read from several
// goroutines. The same bytes always give the same Report: nothing reads a clock, a file or the
// environment.
//
// All places are byte offsets into Report.File. goldmark is handed the whole text and begins behind the
// front matter, so its offsets are the file's.
package report

import (
	"sort"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/eight"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Field is a value and the place where it is written. The zero Span says that it is written
// nowhere; Value is then empty or was worked out from other parts of the report.
type Field[T any] struct {
	Value T
	Span  source.Span
}

// Written reports whether the value stands in the text.
func (f Field[T]) Written() bool { return !f.Span.IsZero() }

// Report is one postmortem as it was understood.
type Report struct {
	File     *source.File
	Meta     Meta          // front matter; its fields are unwritten if there is none
	Title    Field[string] // from the front matter, else from the first heading, else empty
	Sections []*Section    // in document order; the first holds what stands before any heading
	Passages []*Passage    // the prose, block by block, in document order
	Prose    string        // the texts of all passages, see PassageAt
	Words    eight.Marks   // where in Prose words of ASCII begin
	Comments []Comment     // HTML comments outside code, in document order
	Timeline Timeline      // what happened when
	Actions  []Action      // the corrective actions, in document order
	Problems []Problem     // what could not be understood, in document order
	Doc      ast.Node      // the goldmark tree; nil if the text broke a bound and was not parsed
	Refused  bool          // the text breaks a bound; only File, Meta and Problems are filled

	customs Customs

	coded   *writer     // of withCode; nil once parsed
	numbers eight.Marks // where in Prose numbers begin
}

// Problem is a part of a report that could not be understood. Kind is one of the Problem
// constants; each is found by the rule of the same name.
type Problem struct {
	Kind    string
	Span    source.Span
	Message string // what is wrong, lower case, no full stop
	Hint    string // what to type instead, or empty
}

// Kinds of Problem. Each is also the name of the rule that reports it.
const (
	ProblemEncoding    = "text-not-utf8"
	ProblemTooComplex  = "text-too-complex"
	ProblemFence       = "text-fence-unclosed"
	ProblemMetaSyntax  = "meta-not-yaml"
	ProblemMetaType    = "meta-not-mapping"
	ProblemMetaAlias   = "meta-alias"
	ProblemMetaKeyTwin = "meta-key-duplicate"
	ProblemMetaValue   = "meta-value-invalid"
)

func (r *Report) problem(kind string, at source.Span, message, hint string) {
	r.Problems = append(r.Problems, Problem{kind, at, message, hint})
}

// Section returns the first section of a kind, or nil.
func (r *Report) Section(kind Kind) *Section {
	for _, s := range r.Sections {
		if s.Kind == kind {
			return s
		}
	}
	return nil
}

// SectionAt returns the innermost section that holds the offset.
func (r *Report) SectionAt(offset int) *Section {
	i := sort.Search(len(r.Sections), func(i int) bool { return r.Sections[i].Span.Start > offset })
	if i == 0 {
		return nil
	}
	return r.Sections[i-1]
}
