package edition

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// audience holds the parts of a report that are marked public, and inside them those that are
// marked internal again. What lies in none is internal.
type audience struct {
	public, internal []source.Span
	problems         []Withheld
}

// allows reports whether a block may be read: it lies wholly in a public part and touches no part
// that is internal again.
func (a *audience) allows(block source.Span) bool {
	for _, s := range a.internal {
		if s.Overlaps(block) {
			return false
		}
	}
	for _, s := range a.public {
		if s.Contains(block) {
			return true
		}
	}
	return false
}

// touches reports whether any byte of the block lies in a public part.
func (a *audience) touches(block source.Span) bool {
	for _, s := range a.public {
		if s.Overlaps(block) {
			return true
		}
	}
	return false
}

// marksOf reads the marks of a report. A mark at the end of a heading is for its section with all
// subsections, but at the end of the title for the title alone; at the end of a paragraph, of a list
// item or of a table row it is for that text alone and not for what is nested in it; on a line of its
// own it opens a range.
func marksOf(r *report.Report, tree []*report.Block) *audience {
	a := &audience{}
	for _, s := range r.Sections {
		if s.Kind == report.CustomerSummary {
			a.public = append(a.public, s.Span)
		}
	}
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.StatusUpdate {
			if b := innermost(tree, e.At.Start); b != nil {
				a.public = append(a.public, b.Span)
			}
		}
	}
	a.ranges(r, "public", &a.public)
	a.ranges(r, "internal", &a.internal)
	for _, c := range r.Comments {
		if c.Own {
			continue
		}
		switch strings.ToLower(c.Text) {
		case "public":
			a.public = append(a.public, marked(tree, c))
		case "internal":
			a.internal = append(a.internal, marked(tree, c))
		}
	}
	return a
}

// marked is the part that a mark inside a block speaks of.
func marked(tree []*report.Block, c report.Comment) source.Span {
	b := innermost(tree, c.Span.Start)
	switch {
	case b == nil:
		return source.Span{}
	case b.Kind == report.HeadingBlock && b.Level > 1 && b.Section != nil:
		return b.Section.Span
	}
	return b.Span
}

// innermost is the smallest block with text of its own that holds the offset; a table's cells count
// as their row.
func innermost(tree []*report.Block, offset int) *report.Block {
	for i, b := range tree {
		if offset < b.Span.Start || i+1 < len(tree) && offset >= tree[i+1].Span.Start && tree[i+1].Span.Start > b.Span.Start {
			continue
		}
		switch b.Kind {
		case report.HeadingBlock, report.ParagraphBlock, report.RowBlock:
			return b
		}
		if in := innermost(b.Children, offset); in != nil {
			return in
		}
	}
	return nil
}

// ranges pairs the marks that stand on lines of their own. A range that nothing closes is not
// opened if it is public, and reaches to the end of the report if it is internal: a forgotten mark
// must never release anything.
func (a *audience) ranges(r *report.Report, word string, to *[]source.Span) {
	open := -1
	var at source.Span
	for _, c := range r.Comments {
		switch text := strings.ToLower(c.Text); {
		case !c.Own:
		case text == word && open < 0:
			open, at = c.Span.End, c.Span
		case text == word:
			a.problems = append(a.problems, Withheld{c.Span, "this range is open already"})
		case text == "/"+word && open >= 0:
			*to = append(*to, source.Span{Start: open, End: c.Span.Start})
			open = -1
		case text == "/"+word:
			a.problems = append(a.problems, Withheld{c.Span, "no range is open here"})
		}
	}
	if open < 0 {
		return
	}
	a.problems = append(a.problems, Withheld{at, "this range is never closed, so nothing in it is released"})
	if word == "internal" {
		*to = append(*to, source.Span{Start: open, End: len(r.File.Text)})
	}
}
