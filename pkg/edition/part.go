package edition

import "github.com/openpostmortem/postmortem/pkg/report"

// part is the public content of one section.
type part struct {
	section *report.Section
	heading *report.Block
	blocks  []*report.Block
}

// add puts a list of entries behind the others: what parted two of them in the report may be withheld.
func (p *part) add(list *report.Block) {
	if n := len(p.blocks); n > 0 && follows(p.blocks[n-1], list) {
		p.blocks[n-1].Children = append(p.blocks[n-1].Children, list.Children...)
		return
	}
	p.blocks = append(p.blocks, list)
}

// follows reports whether two lists that stand below each other are one to a reader.
func follows(a, b *report.Block) bool {
	return a.Kind == report.ListBlock && b.Kind == report.ListBlock && a.Start == 0 && b.Start == 0
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
			return s, &report.Block{Kind: report.HeadingBlock, Level: 2, Inlines: plain(text)}
		}
	}
	return nil, nil
}

var headings = map[report.Kind]string{
	report.Summary: "Summary", report.CustomerSummary: "Summary", report.Impact: "Impact", report.TimelineKind: "Timeline",
	report.Detection: "Detection", report.Response: "Response", report.Resolution: "Resolution", report.Causes: "Cause",
	report.Trigger: "Trigger", report.Lessons: "What we learned", report.WentWell: "What went well",
	report.WentPoorly: "What went poorly", report.ActionsKind: "What we are doing", report.Background: "Background",
}
