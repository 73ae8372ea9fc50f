package render

import "strings"

// outOfOrder reports whether the page has to be marked: the report is a draft, or checks found
// more than hints.
func (p *page) outOfOrder() bool {
	if p.draft() {
		return true
	}
	for _, f := range p.options.Findings {
		if f.Severity != "hint" {
			return true
		}
	}
	return false
}

func (p *page) draft() bool { return strings.EqualFold(p.report.Meta.Status.Value, "draft") }

// findings marks a page whose report is not in order, so that it is not taken for finished.
func (p *page) findings() {
	if !p.outOfOrder() {
		return
	}
	fs, draft := p.options.Findings, p.draft()
	p.raw(`<aside class="checks" aria-label="State of this report">`)
	switch {
	case draft && len(fs) == 0:
		p.raw("<p><strong>Draft.</strong> This report is not finished.</p>")
	default:
		p.raw("<details><summary><strong>")
		if draft {
			p.raw("Draft. ")
		}
		p.raw("Checks found ")
		p.text(tally(fs))
		p.raw("</strong></summary><ul>\n")
		for _, f := range fs {
			p.raw(`<li><span class="` + findingClass(f.Severity) + `">`)
			p.text(f.Severity)
			p.raw("</span> line ")
			p.int(f.Line)
			p.raw(": ")
			p.text(f.Message)
			p.raw(" <code>")
			p.text(f.Rule)
			p.raw("</code></li>\n")
		}
		p.raw("</ul></details>")
	}
	p.raw("</aside>\n")
}

func findingClass(severity string) string {
	switch severity {
	case "error", "warning":
		return severity
	}
	return "hint"
}
