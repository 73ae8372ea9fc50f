package edition

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// part is the public content of one section.
type part struct {
	section *report.Section
	heading *report.Block
	blocks  []*report.Block
}

// arranged puts the parts of a report in the order in which customers read them, each below its heading. What they
// are told first leads, wherever the report has it: writers add it at the end of what the engineers left. A text whose
// heading is withheld does not fall to the part above it, and of two parts under the same heading one bears it.
func (c *cutter) arranged(parts []*part) []*report.Block {
	slices.SortStableFunc(parts, func(a, b *part) int { return c.rank(a.section) - c.rank(b.section) })
	var out []*report.Block
	var under *report.Section // whose heading was written last
	var over string           // that heading
	for i, p := range parts {
		if p.heading == nil && len(p.blocks) == 0 || p.heading != nil && !filled(parts[i:]) {
			continue
		}
		of, h := p.named()
		if h == nil && under != nil && c.rank(p.section) > 0 {
			of, h = p.section, plainHeading("Details")
		}
		same := h != nil && report.PlainText(h.Inlines) == over
		if h != nil && !same && (p.heading != nil || !partOf(under, of)) {
			out = append(out, h)
			over = report.PlainText(h.Inlines)
		} else if n := len(out); n > 0 && len(p.blocks) > 0 && follows(out[n-1], p.blocks[0]) {
			out[n-1].Children = append(out[n-1].Children, p.blocks[0].Children...)
			p.blocks = p.blocks[1:]
		}
		if h != nil {
			under = of
		}
		out = append(out, p.blocks...)
	}
	return out
}

// rank orders what customers read: what stands below the title, the summary written for them, any other summary, the rest.
func (c *cutter) rank(s *report.Section) int {
	if s.Kind == report.Other && (s.Level == 0 || s == c.head()) {
		return 0
	}
	for at := s; at != nil; at = at.Parent {
		switch at.Kind {
		case report.CustomerSummary:
			return 1
		case report.Summary:
			return 2
		}
	}
	return 3
}

// head is the section of the title, or nil.
func (c *cutter) head() *report.Section {
	for _, s := range c.report.Sections {
		if s.Level == 1 {
			return s
		}
	}
	return nil
}

// add puts a list of entries behind the others: what parted two of them in the report may be withheld.
func (p *part) add(list *report.Block) {
	if n := len(p.blocks); n > 0 && follows(p.blocks[n-1], list) {
		p.blocks[n-1].Children = append(p.blocks[n-1].Children, list.Children...)
		return
	}
	p.blocks = append(p.blocks, list)
}

// partOf reports whether a section is, or stands in, another.
func partOf(s, in *report.Section) bool {
	for ; s != nil; s = s.Parent {
		if s == in {
			return true
		}
	}
	return false
}

// filled reports whether a section or one of its subsections, which follow it, has content.
func filled(parts []*part) bool {
	for i, p := range parts {
		if i > 0 && p.section.Level <= parts[0].section.Level {
			return false
		}
		if len(p.blocks) > 0 {
			return true
		}
	}
	return false
}

// named is the heading under which a section's public content stands, and whose it is: its own if that
// is public, else the plain name of its kind or of the kind of what it is a part of.
func (p *part) named() (*report.Section, *report.Block) {
	if p.heading != nil && p.section.Kind != report.CustomerSummary { // to its readers it is the summary
		return p.section, p.heading
	}
	for s := p.section; s != nil; s = s.Parent {
		if text := headings[s.Kind]; text != "" {
			return s, plainHeading(text)
		}
	}
	return nil, nil
}

func plainHeading(text string) *report.Block {
	return &report.Block{Kind: report.HeadingBlock, Level: 2, Inlines: plain(text)}
}

var headings = map[report.Kind]string{
	report.Summary: "Summary", report.CustomerSummary: "Summary", report.Impact: "Impact", report.TimelineKind: "Timeline",
	report.Detection: "Detection", report.Response: "Response", report.Resolution: "Resolution", report.Causes: "Cause",
	report.Trigger: "Trigger", report.Lessons: "What we learned", report.WentWell: "What went well",
	report.WentPoorly: "What went poorly", report.ActionsKind: "What we are doing", report.Background: "Background",
}
