package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// linesNamed is how many lines are named where one reason holds for several places.
const linesNamed = 4

// sayWithheld tells the author what an edition leaves out, a line for each reason in each section: a
// long report leaves many places out for one reason.
func sayWithheld(w io.Writer, r *report.Report, left []edition.Withheld) {
	type group struct {
		section *report.Section
		said    string
	}
	var order []group
	places := map[group][]edition.Withheld{}
	for _, l := range left {
		g := group{r.SectionAt(l.Span.Start), l.String()}
		if places[g] == nil {
			order = append(order, g)
		}
		places[g] = append(places[g], l)
	}
	for _, g := range order {
		first := r.File.Position(places[g][0].Span.Start)
		fmt.Fprintf(w, "%s:%d:%d: withheld: %s%s\n", lint.Visible(r.File.Path), first.Line, first.Column, lint.Visible(string(guard.Mask([]byte(g.said)))), otherLines(r, places[g]))
	}
}

// otherLines names the lines of the places but the first, as in " (also in lines 14, 17 and 9 more)".
func otherLines(r *report.Report, at []edition.Withheld) string {
	var lines []string
	last := r.File.LineAt(at[0].Span.Start)
	for _, l := range at[1:] {
		if n := r.File.LineAt(l.Span.Start); n != last {
			lines = append(lines, strconv.Itoa(n))
			last = n
		}
	}
	switch n := len(lines); {
	case n == 0:
		return ""
	case n == 1:
		return " (also in line " + lines[0] + ")"
	case n <= linesNamed:
		return " (also in lines " + strings.Join(lines[:n-1], ", ") + " and " + lines[n-1] + ")"
	default:
		return fmt.Sprintf(" (also in lines %s and %d more)", strings.Join(lines[:linesNamed], ", "), n-linesNamed)
	}
}
