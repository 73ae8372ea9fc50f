package edition

import (
	"bytes"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// divide gives the places of the report that an edition shows, in order, and the text of all others.
func divide(r *report.Report) (public []source.Span, withheld []byte) {
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
				}
				walk(b.Children)
			}
		}
		walk(tree)
	}
	slices.SortFunc(public, func(a, b source.Span) int { return a.Start - b.Start })
	return public, withheldText(r, public)
}

// Public gives the places in the text of a report that an edition shows, in order: headings,
// paragraphs, code and rows of tables.
func Public(r *report.Report) []source.Span {
	public, _ := divide(r)
	return slices.DeleteFunc(public, func(s source.Span) bool { return r.Meta.Span.Contains(s) })
}

// leftBehind gives the texts in public parts that an edition leaves out: comments, pictures, links
// into the repository.
func leftBehind(r *report.Report) []string {
	var out []string
	for _, c := range r.Comments {
		out = append(out, c.Text)
	}
	if r.Doc == nil {
		return out
	}
	each(r.Tree(), func(in []report.Inline) []report.Inline {
		for _, i := range in {
			switch i.Kind {
			case report.ImageInline:
				out = append(out, i.Text, i.Target)
			case report.LinkInline:
				if _, ok := released(i.Target); !ok {
					out = append(out, i.Target)
				}
			}
		}
		return in
	})
	return out
}

// locate finds where the report's public parts say what must not be released, by squeezed text.
func (g *Guard) locate(r *report.Report, public []source.Span) map[string]source.Span {
	shown := bytes.Repeat([]byte("\n"), len(r.File.Text)) // line ends keep two parts apart
	for _, s := range public {
		copy(shown[s.Start:s.End], r.File.Text[s.Start:s.End])
	}
	origins := map[string]source.Span{}
	for _, f := range g.scan(shown) {
		// The front matter names a service; a public part that does too is what has to change.
		if key := squeezeKey(f.text); origins[key].IsZero() || r.Meta.Span.Contains(origins[key]) {
			origins[key] = source.Span{Start: f.start, End: f.end}
		}
	}
	return origins
}
