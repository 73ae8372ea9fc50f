package rules

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

const longLog = 40 // lines: about a page

var textLogPasted = lint.Rule{
	Name:     "text-log-pasted",
	Summary:  "a page of a log or of code stands among the text",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if bytes.Count(p.Report.File.Text, []byte("\n")) < longLog {
			return
		}
		for _, b := range codeBlocks.Of(p) {
			if n := strings.Count(b.Code, "\n"); n >= longLog && !b.Section.Within(report.Supporting) {
				p.Diagnose(lint.Diagnostic{Span: source.Span{Start: b.Span.Start, End: p.Report.File.Line(p.Report.File.LineAt(b.Span.Start)).End}, Message: fmt.Sprintf("%d lines of a log or of code stand here", n), Hint: "keep the lines that show the fault, and link to the rest"})
			}
		}
	},
}

// codeBlocks are the blocks of code of a report, wherever they stand.
var codeBlocks = lint.NewMemo(func(p *lint.Pass) []*report.Block {
	var out []*report.Block
	var walk func([]*report.Block)
	walk = func(blocks []*report.Block) {
		for _, b := range blocks {
			if b.Kind == report.CodeBlock {
				out = append(out, b)
			}
			walk(b.Children)
		}
	}
	walk(p.Report.Tree())
	return out
})

// inCode reports whether a place lies in a block of code.
func inCode(p *lint.Pass, at source.Span) bool {
	for _, b := range codeBlocks.Of(p) {
		if b.Span.Overlaps(at) {
			return true
		}
	}
	return false
}
