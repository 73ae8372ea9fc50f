package rules

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var linkFootnoteMissing = lint.Rule{
	Name:     "link-footnote-missing",
	Summary:  "a footnote is referred to and written nowhere",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !bytes.Contains(p.Report.File.Text, []byte("[^")) {
			return
		}
		// A mark whose note exists is no text any more.
		for _, ps := range p.Report.Passages {
			for at := 0; ; {
				i := strings.Index(ps.Text[at:], "[^")
				if i < 0 {
					break
				}
				start := at + i
				at = start + 2
				for at < len(ps.Text) && (innerByte[ps.Text[at]] || ps.Text[at] == '_') {
					at++
				}
				where := ps.Span(start, min(at+1, len(ps.Text)))
				if at == start+2 || at >= len(ps.Text) || ps.Text[at] != ']' || p.Report.File.Slice(where) != ps.Text[start:at+1] || repeats(ps.Text[at+1:]) {
					continue
				}
				label := ps.Text[start+2 : at]
				p.Diagnose(lint.Diagnostic{Span: where, Message: fmt.Sprintf("the footnote %q is written nowhere", label), Hint: fmt.Sprintf("add a line `[^%s]: ...`", label)})
			}
		}
	},
}

// repeats reports whether a text begins with the sign that makes the bracket before it a part of a
// regular expression.
func repeats(s string) bool { return s != "" && strings.IndexByte("*+?{", s[0]) >= 0 }
