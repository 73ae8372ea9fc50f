package report

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func (r *Report) inlines(parent ast.Node) []Inline {
	return r.inlinesIn(parent, source.Span{Start: 0, End: len(r.File.Text)})
}

// Excerpt gives what stands between two offsets of a block of text, with its marks: a run of text that
// reaches out is cut, and whatever else begins outside is left out.
func (r *Report) Excerpt(at source.Span) []Inline {
	var out []Inline
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, extast.KindTableCell:
			if entering && r.SpanOf(n).Overlaps(at) {
				out = append(out, r.inlinesIn(n, at)...)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return out
}

// inlinesIn gives those inlines of a node that stand between two offsets.
func (r *Report) inlinesIn(parent ast.Node, within source.Span) []Inline {
	var out []Inline
	var run strings.Builder // the text of the last one, while it is made of several nodes
	ended := func() {
		if run.Len() > 0 {
			out[len(out)-1].Text = run.String()
			run = strings.Builder{}
		}
	}
	inside := "" // the element whose content no reader of a page reads as text
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if inside = unreadIn(inside, n, r.File.Text); inside != "" {
			continue
		}
		at := max(n.Pos(), 0)
		in := Inline{Span: source.Span{Start: at, End: at}}
		begins := within.Start <= at && at < within.End
		switch n := n.(type) {
		case *ast.Text:
			in.Span = source.Span{Start: max(n.Segment.Start, within.Start), End: min(n.Segment.Stop, within.End)}
			if in.Span.Start > in.Span.End {
				continue
			}
			in.Kind, in.Text = TextInline, r.readable(n, in.Span)
			broken := n.Segment.Stop < within.End
			if broken && n.SoftLineBreak() && !n.HardLineBreak() {
				in.Text += " "
			}
			// goldmark cuts a text at every mark that turned out to mean nothing.
			if k := len(out) - 1; k >= 0 && out[k].Kind == TextInline {
				if run.Len() == 0 {
					run.WriteString(out[k].Text)
				}
				run.WriteString(in.Text)
				out[k].Span.End = in.Span.End
			} else if in.Text != "" {
				out = append(out, in)
			}
			if broken && n.HardLineBreak() {
				ended()
				out = append(out, Inline{Kind: BreakInline, Span: source.Span{Start: n.Segment.Stop, End: n.Segment.Stop}})
			}
			continue
		case *ast.String:
			in.Kind, in.Text = TextInline, string(n.Value)
		case *ast.CodeSpan:
			if in.Kind, in.Text = CodeInline, r.codeText(n, within); in.Text == "" && !begins {
				continue
			}
		case *ast.Emphasis:
			in.Kind, in.Children = EmphasisInline, r.inlinesIn(n, within)
			if n.Level == 2 {
				in.Kind = StrongInline
			}
		case *extast.Strikethrough:
			in.Kind, in.Children = StruckInline, r.inlinesIn(n, within)
		case *ast.Link:
			in.Kind, in.Target, in.Title, in.Children = LinkInline, destination(n.Destination), string(n.Title), r.inlinesIn(n, within)
			in.Span.End = linkEnd(r.File.Text, at)
			if n.Reference != nil {
				in.Label = util.ToLinkReference(n.Reference.Value)
			}
		case *ast.AutoLink:
			if label := (source.Span{Start: at, End: at + 1 + len(n.Label(r.File.Text))}); !label.Overlaps(within) {
				continue
			}
			in.Kind, in.Target, in.Span.End = LinkInline, string(n.URL(r.File.Text)), linkEnd(r.File.Text, at)
			in.Children = []Inline{{Kind: TextInline, Text: string(n.Label(r.File.Text)), Span: in.Span}}
		case *ast.Image:
			if !begins && PlainText(r.inlinesIn(n, within)) == "" {
				continue
			}
			in.Kind, in.Target, in.Text = ImageInline, destination(n.Destination), PlainText(r.inlines(n))
			in.Title = string(n.Title)
		case *ast.RawHTML:
			if !begins || !breaks(n.Segments.Value(r.File.Text)) {
				continue
			}
			in.Kind = BreakInline
		case *extast.FootnoteLink:
			if !begins {
				continue
			}
			in.Kind, in.Note = NoteInline, n.Index
		default:
			continue
		}
		if holder := in.Kind == LinkInline || in.Kind == EmphasisInline || in.Kind == StrongInline || in.Kind == StruckInline; holder && !begins && in.Children == nil {
			continue
		}
		ended()
		out = append(out, in)
	}
	ended()
	return out
}

// unreadIn gives the element, of those whose content is drawn or run and not read, that a piece of inline HTML
// opens or that is still open behind it; empty for none.
func unreadIn(inside string, n ast.Node, text []byte) string {
	raw, ok := n.(*ast.RawHTML)
	if !ok {
		return inside
	}
	tag := strings.ToLower(string(raw.Segments.Value(text)))
	if inside != "" {
		if strings.HasPrefix(tag, "</"+inside) {
			return ""
		}
		return inside
	}
	for _, name := range []string{"svg", "math", "script", "style", "object", "iframe", "template"} {
		if rest, ok := strings.CutPrefix(tag, "<"+name); ok && strings.IndexAny(rest, " \t\n/>") == 0 && !strings.HasSuffix(rest, "/>") {
			return name
		}
	}
	return ""
}

// readable is a text as a reader sees it: escapes and entities are undone.
func (r *Report) readable(n *ast.Text, at source.Span) string {
	v := r.File.Text[at.Start:at.End]
	if n.IsRaw() {
		return string(v)
	}
	if bytes.IndexByte(v, '\\') < 0 && bytes.IndexByte(v, '&') < 0 {
		return string(v)
	}
	// In one go: an escaped "&" begins no entity, nor does one that an entity stands for.
	var b strings.Builder
	for i := 0; i < len(v); i++ {
		switch {
		case v[i] == '\\' && i+1 < len(v) && util.IsPunct(v[i+1]):
			i++
			b.WriteByte(v[i])
		case v[i] == '&':
			name := v[i : i+1+bytes.IndexByte(v[i:min(i+40, len(v))], ';')]
			if meant := util.ResolveEntityNames(util.ResolveNumericReferences(name)); len(name) > 0 && !bytes.Equal(meant, name) {
				b.Write(meant)
				i += len(name) - 1
				continue
			}
			b.WriteByte('&')
		default:
			b.WriteByte(v[i])
		}
	}
	return b.String()
}

// codeText is the text of inline code between two offsets.
func (r *Report) codeText(n ast.Node, within source.Span) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(r.File.Text[max(t.Segment.Start, within.Start):max(t.Segment.Start, within.Start, min(t.Segment.Stop, within.End))])
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}
