package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// countLabels counts the items of a list that name sections.
func (c *cutter) countLabels(list ast.Node) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if _, s := c.itemLabel(item); s != nil {
			c.named++
			c.whole = c.whole || s.Kind == TimelineKind || s.Kind == ActionsKind
		}
	}
}

// listed reports whether lists name sections here: two names make a report without headings, three
// with a timeline or actions among them one whose headings come later.
func (c *cutter) listed() bool {
	return c.plain && c.named > 1 || c.whole && c.named > 2
}

// listLabels opens the sections that the items of a list name in bold, for reports that are one long
// list: "- **Impact**: ...", "- **Key events**" with a list inside. It reports whether it did.
func (c *cutter) listLabels(list ast.Node) bool {
	if !c.holdsLabel(list) {
		return false
	}
	c.itemLabels(list)
	return true
}

func (c *cutter) itemLabels(list ast.Node) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		body, s := c.itemLabel(item)
		if s == nil {
			c.cur.Nodes = append(c.cur.Nodes, item)
		} else {
			c.open(s, c.r.lineStart(item.Pos()), body)
		}
		for n := item.FirstChild(); n != nil; n = n.NextSibling() {
			if n.Kind() == ast.KindList && c.holdsLabel(n) {
				c.itemLabels(n)
			} else if s != nil {
				c.cur.Nodes = append(c.cur.Nodes, n)
			}
		}
	}
}

func (c *cutter) holdsLabel(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if _, s := c.itemLabel(item); s != nil {
			return true
		}
	}
	return false
}

// itemLabel is the section that a list item names, and where the section's text begins; nil if it
// names none.
func (c *cutter) itemLabel(item ast.Node) (int, *Section) {
	first := item.FirstChild()
	if first == nil || first.Kind() != ast.KindTextBlock && first.Kind() != ast.KindParagraph {
		return 0, nil
	}
	line := first.Lines().At(0)
	name, end, bold := labelAt(line.Value(c.r.File.Text))
	if !bold || name.Len() == 0 {
		return 0, nil
	}
	at := source.Span{Start: name.Start + line.Start, End: name.End + line.Start}
	text := c.r.File.Slice(at)
	kind, sure := kindOf(text)
	s := &Section{Level: c.labelLevel(), Label: true, Heading: Field[string]{cleanHeading(text), at}, Kind: kind, sure: sure}
	if kind == Other || s.inParent() == Other {
		return 0, nil
	}
	body := line.Start + end
	if strings.TrimSpace(c.r.File.Slice(source.Span{Start: body, End: line.Stop})) == "" {
		body = c.r.nextLine(line.Start)
	}
	return body, s
}
