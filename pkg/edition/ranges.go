package edition

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// ranges are those that marks on lines of their own have opened so far. Ranges marked internal may stand in each
// other. A range without one of its ends is not opened if it is public; if it is internal it reaches to the end
// of the report, or back to the range before it: a forgotten mark must never release anything.
type ranges struct {
	*audience
	report           *report.Report
	public, internal []*report.Comment // the marks that opened them, the outermost first
	ended            int               // where the last range marked internal did
}

func (x *ranges) of(name string) (marks *[]*report.Comment, parts *[]source.Span) {
	if name == "public" {
		return &x.public, &x.audience.public
	}
	return &x.internal, &x.audience.internal
}

// withheldAbove withholds what stands above the end of a range marked internal that nothing opens.
func (x *ranges) withheldAbove(end *report.Comment) {
	if len(x.internal) == 0 {
		x.audience.internal = append(x.audience.internal, source.Span{Start: x.ended, End: end.Span.Start})
	}
	x.ended = end.Span.End
}

func (x *ranges) open(c *report.Comment, name string) {
	if name == "public" && len(x.public) > 0 {
		x.unclosed(x.public[0], fmt.Sprintf(", and another one opens on line %d: nothing between them is released", x.report.File.Position(c.Span.Start).Line))
		x.public = nil
	}
	marks, _ := x.of(name)
	*marks = append(*marks, c)
}

func (x *ranges) close(c *report.Comment, name string) {
	marks, parts := x.of(name)
	n := len(*marks)
	if n == 0 {
		then := ""
		if name == "internal" {
			then = ": nothing above it is released"
		}
		x.flaw(c, strconv.Quote(c.Text)+" closes a range that nothing opens"+then, "take it out, or write `<!-- "+name+" -->` above it")
		return
	}
	*parts = append(*parts, source.Span{Start: (*marks)[n-1].Span.End, End: c.Span.Start})
	*marks = (*marks)[:n-1]
}

// end closes what nothing closes.
func (x *ranges) end() {
	for _, c := range x.public {
		x.unclosed(c, ": nothing in it is released")
	}
	for _, c := range x.internal {
		x.unclosed(c, ": nothing below it is released")
		x.audience.internal = append(x.audience.internal, source.Span{Start: c.Span.End, End: len(x.report.File.Text)})
	}
}

func (x *ranges) unclosed(c *report.Comment, then string) {
	x.flaw(c, "the range that "+strconv.Quote(c.Text)+" opens here is never closed"+then,
		"write `<!-- /"+strings.ToLower(c.Text)+" -->` on a line of its own, or put the mark at the end of the one block it is for")
}
