package lint

import (
	"fmt"
	"io"
	"strings"
)

// markdownMost keeps a table within what GitHub takes as a step's summary, 1 MiB, with room for the
// last lines.
const markdownMost = 1<<20 - 4096

// writeMarkdown writes a table for a pull request or a step's summary.
func writeMarkdown(w io.Writer, r *Result) error {
	written, left := 0, 0
	put := func(s string) error {
		written += len(s)
		_, err := io.WriteString(w, s)
		return err
	}
	if err := put("## Postmortem " + r.work() + "\n\n"); err != nil {
		return err
	}
	first := "| Place | Severity | Finding | Rule |\n|---|---|---|---|\n"
	for d := range r.Findings {
		at := d.File.Position(d.Span.Start)
		text := markdown(d.Message)
		if d.Hint != "" {
			text += " (hint: " + markdown(d.Hint) + ")"
		}
		row := fmt.Sprintf("| %s:%d:%d | %s | %s | [%s](%s) |\n", markdown(d.File.Path), at.Line, at.Column, d.Severity, text, d.Rule, r.pageOf(d.Rule))
		if written+len(first)+len(row) > markdownMost {
			left++
			continue
		}
		if err := put(first + row); err != nil {
			return err
		}
		first = ""
	}
	if left > 0 {
		if err := put(fmt.Sprintf("\n... and %d more\n", left)); err != nil {
			return err
		}
	}
	if first == "" {
		if err := put("\n"); err != nil {
			return err
		}
	}
	return put(markdown(r.Totals.Line()) + "\n")
}

// markdown escapes a text so that nothing in it is markup, a link or a mention.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range Visible(s) {
		if strings.ContainsRune("\\`*_{}[]<>()#+!|~@:&$", r) || (r == '-' || r == '.') && b.Len() == 0 {
			fmt.Fprintf(&b, "&#%d;", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
