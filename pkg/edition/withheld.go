package edition

import (
	"slices"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Divide gives the places of the report that an edition shows, in order, and the text of all others.
func Divide(r *report.Report) (public []source.Span, withheld []byte) {
	for _, f := range []report.Field[string]{r.Meta.CustomerTitle, r.Meta.Timezone} {
		if f.Written() {
			public = append(public, f.Span)
		}
	}
	for _, f := range r.Meta.Services {
		public = append(public, f.Span) // they are terms, or have a public name
	}
	if r.Doc != nil {
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
	}
	slices.SortFunc(public, func(a, b source.Span) int { return a.Start - b.Start })
	return public, withheldText(r, public)
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

// Public gives the places in the text of a report that an edition shows, in order: headings,
// paragraphs, code, rows of tables and link definitions.
func Public(r *report.Report) []source.Span {
	public, _ := Divide(r)
	return slices.DeleteFunc(public, func(s source.Span) bool { return r.Meta.Span.Contains(s) })
}

// LeftBehind gives the texts in public parts that an edition leaves out: comments, pictures, links
// into the repository.
func LeftBehind(r *report.Report) []string {
	var out []string
	for _, c := range r.Comments {
		out = append(out, c.Text)
	}
	if r.Doc == nil {
		return out
	}
	for i := range report.Inlines(r.Tree()) {
		switch i.Kind {
		case report.ImageInline:
			out = append(out, i.Text, i.Target)
		case report.LinkInline:
			if _, ok := released(i.Target); !ok {
				out = append(out, i.Target)
			}
		}
	}
	return out
}

// withheldText is the report with everything blanked that the edition shows.
func withheldText(r *report.Report, public []source.Span) []byte {
	text := append([]byte(nil), r.File.Text...)
	for _, s := range public {
		for i := s.Start; i < s.End && i < len(text); i++ {
			if text[i] != '\n' {
				text[i] = ' '
			}
		}
	}
	return text
}
