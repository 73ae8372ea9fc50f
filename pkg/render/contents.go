package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// idPrefix stands before every id that is made from a report's words, so that none can take the
// name of something else in a page that this one is put into.
const idPrefix = "s-"

// anchors gives every section its id and its level on the page.
type anchors struct {
	heads map[*ast.Heading]head
	list  []head // those that are shown, in order
	known map[string]bool
}

// head is a heading on the page.
type head struct {
	section *report.Section
	id      string // with the prefix
	level   int    // 2 to 6: the page's title is the only 1, and no level is skipped
}

func newAnchors(r *report.Report) *anchors {
	a := &anchors{heads: map[*ast.Heading]head{}, known: map[string]bool{}}
	if r.Doc == nil {
		return a
	}
	levels := map[*report.Section]int{nil: 1}
	slugs := r.Anchors()
	i := 0
	for n := r.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			continue
		}
		for i++; i < len(r.Sections) && (r.Sections[i].Level == 0 || r.Sections[i].Label); i++ {
		}
		if i >= len(r.Sections) {
			break
		}
		s := r.Sections[i]
		level := min(levels[s.Parent]+1, 6)
		if isTitle(r, s) {
			level = 1
		}
		levels[s] = level
		a.known[slugs[i]] = true
		hd := head{s, idPrefix + slugs[i], level}
		a.heads[h] = hd
		if level > 1 && s.Heading.Value != "" {
			a.list = append(a.list, hd)
		}
	}
	return a
}

// isTitle reports whether a heading says the title, which the page shows at its top.
func isTitle(r *report.Report, s *report.Section) bool {
	return s.Level == 1 && s.Parent == nil && s.Heading.Value != "" && s.Heading.Value == r.Title.Value && s == firstHeading(r)
}

func firstHeading(r *report.Report) *report.Section {
	for _, s := range r.Sections {
		if s.Level > 0 {
			return s
		}
	}
	return nil
}

// target gives the id that a link within the report means.
func (a *anchors) target(fragment string) string {
	if lower := strings.ToLower(fragment); a.known[lower] {
		fragment = lower
	}
	return idPrefix + fragment
}

// contents writes the table of contents twice, of which the style shows one: beside the text where
// there is room, else folded above it.
func (p *page) contents() {
	if len(p.anchors.list) < 3 {
		p.raw(`<div class="side"></div>`)
		return
	}
	p.raw(`<nav class="side" aria-label="Contents"><p class="contents-title">Contents</p>`)
	p.contentsList()
	p.raw("</nav>\n")
}

func (p *page) foldedContents() {
	if len(p.anchors.list) < 3 {
		return
	}
	p.raw(`<nav class="folded" aria-label="Contents"><details><summary>Contents</summary>`)
	p.contentsList()
	p.raw("</details></nav>\n")
}

func (p *page) contentsList() {
	p.raw("<ul>")
	for _, h := range p.anchors.list {
		if h.level > 3 {
			continue
		}
		p.raw("<li")
		if h.level == 3 {
			p.raw(` class="sub"`)
		}
		p.raw("><a")
		p.attr("href", "#"+h.id)
		p.raw(">")
		p.text(h.section.Heading.Value)
		p.raw("</a></li>\n")
	}
	p.raw("</ul>")
}
