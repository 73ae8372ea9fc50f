package rules

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
)

var linkReferenceMissing = lint.Rule{
	Name:     "link-reference-missing",
	Summary:  "a link names a label that is defined nowhere, and is shown with its brackets",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if !bytes.Contains(p.Report.File.Text, []byte("][")) {
			return
		}
		var labels []string
		for _, ps := range p.Report.Passages {
			for at := 0; ; {
				i := strings.Index(ps.Text[at:], "][")
				if i < 0 {
					break
				}
				middle := at + i
				at = middle + 2
				open, shut := strings.LastIndexByte(ps.Text[:middle], '['), strings.IndexByte(ps.Text[at:], ']')
				if open < 0 || shut <= 0 {
					continue
				}
				text, label := ps.Text[open+1:middle], ps.Text[at:at+shut]
				where := ps.Span(open, at+shut+1)
				if p.Report.File.Slice(where) != ps.Text[open:at+shut+1] || label[0] == '^' {
					continue // brackets that are escaped stand for themselves
				}
				if labels == nil {
					labels = []string{}
					for _, d := range p.Report.Definitions() {
						labels = append(labels, strings.ToLower(d.Label))
					}
				}
				// "[INFO][main]" begins a line of a log: only the words of a sentence, or definitions
				// elsewhere, tell that a link was meant.
				if open > 0 && wordByte[ps.Text[open-1]] || len(labels) == 0 && (open == 0 || !strings.Contains(text, " ")) {
					continue
				}
				hint := fmt.Sprintf("add a line `[%s]: https://...`", label)
				if meant, ok := near.Match(strings.ToLower(label), labels[:min(len(labels), 100)]); ok {
					hint = fmt.Sprintf("did you mean %q?", meant)
				}
				p.Diagnose(lint.Diagnostic{Span: where, Message: fmt.Sprintf("the label %q is defined nowhere", label), Hint: hint})
				at += shut
			}
		}
	},
}
