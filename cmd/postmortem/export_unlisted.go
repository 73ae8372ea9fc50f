package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// unlistedRule is the name, in the formats of lint, of what the guard only tells.
var unlistedRule = lint.Rule{Name: "unlisted-name", Severity: lint.Hint, Firm: true, Since: "0.1.0", About: "docs/editions.md",
	Summary: "a name that customers would read is on no list"}

// unlisted are the names that no list holds, as findings that stop nothing.
func (x *examined) unlisted() (out []lint.Diagnostic) {
	for _, p := range x.guard.Unlisted() {
		out = append(out, lint.Diagnostic{Rule: unlistedRule.Name, Severity: unlistedRule.Severity, File: x.report.File, Span: p.Span,
			Message: fmt.Sprintf("customers would read \"%s\", which %s", p.Found, onNoList(p)), Hint: "if they may read it, add it to publish.guard.public; if not, mark it <!-- internal --> or say it in other words"})
	}
	return out
}

func onNoList(u guard.Unlisted) string {
	if u.Why != "" {
		return u.Why + " and is on no list"
	}
	return "is on no list"
}

// hints are findings that stop nothing, if findings are asked for.
func (t *teller) hints(x *examined) []lint.Diagnostic {
	if !t.asked || x.guard == nil {
		return nil
	}
	return x.unlisted()
}

const (
	// namesTold is how many names a note holds: who has more looks at them one by one, with --dry-run.
	namesTold = 12
	// longestNoted is how much it holds of each, in characters.
	longestNoted = 40
)

// sayUnlisted tells those names in one line, unless they are told as findings.
func (x *examined) sayUnlisted(w io.Writer, t *teller) {
	names := x.guard.Unlisted()
	if t.asked || len(names) == 0 {
		return
	}
	var all []string
	for _, p := range names[:min(len(names), namesTold)] {
		name := lint.Visible(p.Found)
		if r := []rune(name); len(r) > longestNoted {
			name = string(r[:longestNoted]) + "..."
		}
		if !p.Span.IsZero() {
			name += fmt.Sprintf(" (line %d)", x.report.File.LineAt(p.Span.Start))
		}
		all = append(all, name)
	}
	if n := len(names) - len(all); n > 0 {
		all = append(all, fmt.Sprintf("and %d more, which --dry-run lists", n))
	}
	fmt.Fprintf(w, "postmortem: note: customers would read what is on no list: %s; what they may read goes into publish.guard.public\n", strings.Join(all, ", "))
}
