package edition

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Division is a report divided into what its edition shows and all the rest.
type Division struct {
	Shown    []source.Span // places in the report, in order, none of which overlap
	Withheld []byte        // the report with blanks in all places that are shown
	Beside   []string      // what stands inside a shown text and is left out of it: paths of pictures, titles of links; and footnotes
}

// Divide cuts a report and gives what was copied, and what was not: whatever an edition does not show is
// withheld, also the columns of a public row and the end of a public line.
func Divide(r *report.Report, names Names) Division {
	var d Division
	for _, f := range []report.Field[string]{r.Meta.CustomerTitle, r.Meta.Timezone, r.Meta.Language, r.Meta.CustomerLanguage} {
		if f.Written() {
			d.Shown = append(d.Shown, f.Span)
		}
	}
	for _, f := range r.Meta.Services {
		d.Shown = append(d.Shown, f.Span) // they are terms, or have a public name
	}
	if r.Doc != nil {
		c, _, _ := copyPublic(r, names)
		d.Shown, d.Beside = append(d.Shown, c.shown...), append(c.beside, footnotes(r.Tree())...)
	}
	never := r.Raw()
	for _, c := range r.Comments {
		never = append(never, c.Span)
	}
	d.Shown = without(joined(d.Shown), joined(never))
	d.Withheld = append(d.Withheld, r.File.Text...)
	for _, s := range d.Shown {
		for i := s.Start; i < s.End && i < len(d.Withheld); i++ {
			if d.Withheld[i] != '\n' {
				d.Withheld[i] = ' '
			}
		}
	}
	return d
}

// footnotes gives the texts of footnotes and where their links lead. They are told by their text, since the
// place of a block beside them may reach over them.
func footnotes(blocks []*report.Block) (out []string) {
	for _, b := range blocks {
		if b.Kind != report.FootnoteBlock {
			continue
		}
		for _, p := range b.Children {
			out = append(out, report.PlainText(p.Inlines)+p.Code)
		}
		for i := range report.Inlines(b.Children) {
			out = append(out, i.Target, i.Title)
		}
	}
	return out
}

// joined puts spans in order, and makes one of those that overlap.
func joined(spans []source.Span) []source.Span {
	slices.SortFunc(spans, func(a, b source.Span) int { return a.Start - b.Start })
	var out []source.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// without cuts spans out of others. Both are in order, and none overlap.
func without(spans, gone []source.Span) []source.Span {
	var out []source.Span
	for _, s := range spans {
		for len(gone) > 0 && gone[0].End <= s.Start {
			gone = gone[1:]
		}
		for _, g := range gone {
			if g.Start >= s.End {
				break
			}
			if g.Start > s.Start {
				out = append(out, source.Span{Start: s.Start, End: g.Start})
			}
			s.Start = max(s.Start, g.End)
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// Shown gives the places of a report that its edition copies, in order and none of which overlap, as if each of its services
// had a public name.
func Shown(r *report.Report) []source.Span {
	if r.Doc == nil {
		return nil
	}
	named := Names{}
	for _, s := range r.Meta.Services {
		named[s.Value] = s.Value
	}
	c, _, _ := copyPublic(r, named)
	return joined(c.shown)
}

// Public gives the places in the text of a report that are for customers, in order: headings, paragraphs,
// code, rows of tables and link definitions, each as a whole, whatever of it an edition leaves out.
func Public(r *report.Report) []source.Span {
	if r.Doc == nil {
		return nil
	}
	var public []source.Span
	tree := r.Tree()
	a := marksOf(r, tree)
	var walk func([]*report.Block)
	walk = func(blocks []*report.Block) {
		for _, b := range blocks {
			switch b.Kind {
			case report.HeadingBlock, report.ParagraphBlock, report.CodeBlock, report.RowBlock:
				if a.allows(b.Span) {
					public = append(public, b.Span)
					continue
				}
				public = append(public, a.entries(r, b)...)
			}
			walk(b.Children)
		}
	}
	walk(tree)
	if len(a.public) > 0 {
		definitions, _ := a.definitions(r)
		for _, d := range definitions {
			public = append(public, d.Span) // where the links of public parts lead
		}
	}
	slices.SortFunc(public, func(a, b source.Span) int { return a.Start - b.Start })
	return public
}

// entries gives the public entries of a paragraph that is not public as a whole.
func (a *audience) entries(r *report.Report, b *report.Block) (out []source.Span) {
	for _, e := range r.Timeline.Events {
		if b.Kind == report.ParagraphBlock && b.Span.Contains(source.Span{Start: e.At.Start, End: e.At.End}) {
			if part := entryIn(r, b.Span, e.At.Start); part != b.Span && a.allows(part) {
				out = append(out, part)
			}
		}
	}
	return out
}
