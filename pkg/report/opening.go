package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// openingLine takes the title of a report from a first line of its own: one in bold, or, where no heading follows, a short
// one.
func (c *cutter) openingLine(headless bool) {
	p := c.r.Doc.FirstChild()
	if p == nil || p.Kind() != ast.KindParagraph || p.NextSibling() == nil || p.Lines().Len() != 1 || len(c.r.Sections[0].Nodes) == 0 || c.r.Sections[0].Nodes[0] != p {
		return
	}
	text := c.r.withCode(newPassage(c.r.File, p))
	line := strings.TrimSpace(text.Text)
	if line == "" || len(line) > 80 || strings.ContainsAny(line[len(line)-1:], ".:,;") {
		return
	}
	bold, _ := p.FirstChild().(*ast.Emphasis)
	whole := bold != nil && bold.Level == 2 && bold.NextSibling() == nil
	what, _, labelled := strings.Cut(line, ": ")
	if whole || headless && c.plain && (!labelled || incidentWords()[strings.ToLower(what)] || reportWords[headingKey(what)]) {
		c.r.Title = text.field(0, len(text.Text))
	}
}

// isTitle reports whether a heading names the report and not a part of it.
func (c *cutter) isTitle(s *Section) bool {
	if c.titled || s.Level > 1 && (c.tops > 0 || len(c.r.Sections) > 2 || c.r.Meta.Title.Written()) {
		return false
	}
	_, stamped := moment.Read(s.Heading.Value)
	named := s.sure == exact || s.sure == fallback || s.Level > 1 && s.sure != unnamed
	if named && (s.Level > 1 || c.tops > 1) || stamped && s.Level > 1 {
		return false
	}
	c.titled = true
	c.r.Title = s.Heading
	return true
}

// reportWords are what a title may begin with, before a colon.
var reportWords = map[string]bool{"postmortem": true, "post mortem": true, "incident report": true, "post incident review": true, "root cause analysis": true, "rca": true}
