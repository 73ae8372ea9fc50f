package report

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Link is a link or an image in the report's text.
type Link struct {
	Text    string // what a reader sees of it; of an image, its alternative
	Target  string // where it leads
	Image   bool   // it shows what it leads to
	Around  bool   // a link around an image
	Section *Section
	Span    source.Span // the whole of it with its marks
}

// Links gives the links and images of the report in document order, footnotes last. It is made anew
// at each call; addresses that stand in the text without any mark are not among them.
func (r *Report) Links() []Link {
	var out []Link
	if r.Doc == nil {
		return nil
	}
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeInline || n.Pos() < 0 {
			return ast.WalkContinue, nil
		}
		l := Link{Span: source.Span{Start: n.Pos(), End: n.Pos()}}
		switch n := n.(type) {
		case *ast.Link:
			l.Text, l.Target = PlainText(r.inlines(n)), destination(n.Destination)
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				l.Around = l.Around || c.Kind() == ast.KindImage
			}
		case *ast.Image:
			l.Text, l.Target, l.Image = PlainText(r.inlines(n)), destination(n.Destination), true
		case *ast.AutoLink:
			l.Text, l.Target = string(n.Label(r.File.Text)), string(n.URL(r.File.Text))
		default:
			return ast.WalkContinue, nil
		}
		l.Span.End = linkEnd(r.File.Text, l.Span.Start)
		l.Section = r.SectionAt(l.Span.Start)
		out = append(out, l)
		return ast.WalkContinue, nil
	})
	return out
}

// linkEnd finds the end of the link that starts at an offset, which goldmark does not record.
func linkEnd(text []byte, start int) int {
	at := start
	if at < len(text) && text[at] == '!' {
		at++
	}
	if at < len(text) && text[at] == '<' {
		return closing(text, at, '<', '>')
	}
	at = closing(text, at, '[', ']')
	if at < len(text) && text[at] == '(' {
		return closing(text, at, '(', ')')
	}
	if at < len(text) && text[at] == '[' {
		return closing(text, at, '[', ']')
	}
	return at
}

// closing is the offset behind the bracket that closes the one at an offset, or behind the line if
// none does.
func closing(text []byte, at int, open, shut byte) int {
	if at >= len(text) || text[at] != open {
		return at
	}
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i + 1
			}
		case '\n':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i
			}
		}
	}
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}

// destination is the address that a link leads to: what goldmark gives is as it is written, with its escapes and
// character references.
func destination(written []byte) string {
	if bytes.IndexByte(written, '\\') < 0 && bytes.IndexByte(written, '&') < 0 {
		return string(written)
	}
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(written))))
}
