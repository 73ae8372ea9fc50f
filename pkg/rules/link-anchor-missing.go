package rules

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/near"
)

var linkAnchorMissing = lint.Rule{
	Name:     "link-anchor-missing",
	Summary:  "a link leads to a place in the report that does not exist",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var anchors []string
		known := map[string]bool{}
		html, found := "", 0
		for _, l := range links(p, inReport) {
			fragment, ok := strings.CutPrefix(l.Target, "#")
			if !ok || strings.Trim(fragment, "#") == "" || l.Image || fragment == "top" || strings.HasPrefix(fragment, ":~:") {
				continue
			}
			if anchors == nil {
				anchors = p.Report.Anchors()
				for _, a := range anchors {
					known[letters(a)] = true
				}
				html = string(p.Report.File.Text)
				anchors = anchors[:min(len(anchors), 100)] // to look for what was meant
			}
			if key := letters(fragment); key == "" || known[key] || strings.Contains(fragment, "%") || placed(html, fragment) {
				continue
			}
			const most = 50 // to each the whole text is searched
			if found++; found > most {
				return
			}
			known[letters(fragment)] = true // once is enough
			d := lint.Diagnostic{Span: l.Span, Message: fmt.Sprintf("no heading of this report has the anchor %q", "#"+fragment), Hint: "link to a heading in lower case with hyphens for blanks: `#corrective-actions`"}
			if meant, ok := near.Match(fragment, anchors); ok && meant != "" {
				d.Hint = "did you mean " + `"#` + meant + `"?`
			}
			p.Diagnose(d)
		}
	},
}

// letters is an anchor without what Git hosts and site generators treat differently: case, hyphens
// in a row, emoji that left a hyphen behind.
func letters(anchor string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, anchor)
}

// placed reports whether something other than a heading has the name: `<a name="x">`, `id=x`,
// `{#x}`.
func placed(text, fragment string) bool {
	for _, before := range []string{`"`, `'`, "=", "{#", "{: #"} {
		if strings.Contains(text, before+fragment) {
			return true
		}
	}
	return false
}
