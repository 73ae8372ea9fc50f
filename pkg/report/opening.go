package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// openingLine takes the title of a report from a first line of its own: one in bold, a heading in HTML, or, where no
// heading follows, a short one.
func (c *cutter) openingLine(headless bool) {
	p := c.r.Doc.FirstChild()
	switch {
	case p == nil || p.NextSibling() == nil && len(c.r.Sections) == 1:
		return
	case p.Kind() == ast.KindHTMLBlock:
		c.htmlTitle(c.r.SpanOf(p))
		return
	case p.Kind() != ast.KindParagraph || len(c.r.Sections[0].Nodes) == 0 || c.r.Sections[0].Nodes[0] != p:
		return
	}
	if p.Lines().Len() > 1 && !(headless && len(c.r.Sections) > 1 && c.r.SpanOf(p).Contains(c.r.Sections[1].Heading.Span)) {
		return // a paragraph, unless a name of a section is one of its lines
	}
	text := c.r.withCode(newPassage(c.r.File, p))
	end := endOfLine(text.Text, 0)
	line := strings.TrimSpace(text.Text[:end])
	if line == "" || len(line) > 80 || strings.ContainsAny(line[len(line)-1:], ".:,;") {
		return
	}
	bold, _ := p.FirstChild().(*ast.Emphasis)
	whole := bold != nil && bold.Level == 2 && bold.NextSibling() == nil
	what, _, labelled := strings.Cut(line, ": ")
	if whole || headless && c.plain && (!labelled || IncidentWords.Has(strings.ToLower(what)) || reportWords[HeadingKey(what)]) {
		c.r.Title = text.field(0, end)
	}
}

// htmlTitle takes what <h1> holds, if it is text and no more.
func (c *cutter) htmlTitle(block source.Span) {
	html := c.r.File.Slice(block)
	open := strings.Index(html, "<h1")
	if open < 0 {
		return
	}
	from := strings.IndexByte(html[open:], '>')
	if from < 0 {
		return
	}
	from += open + 1
	if n := strings.IndexByte(html[from:], '<'); n > 0 && strings.HasPrefix(html[from+n:], "</h1>") {
		if text := strings.TrimSpace(html[from : from+n]); text != "" {
			at := block.Start + from + strings.Index(html[from:], text)
			c.r.Title = Field[string]{strings.Join(strings.Fields(text), " "), source.Span{Start: at, End: at + len(text)}}
		}
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

// IncidentWords are what people call the whole of what happened.
var IncidentWords = prose.SetOf("outage downtime incident disruption interruption unavailability blackout")
