package edition

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// cutter copies the public blocks of a report.
type cutter struct {
	report   *report.Report
	audience *audience
	names    Names // the services' public names
	left     []Withheld
	shown    []source.Span        // what is copied
	beside   []string             // what is left out of a text that is copied
	stamps   []string             // how the times of the report's events are told, see tell
	decided  bool                 // times are told in UTC
	titled   report.Field[string] // the title heading, if it is public
}

// document copies what is public, section by section.
func (c *cutter) document(tree []*report.Block) []*report.Block {
	var parts []*part
	at := map[*report.Section]*part{}
	entries := c.entries()
	for _, b := range tree {
		p := at[b.Section]
		if p == nil {
			p = &part{section: b.Section}
			at[b.Section] = p
			parts = append(parts, p)
		}
		timed := b.Section.Within(report.TimelineKind)
		switch {
		case (timed || b.Section.Within(report.ActionsKind)) && entries.hold(b):
			p.blocks = append(p.blocks, c.introduction(b)...)
			if list := entries.list(b, tree); list != nil {
				p.add(list)
			}
		case timed && c.decided && (b.Kind == report.HeadingBlock || b.Kind == report.ParagraphBlock) && dates(b):
			if b.Kind == report.ParagraphBlock && c.audience.allows(b.Span) {
				c.leave(b.Span, "the paragraph that says in which zone the times are: customers read them in UTC", "")
			}
		case b.Kind == report.HeadingBlock:
			p.heading = c.heading(b)
		default:
			p.blocks = append(p.blocks, c.filter(b)...)
		}
	}
	return c.arranged(parts)
}

// heading copies a public heading. The title is told apart: it heads the edition.
func (c *cutter) heading(b *report.Block) *report.Block {
	if !c.audience.allows(b.Span) {
		return nil
	}
	c.show(b.Span)
	if b.Level == 1 {
		c.titled = report.Field[string]{Value: report.PlainText(c.inlines(b.Inlines)), Span: b.Span}
		return nil
	}
	return &report.Block{Kind: report.HeadingBlock, Level: b.Level, Inlines: c.inlines(b.Inlines)}
}

// filter copies the public parts of a block. Containers are entered; a block of text is copied whole
// or not at all. The name of a code block's language stays behind: its readers do not see it.
func (c *cutter) filter(b *report.Block) []*report.Block {
	copied := &report.Block{Kind: b.Kind, Level: b.Level, Code: b.Code, Note: b.Note}
	switch b.Kind {
	case report.ListBlock, report.ItemBlock, report.QuoteBlock:
		if !c.audience.touches(b.Span) {
			return nil
		}
		for _, child := range b.Children {
			if b.Kind == report.ItemBlock && child.Kind == report.ParagraphBlock && c.audience.allows(child.Span) && !c.namesNone(report.PlainText(child.Inlines), child.Span) {
				return nil // what stands below it may speak of the same
			}
			for _, part := range c.filter(child) {
				copied.Children = append(copied.Children, lifted(b, part)...)
			}
		}
		if len(copied.Children) == 0 {
			return nil
		}
		switch {
		case b.Kind == report.ListBlock:
			copied.Start = copied.Children[0].Start
		case b.Kind == report.ItemBlock && c.audience.allows(b.Children[0].Span):
			copied.Start, copied.Task = c.number(b), b.Task
		}
		return []*report.Block{copied}
	case report.TableBlock:
		return c.table(b, copied)
	case report.ParagraphBlock, report.CodeBlock, report.RuleBlock:
		if !c.audience.allows(b.Span) {
			return nil
		}
		copied.Inlines = c.inlines(b.Inlines)
		c.show(b.Span)
		if b.Kind == report.ParagraphBlock && strings.TrimSpace(report.PlainText(copied.Inlines)) == "" {
			return nil
		}
		return []*report.Block{copied}
	}
	return nil
}

// number is what stands in front of a list's item, 0 for a bullet. A list counts on from that of the first item
// that is shown: where it begins in the report may be a withheld line.
func (c *cutter) number(item *report.Block) int {
	text := c.report.File.Slice(item.Span)
	n, _ := strconv.Atoi(text[:len(text)-len(strings.TrimLeft(text, "0123456789"))])
	return n
}

// lifted gives what stands in a container for one of its parts: of an item whose own text is withheld,
// the items of the lists in it.
func lifted(in, part *report.Block) []*report.Block {
	isList := func(b *report.Block) bool { return b.Kind == report.ListBlock }
	if in.Kind != report.ListBlock || !isList(part.Children[0]) {
		return []*report.Block{part}
	}
	var out []*report.Block
	for _, b := range part.Children {
		if !isList(b) {
			b = &report.Block{Children: []*report.Block{{Kind: report.ItemBlock, Children: []*report.Block{b}}}}
		}
		out = append(out, b.Children...)
	}
	return out
}

