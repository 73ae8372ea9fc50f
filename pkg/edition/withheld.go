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
					public = append(public, a.entries(r, b)...)
				}
				walk(b.Children)
			}
		}
		walk(tree)
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

// locate finds where the report's public parts say what must not be released, by squeezed text. The
// front matter may name a service: a place in the text that does too is what has to change.
func (g *Guard) locate(r *report.Report, public []source.Span) map[string][]Place {
	shown := bytes.Repeat([]byte("\n"), len(r.File.Text)) // line ends keep two parts apart
	for _, s := range public {
		copy(shown[s.Start:s.End], r.File.Text[s.Start:s.End])
	}
	for _, s := range besideEntries(r) {
		copy(shown[s.Start:s.End], bytes.Repeat([]byte("\n"), s.End-s.Start))
	}
	places := map[string][]Place{}
	masked := Mask(r.File.Text)
	for _, f := range g.scan(shown) {
		p, key := placeOf(r.File.Text, masked, f), squeezeKey(f.text)
		if said := places[key]; len(said) == 1 && isService(r, said[0].Span) {
			places[key] = nil
		}
		if len(places[key]) == 0 || !isService(r, p.Span) {
			places[key] = append(places[key], p)
		}
	}
	return places
}

// besideEntries gives where the report says who acted, who answers for an action and where it is
// tracked: no edition shows that, whatever the entry is marked.
func besideEntries(r *report.Report) (out []source.Span) {
	add := func(text source.Span, fields ...report.Field[string]) {
		for _, f := range fields {
			if f.Written() && !text.Contains(f.Span) {
				out = append(out, f.Span)
			}
		}
	}
	for _, e := range r.Timeline.Events {
		add(e.Text.Span, e.Actor)
	}
	for i := range r.Actions {
		a := &r.Actions[i]
		add(a.Text.Span, append([]report.Field[string]{a.Owner}, a.Tickets...)...)
	}
	return out
}

func isService(r *report.Report, s source.Span) bool {
	return slices.ContainsFunc(r.Meta.Services, func(f report.Field[string]) bool { return f.Span.Overlaps(s) })
}
