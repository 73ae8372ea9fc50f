package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

// unlistedRule is the name in the formats of lint of what the guard only tells.
var unlistedRule = lint.Rule{Name: "unlisted-name", Severity: lint.Hint, Firm: true, Since: "0.1.0", About: "docs/editions.md",
	Summary: "a name that customers would read is on no list"}

// unlisted are the names that no list holds, as findings that stop nothing.
func (x *examined) unlisted() (out []lint.Diagnostic) {
	for _, p := range x.guard.Unlisted() {
		out = append(out, lint.Diagnostic{Rule: unlistedRule.Name, Severity: unlistedRule.Severity, File: x.report.File, Span: p.Span,
			Message: fmt.Sprintf("customers would read \"%s\", which is on no list", p.Found), Hint: "if it is a name that they may read, add it to publish.guard.public"})
	}
	return out
}

// hints are findings that stop nothing, if findings are asked for.
func (t *teller) hints(x *examined) []lint.Diagnostic {
	if !t.asked || x.guard == nil {
		return nil
	}
	return x.unlisted()
}

// namesTold is how many names a note holds: who has more looks at them one by one, with --dry-run.
const namesTold = 12

// sayUnlisted tells those names in one line, unless they are told as findings.
func (x *examined) sayUnlisted(w io.Writer, t *teller) {
	names := x.guard.Unlisted()
	if t.asked || len(names) == 0 {
		return
	}
	var all []string
	for _, p := range names[:min(len(names), namesTold)] {
		name := lint.Visible(p.Found)
		if !p.Span.IsZero() {
			name += fmt.Sprintf(" (line %d)", x.report.File.LineAt(p.Span.Start))
		}
		all = append(all, name)
	}
	if n := len(names) - len(all); n > 0 {
		all = append(all, fmt.Sprintf("and %d more, which --dry-run lists", n))
	}
	fmt.Fprintf(w, "postmortem: note: customers would read what is on no list: %s; names that they may read go into publish.guard.public\n", strings.Join(all, ", "))
}
