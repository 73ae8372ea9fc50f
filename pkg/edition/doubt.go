package edition

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// maxNotes bounds how many notes of one passage are told.
const maxNotes = 200

// Doubts gives what its author has to decide before an edition is released: comments that were to withhold
// something and do not, and notes to come back to a text that customers would read.
func Doubts(r *report.Report, e *Edition) []Withheld {
	if r.Doc == nil || len(e.Markdown) == 0 {
		return nil
	}
	out := marksOf(r, r.Tree()).doubts
	public, _ := Divide(r)
	told := map[string]bool{}
	note := func(text string) {
		for _, m := range noteToSelf().FindAllStringIndex(text, maxNotes) {
			found := strings.TrimSpace(text[m[0]:m[1]])
			if !told[found] {
				told[found] = true
				out = append(out, Withheld{placeIn(r.File, public, found), strconv.Quote(found) + " must not be released: it is a note to its author", "settle it, or take it out"})
			}
		}
	}
	note(e.Report.Title.Value)
	for _, p := range e.Report.Passages {
		note(p.Text)
	}
	slices.SortStableFunc(out, func(a, b Withheld) int { return a.Span.Start - b.Span.Start })
	return out
}

// noteToSelf is a word, in capitals, with which people mark what they have to come back to, with what stands in
// brackets with it.
var noteToSelf = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[(?i:todo|tbd|tbc|fixme|xxx|check|verify|confirm|placeholder|wording|legal)\b[^\]\n]{0,200}\]|\b(?:TODO|FIXME|TBD|TBC|XXX+|TKTK)\b(?:[^\pL\d\s/-]|\s|$)`)
})

// placeIn is where one of the parts of a text says something; where the parts begin if none does.
func placeIn(f *source.File, parts []source.Span, what string) source.Span {
	for _, s := range parts {
		if i := bytes.Index(f.Text[s.Start:s.End], []byte(what)); i >= 0 {
			return source.Span{Start: s.Start + i, End: s.Start + i + len(what)}
		}
	}
	return source.Span{Start: parts[0].Start, End: parts[0].Start}
}
