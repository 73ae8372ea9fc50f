package report

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// SpanOf gives the place of a block: from its first byte (its marker, for a list item) to the end
// of its last line, without the line end and blank lines after it.
//
// goldmark records only where a block starts. A block ends before the next one starts, so the end
// is looked for there and trailing blanks and quote marks are taken off.
func (r *Report) SpanOf(n ast.Node) source.Span {
	text := r.File.Text
	start := n.Pos()
	if start < 0 {
		return source.Span{}
	}
	if n.Kind() == extast.KindTableCell {
		l := n.Lines()
		if l.Len() == 0 {
			return source.Span{Start: start, End: start}
		}
		return source.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop}
	}
	end := len(text)
	for m := n; m != nil; m = m.Parent() {
		if next := m.NextSibling(); next != nil && next.Pos() > start {
			end = next.Pos()
			break
		}
	}
	if n.Kind() == extast.KindTableRow || n.Kind() == extast.KindTableHeader {
		end = r.File.Line(r.File.LineAt(start)).End
	}
	end = max(start, end)
	for end > start && behindBlock[text[end-1]] {
		end--
	}
	if l := n.Lines(); n.Type() == ast.TypeBlock && l != nil && l.Len() > 0 {
		end = max(end, l.At(l.Len()-1).Stop)
	}
	for end > start && (text[end-1] == '\n' || text[end-1] == '\r') {
		end--
	}
	return source.Span{Start: start, End: end}
}

// behindBlock is what may stand between the end of a block and the next.
var behindBlock = [256]bool{' ': true, '\t': true, '\r': true, '\n': true, '>': true, '|': true}

// Bare reports whether a block tells a reader nothing: a comment, a definition that only links refer
// to, a table or a list that is not filled in.
func Bare(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindLinkReferenceDefinition, extast.KindTableHeader:
		return true
	case ast.KindHTMLBlock:
		return n.(*ast.HTMLBlock).HTMLBlockType == ast.HTMLBlockType2 // a comment
	case ast.KindList, ast.KindListItem, extast.KindTable, extast.KindTableRow:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if !Bare(c) {
				return false
			}
		}
		return true
	case ast.KindTextBlock, extast.KindTableCell:
		return n.FirstChild() == nil
	}
	return false
}
