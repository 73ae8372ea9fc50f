package report

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// navigates reports whether a block is nothing but links to places in the same document: the days of
// a long timeline, say, which are no entries.
func (d *reader) navigates(n ast.Node) bool {
	links, text := 0, d.r.File.Text
	var only func(n ast.Node) bool
	only = func(n ast.Node) bool {
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Link:
				if !bytes.HasPrefix(c.Destination, []byte("#")) {
					return false
				}
				links++
			case *ast.Text:
				if len(bytes.TrimSpace(c.Segment.Value(text))) > 0 {
					return false
				}
			case *ast.RawHTML:
			default:
				if !only(c) {
					return false
				}
			}
		}
		return true
	}
	return (n.Kind() == ast.KindParagraph || n.Kind() == ast.KindList) && only(n) && links > 1
}
