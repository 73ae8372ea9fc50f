package report

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// BlockAt gives the place of the smallest block that holds the offset: a paragraph, the text of a
// list item, a heading, a table row, a code block, a key of the front matter with its value. Where
// there is none it gives the line.
func (r *Report) BlockAt(offset int) source.Span { return r.Blocks().At(offset) }

// Blocks gives the blocks at many offsets, of which none is before the last one.
type Blocks struct {
	r    *Report
	path []ast.Node // from the document's child down to where the last one was found
}

// Blocks goes through the blocks of a report. At is BlockAt, and goes on from where it was: all calls
// together cost no more than the report is long.
func (r *Report) Blocks() *Blocks { return &Blocks{r: r} }

// At gives the block at an offset.
func (b *Blocks) At(offset int) source.Span {
	r := b.r
	if offset < r.Meta.Span.End {
		return r.keyAt(offset)
	}
	line := r.File.Line(r.File.LineAt(offset))
	if r.Doc == nil {
		return line
	}
	var at ast.Node
	for n, depth := r.Doc.FirstChild(), 0; n != nil; n, depth = n.FirstChild(), depth+1 {
		if depth < len(b.path) && b.path[depth].Parent() == n.Parent() {
			n = b.path[depth]
		}
		// A block holds the offset if the next one begins behind it.
		for next := n.NextSibling(); next != nil && next.Pos() <= offset; next = n.NextSibling() {
			n = next
		}
		if n.Type() != ast.TypeBlock {
			break
		}
		if at = n; depth == len(b.path) || b.path[depth] != n {
			b.path = append(b.path[:depth], n)
		}
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, extast.KindTableRow, extast.KindTableHeader:
			return r.SpanOf(n)
		}
	}
	if at == nil {
		return line
	}
	return r.SpanOf(at)
}

// keyAt is the key that the offset belongs to, with its value and the comments that follow it.
func (r *Report) keyAt(offset int) source.Span {
	at := r.File.Line(r.File.LineAt(offset))
	for i, k := range r.Meta.Keys {
		if k.Span.Start > at.End {
			break
		}
		end := r.Meta.Span.End - len("---")
		if i+1 < len(r.Meta.Keys) {
			end = r.lineStart(r.Meta.Keys[i+1].Span.Start)
		}
		if offset >= end {
			continue
		}
		at = source.Span{Start: k.Span.Start, End: k.Span.Start + len(bytes.TrimRight(r.File.Text[k.Span.Start:max(k.Span.Start, end)], " \t\r\n"))}
	}
	return at
}

// Target gives the place that a comment speaks of: the next block for a comment on lines of its
// own, and for one that stands in a block that block, a table row or a list item as a whole. The
// span is zero if nothing follows.
func (r *Report) Target(c Comment) source.Span {
	n := c.Block
	if c.Own {
		n = following(n)
	} else if p := n.Parent(); p != nil && (n.Kind() == extast.KindTableCell || p.Kind() == ast.KindListItem && p.FirstChild() == n) {
		n = p
	}
	if n == nil {
		return source.Span{}
	}
	s := r.SpanOf(n)
	return source.Span{Start: r.lineStart(s.Start), End: r.File.Line(r.File.LineAt(s.End)).End}
}

// following is the next block that is not a comment itself.
func following(n ast.Node) ast.Node {
	for up := n; up != nil; up = up.Parent() {
		for m := up.NextSibling(); m != nil; m = m.NextSibling() {
			if m.Kind() != ast.KindHTMLBlock && m.Pos() >= 0 {
				return m
			}
		}
	}
	return nil
}

// Closed reports whether the comment ends; one that does not hides the rest of the report.
func (r *Report) Closed(c Comment) bool {
	return bytes.HasSuffix(r.File.Text[c.Span.Start:c.Span.End], []byte("-->"))
}