// inlines copies text. Images stay behind: their bytes cannot be searched for what they show. So do
// footnotes, which stand far from what marks them.
func (c *cutter) inlines(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, i := range in {
		switch i.Kind {
		case report.ImageInline:
			c.leave(i.Span, "an image is never released, for what it shows cannot be checked", "say in the text what it shows")
			if _, ok := released(i.Target); !ok { // what it is called is public, and a path in the repository is not
				c.beside = append(c.beside, i.Target)
			}
			continue
		case report.NoteInline:
			c.leave(i.Span, "a footnote is never released", "write what it says into the text")
			continue
		case report.TextInline:
			i.Text = c.unsigned(undefinedNote().ReplaceAllString(i.Text, ""), i.Span)
		case report.CodeInline, report.BreakInline:
		case report.LinkInline:
			_, ok := released(i.Target)
			if !ok && !strings.HasPrefix(i.Target, "#") { // which leads to a heading
				c.beside = append(c.beside, i.Target)
			} else if ok {
				c.showAddress(i)
			}
			c.beside = append(c.beside, i.Title)
			if i.Children = c.inlines(i.Children); report.PlainText(i.Children) == "" {
				continue // it was around an image
			}
			if !ok {
				c.leave(i.Span, "the link to "+strconv.Quote(i.Target)+", which leads to no public page; its text stays", "write the whole address of a public page, or leave the link out")
			} else if i.Title != "" {
				c.leave(i.Span, "the title "+strconv.Quote(i.Title)+" of the link", "write what it says into the text")
			}
		case report.EmphasisInline, report.StrongInline, report.StruckInline:
			i.Children = c.inlines(i.Children)
		default:
			continue
		}
		out = append(out, i)
	}
	return unbracketed(out)
}

// undefinedNote is a footnote's mark without a footnote. It is taken out as one with a footnote is:
// whether a withheld part defines it must not show.
var undefinedNote = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[\^[^\]\s]+\]`) })

// sign is the name of a pictograph, which some hosts show as one and all others as it is written.
var sign = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[\s(])(:[a-z][a-z0-9_+-]+:)($|[\s).,!?])`)
})

// unsigned takes the names of pictographs out of a text.
func (c *cutter) unsigned(text string, at source.Span) string {
	for strings.Count(text, ":") > 1 {
		m := sign().FindStringSubmatch(text)
		if m == nil {
			break
		}
		c.leave(at, strconv.Quote(m[2])+", which is a picture on some pages and a word in colons on others", "write the character itself")
		text = strings.Replace(text, m[0], strings.TrimRight(m[1], " ")+m[3], 1)
	}
	return text
}

// leaveDrafts tells the author of the sections that seem to be for customers by their names, and are not public.
func (c *cutter) leaveDrafts() {
	for _, s := range c.report.Sections {
		if s.Heading.Written() && !c.audience.allows(s.Heading.Span) && forCustomers().MatchString(s.Heading.Value) {
			c.leave(s.Heading.Span, "the section "+strconv.Quote(s.Heading.Value), "make it a heading that is \"Customer summary\" and nothing else, or put <!-- public --> at its end, to release it")
		}
	}
}

var forCustomers = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:customer|public|external|customer.facing) summary\b|\bsummary for customers\b`)
})

// show notes what of the report is copied.
func (c *cutter) show(at ...source.Span) { c.shown = append(c.shown, at...) }

// showAddress notes that it is shown where a link leads. What stands behind its text is no part of an entry's.
func (c *cutter) showAddress(link report.Inline) {
	if n := strings.LastIndex(c.report.File.Slice(link.Span), "]("); n >= 0 {
		c.show(source.Span{Start: link.Span.Start + n, End: link.Span.End})
	}
	for _, d := range c.report.Definitions() {
		if d.Label == link.Label && link.Label != "" {
			c.show(d.Span)
		}
	}
}

func (c *cutter) leave(at source.Span, reason, advice string) {
	c.left = append(c.left, Withheld{at, reason, advice})
}

// leaveRaw tells the author of the HTML in public parts.
func (c *cutter) leaveRaw() {
	for _, at := range c.report.Raw() {
		marked := slices.ContainsFunc(c.audience.flaws, func(f Withheld) bool { return at.Contains(f.Span) })
		if c.audience.allows(at) && !marked {
			c.leave(at, "HTML is never released", "write it in Markdown")
		}
	}
}

// leaveNotes tells the author of the comments in public parts that say their text is not settled.
func (c *cutter) leaveNotes() {
	for i := range c.report.Comments {
		n := &c.report.Comments[i]
		if meant(strings.ToLower(n.Text)) == "" && c.audience.besidePublic(c.report, n) && (len(Notes(n.Text)) > 0 || NotForCustomers(n.Text, true) != "" || unsettled().MatchString(n.Text)) {
			c.leave(n.Span, "the comment "+strconv.Quote(n.Text)+" at a public part stays behind", "settle what it says before customers read the part")
		}
	}
}

var unsettled = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:todo|fixme|tbd|tbc|draft|wip)\b`)
})

func plain(s string) []report.Inline { return []report.Inline{{Kind: report.TextInline, Text: s}} }

// Untitled is the title of an edition whose report states none for customers.
const Untitled = "Incident report"

// title is what the edition is called: the front matter's customer title, the title heading if it is
// marked public, or else a plain word.
func (c *cutter) title() string {
	return cmp.Or(c.report.Meta.CustomerTitle.Value, strings.TrimSpace(c.titled.Value), Untitled)
}

// language is the tag of the edition's language, empty if it is English and nobody says anything.
func (c *cutter) language() string {
	if tag := c.report.CustomerLanguage(); c.report.Meta.Language.Written() || c.report.Language() != "en" || tag != "en" {
		return tag
	}
	return ""
}

func (c *cutter) zone() string {
	return cmp.Or(c.report.Meta.Timezone.Value, c.report.Timeline.Zone.Value)
}

func (c *cutter) withheld() []Withheld {
	out := append(c.audience.flaws, c.left...)
	slices.SortStableFunc(out, func(a, b Withheld) int { return a.Span.Start - b.Span.Start })
	return out
}
