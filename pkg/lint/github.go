package lint

import (
	"fmt"
	"io"
	"strings"
)

// GitHub shows at most so many annotations of each kind for a step and drops the others without a
// word.
const githubEach = 10

// writeGitHub writes workflow commands, which GitHub shows beside the changed lines. Where there are
// more than it shows, the last one says how many.
func writeGitHub(w io.Writer, r *Result) error {
	var kept [Error + 1][]Diagnostic
	for d := range r.Findings {
		if len(kept[d.Severity]) < githubEach {
			kept[d.Severity] = append(kept[d.Severity], d)
		}
	}
	kinds := map[Severity]string{Error: "error", Warning: "warning", Hint: "notice"}
	for s := Error; s >= Hint; s-- {
		for i := range kept[s] {
			d := &kept[s][i]
			text := Visible(d.Message)
			if d.Hint != "" {
				text += "\nhint: " + Visible(d.Hint)
			}
			if more := r.Totals.BySeverity[s] - githubEach; more > 0 && i == githubEach-1 {
				text += fmt.Sprintf("\n... and %d more of this severity", more)
			}
			if _, err := fmt.Fprintf(w, "::%s %s::%s\n", kinds[s], githubPlace(d, r.rooted(d.File.Path)), githubData.Replace(text)); err != nil {
				return err
			}
		}
	}
	return nil
}

func githubPlace(d *Diagnostic, path string) string {
	at := inRunes(d.File, d.Span)
	s := fmt.Sprintf("title=postmortem (%s),file=%s,line=%d,endLine=%d", githubProperty.Replace(d.Rule), githubProperty.Replace(Visible(path)), at.Line, at.EndLine)
	// Columns are refused when the lines differ.
	if at.Line == at.EndLine {
		s += fmt.Sprintf(",col=%d,endColumn=%d", at.Column, at.EndColumn)
	}
	return s
}

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
