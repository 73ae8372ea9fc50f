package edition

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// audience holds the parts of a report that are marked public, and inside them those that are
// marked internal again. What lies in none is internal.
type audience struct {
	public, internal []source.Span
	flaws            []Withheld // of the marks
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
	a.read(r, tree)
	return a
}

// read reads the marks. Marks on lines of their own open and close ranges. A range that nothing closes
// is not opened if it is public, and reaches to the end of the report if it is internal: a forgotten
// mark must never release anything.
func (a *audience) read(r *report.Report, tree []*report.Block) {
	open := map[string]*report.Comment{}
	for i := range r.Comments {
		c := &r.Comments[i]
		word := strings.ToLower(c.Text)
		name, closes := strings.CutPrefix(word, "/")
		to := a.of(name)
		switch before := open[name]; {
		case to == nil:
		case c.Own && !c.Alone:
			a.flaw(c, "the mark "+strconv.Quote(c.Text)+" stands before its text: it marks nothing, and makes the line HTML, which is not released", "put it at the end of the text")
		case !c.Own && closes:
			a.flaw(c, strconv.Quote(c.Text)+" closes a range only on a line of its own", "put it on a line of its own, with a blank line before it")
		case !c.Own:
			*to = append(*to, marked(tree, *c))
		case closes && before == nil:
			a.flaw(c, strconv.Quote(c.Text)+" closes a range that nothing opens", "take it out, or write `<!-- "+name+" -->` above it")
		case closes:
			*to = append(*to, source.Span{Start: before.Span.End, End: c.Span.Start})
			delete(open, name)
		case before != nil && name == "internal":
			a.unclosed(r, before, name, fmt.Sprintf(", and another one opens on line %d", r.File.Position(c.Span.Start).Line))
		default:
			if before != nil {
				a.unclosed(r, before, name, fmt.Sprintf(", and another one opens on line %d: nothing between them is released", r.File.Position(c.Span.Start).Line))
			}
			open[name] = c
		}
	}
	if c := open["public"]; c != nil {
		a.unclosed(r, c, "public", ": nothing in it is released")
	}
	if c := open["internal"]; c != nil {
		a.unclosed(r, c, "internal", ": nothing below it is released")
		a.internal = append(a.internal, source.Span{Start: c.Span.End, End: len(r.File.Text)})
	}
}

// of gives the parts that a mark speaks of; nil if the word is none.
func (a *audience) of(word string) *[]source.Span {
	switch word {
	case "public":
		return &a.public
	case "internal":
		return &a.internal
	}
	return nil
}

func (a *audience) unclosed(r *report.Report, c *report.Comment, name, then string) {
	a.flaw(c, "the range that "+strconv.Quote(c.Text)+" opens here is never closed"+then,
		"write `<!-- /"+name+" -->` on a line of its own, or put the mark at the end of the one block it is for")
}

func (a *audience) flaw(c *report.Comment, reason, advice string) {
	a.flaws = append(a.flaws, Withheld{c.Span, reason, advice})
}

// Flaws gives the marks of a report that do not mark what they seem to.
func Flaws(r *report.Report) []Withheld {
	if r.Doc == nil {
		return nil
	}
	return marksOf(r, r.Tree()).flaws
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
