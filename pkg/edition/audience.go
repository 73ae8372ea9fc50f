package edition

import (
	"bytes"
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
	doubts           []Withheld // of public parts: a person has to decide before anything is released
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
// subsections, but at the end of the title for the title alone. At the end of a paragraph, of a list
// item or of a table row, "public" is for that text alone and not for what is nested in it; "internal"
// is for the whole list item or quote that it stands in, with all below it. On a line of its own a mark
// opens a range.
func marksOf(r *report.Report, tree []*report.Block) *audience {
	a := &audience{}
	for _, s := range r.Sections {
		if s.Kind == report.CustomerSummary && !s.Label { // "**Customer summary:** Kim writes it" is a note
			a.public = append(a.public, s.Span)
		}
	}
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.StatusUpdate {
			a.public = append(a.public, posted(r, tree, e)...)
		}
	}
	a.read(r, tree)
	return a
}

// read reads the marks. Marks on lines of their own open and close ranges.
func (a *audience) read(r *report.Report, tree []*report.Block) {
	open := ranges{audience: a, report: r}
	var misread []*report.Comment
	for i := range r.Comments {
		c := &r.Comments[i]
		word := strings.ToLower(c.Text)
		name, closes := strings.CutPrefix(word, "/")
		if closes && name == "internal" {
			open.withheldAbove(c)
		}
		switch {
		case name != "public" && name != "internal":
			switch name := meant(word); strings.TrimPrefix(name, "/") {
			case "public":
				a.flaw(c, "the comment "+strconv.Quote(c.Text)+" marks nothing", "write `<!-- public -->` or `<!-- /public -->`")
			case "internal":
				misread = append(misread, c)
			}
		case !c.Own:
			a.atText(r, tree, c, name, closes)
		case !c.Alone:
			a.beforeText(r, tree, c, word)
		case closes:
			open.close(c, name)
		default:
			open.open(c, name)
		}
	}
	open.end()
	for _, c := range misread {
		const advice = "write `<!-- internal -->` or `<!-- /internal -->`, or begin the note with another word"
		if a.besidePublic(r, c) {
			a.doubts = append(a.doubts, Withheld{c.Span, "the comment " + strconv.Quote(c.Text) + " withholds nothing, and stands at a public part", advice})
		} else if strings.Count(c.Text, " ") < 2 {
			a.flaw(c, "the comment "+strconv.Quote(c.Text)+" marks nothing", advice)
		}
	}
}

// atText reads a mark on the line of its text.
func (a *audience) atText(r *report.Report, tree []*report.Block, c *report.Comment, name string, closes bool) {
	switch {
	case closes:
		a.flaw(c, strconv.Quote(c.Text)+" closes a range only on a line of its own", "put it on a line of its own, with a blank line before it")
	case name == "internal":
		a.internal = append(a.internal, around(r, tree, c.Span.Start))
		if tableHeaded(tree, c.Span.Start) != nil {
			a.flaw(c, "the mark "+strconv.Quote(c.Text)+" stands in the heading of a table: all of the table is withheld", "mark its rows, or leave the column out")
		}
	case goesOn(r, tree, c):
		a.flaw(c, "the mark "+strconv.Quote(c.Text)+" stands before the end of its text: it marks nothing", "put it at the end of the text; lines that are marked one by one are items of a list")
	default:
		a.public = append(a.public, marked(r, tree, c.Span.Start))
	}
}

// beforeText reads a mark that begins a line on which text follows.
func (a *audience) beforeText(r *report.Report, tree []*report.Block, c *report.Comment, word string) {
	then := "it marks nothing, and makes the line HTML, which is not released"
	if word == "internal" {
		then = "the lines down to an empty one are withheld"
		if k := len(a.internal); k == 0 || !a.internal[k-1].Contains(c.Span) {
			a.internal = append(a.internal, headed(r, tree, c))
		}
	}
	a.flaw(c, "the mark "+strconv.Quote(c.Text)+" stands before its text: "+then, "put it at the end of the text")
}

// besidePublic reports whether a comment stands in a public part, or right above one.
func (a *audience) besidePublic(r *report.Report, c *report.Comment) bool {
	below := c.Span.End + len(r.File.Text[c.Span.End:]) - len(bytes.TrimLeft(r.File.Text[c.Span.End:], " \t\r\n"))
	for _, s := range a.internal {
		if s.Contains(c.Span) {
			return false
		}
	}
	for _, s := range a.public {
		if s.Overlaps(c.Span) || c.Own && s.Start <= below && below < s.End {
			return true
		}
	}
	return false
}

func (a *audience) flaw(c *report.Comment, reason, advice string) {
	a.flaws = append(a.flaws, Withheld{c.Span, reason, advice})
}

// Flaws gives the marks of a report that do not mark what they seem to.
func Flaws(r *report.Report) []Withheld {
	if r.Doc == nil {
		return nil
	}
	a := marksOf(r, r.Tree())
	return append(a.flaws, a.doubts...)
}
