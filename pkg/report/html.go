package report

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Tag is the start of an HTML element in the report's text.
type Tag struct {
	Name string // in lower case
	Span source.Span
}

// Tags gives the HTML that stands in the report outside code, but for comments and what ends an
// element, in document order. It is made anew at each call.
func (r *Report) Tags() []Tag {
	var out []Tag
	if r.Doc == nil {
		return nil
	}
	find := func(at source.Span) {
		text := r.File.Text[at.Start:at.End]
		for i := 0; i < len(text); {
			k := bytes.IndexByte(text[i:], '<')
			if k < 0 {
				return
			}
			start := i + k
			i = start + 1
			if bytes.HasPrefix(text[start:], []byte("<!--")) {
				end := bytes.Index(text[start:], []byte("-->"))
				if end < 0 {
					return
				}
				i = start + end + 3
				continue
			}
			for i < len(text) && (letter(text[i]) || digit(text[i])) {
				i++
			}
			name := string(bytes.ToLower(text[start+1 : i]))
			if name == "" {
				continue
			}
			end := bytes.IndexByte(text[i:], '>')
			if end < 0 {
				return
			}
			i += end + 1
			out = append(out, Tag{name, source.Span{Start: at.Start + start, End: at.Start + i}})
		}
	}
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			find(r.SpanOf(n))
		case *ast.RawHTML:
			if l := n.Segments; l.Len() > 0 {
				find(source.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop})
			}
		}
		return ast.WalkContinue, nil
	})
	return out
}
