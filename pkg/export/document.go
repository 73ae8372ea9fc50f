package export

import (
	"slices"
	"strings"
	"unicode"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// document is an edition as people read it, whatever the form: the title, what is known at a glance, the
// text, the figures.
type document struct {
	title    string
	language string // a tag of BCP 47
	glance   []fact
	blocks   []*report.Block
	figures  []fact
}

// newDocument puts the times of the timeline into the zones that are asked for, and takes from the
// text what nobody sees.
func newDocument(e *edition.Edition, o Options) *document {
	d := &document{title: clean(e.Report.Title.Value), language: e.Report.Language(), glance: glanceOf(e.Report, o)}
	if !o.HideFigures {
		d.figures = figuresOf(e.Report)
	}
	told := report.Parse(source.New("", retold(e.Report, o.Zone)))
	d.blocks = told.Tree()
	tidy(d.blocks)
	return d
}

// listed is facts as blocks: a heading and a list.
func listed(heading string, facts []fact) []*report.Block {
	if len(facts) == 0 {
		return nil
	}
	list := &report.Block{Kind: report.ListBlock}
	for _, f := range facts {
		in := []report.Inline{{Kind: report.StrongInline, Children: words(f.name)}}
		list.Children = append(list.Children, &report.Block{Kind: report.ItemBlock, Children: []*report.Block{
			{Kind: report.ParagraphBlock, Inlines: append(in, words(": "+f.text())...)}}})
	}
	return []*report.Block{{Kind: report.HeadingBlock, Level: 2, Inlines: words(heading)}, list}
}

// all is everything below the title.
func (d *document) all() []*report.Block {
	return append(listed("At a glance", d.glance), d.text()...)
}

// text is what stands below the glance.
func (d *document) text() []*report.Block {
	return slices.Concat(d.blocks, listed("In figures", d.figures))
}

func words(s string) []report.Inline { return []report.Inline{{Kind: report.TextInline, Text: s}} }

// tidy cleans every text of the blocks.
func tidy(blocks []*report.Block) {
	for _, b := range blocks {
		b.Code = clean(b.Code)
		tidyInlines(b.Inlines)
		tidy(b.Children)
	}
}

func tidyInlines(in []report.Inline) {
	for i := range in {
		in[i].Text = clean(in[i].Text)
		tidyInlines(in[i].Children)
	}
}

// clean takes out the characters that no reader sees and that make a text another one than it looks:
// controls, marks of direction, blanks of no width. The two joiners stay, for some scripts and many
// pictographs are spelt with them.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == 0x200C || r == 0x200D:
			return r
		case r == '\r' || r == 0x2028 || r == 0x2029:
			return '\n'
		case r == unicode.ReplacementChar || r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF:
			return unicode.ReplacementChar
		case unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == 0x034F || r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0:
			return -1
		}
		return r
	}, s)
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
