package report

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Comment is an HTML comment. Comments carry what is said to the tool (audience marks,
// suppressions, "optional" in a template) and to the author (guidance); readers never see them.
type Comment struct {
	Text  string      // what stands between <!-- and -->, without outer blanks
	Span  source.Span // with the marks
	Own   bool        // is no part of a block of text; otherwise it ends or sits inside one
	Alone bool        // is its own, and nothing but comments stands on its lines
	Block ast.Node    // the block it stands in; for a comment of its own, the block itself
}

// comments collects the comments that goldmark took for raw HTML; one in code is not among them.
func (r *Report) comments() {
	text := r.File.Text
	if !bytes.Contains(text, []byte("<!--")) {
		return
	}
	find := func(span source.Span, block ast.Node, own bool) {
		for at := span.Start; at < span.End; {
			i := bytes.Index(text[at:span.End], []byte("<!--"))
			if i < 0 {
				return
			}
			start := at + i
			end, inner := span.End, text[min(start+4, span.End):span.End]
			if j := bytes.Index(inner, []byte("-->")); j >= 0 {
				inner, end = inner[:j], start+4+j+3
			}
			c := Comment{Text: string(bytes.TrimSpace(inner)), Span: source.Span{Start: start, End: end}, Own: own, Block: block}
			c.Alone = own && r.alone(c, span)
			r.Comments = append(r.Comments, c)
			at = max(end, start+4)
		}
	}
	_ = ast.Walk(r.Doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.HTMLBlock:
			end := n.Pos()
			if l := n.Lines(); l.Len() > 0 {
				end = l.At(l.Len() - 1).Stop
			}
			if n.HasClosure() {
				end = max(end, n.ClosureLine.Stop)
			}
			find(source.Span{Start: n.Pos(), End: end}, n, true)
		case *extast.TableHeader, *extast.TableRow:
			// What stands behind a table's last column is no cell, and goldmark drops it.
			if last := n.LastChild(); last != nil {
				if cell := r.SpanOf(last); cell.End > 0 {
					find(source.Span{Start: cell.End, End: r.File.Line(r.File.LineAt(cell.End)).End}, n, false)
				}
			}
		case *ast.RawHTML:
			if l := n.Segments; l.Len() > 0 {
				block := ast.Node(n)
				for block.Type() == ast.TypeInline {
					block = block.Parent()
				}
				find(source.Span{Start: l.At(0).Start, End: l.At(l.Len() - 1).Stop}, block, false)
			}
		}
		return ast.WalkContinue, nil
	})
}

// alone reports whether nothing but comments stands beside a comment of a block of raw HTML. Where a
// line begins with a comment Markdown takes all of it for raw HTML.
func (r *Report) alone(c Comment, block source.Span) bool {
	from := max(block.Start, r.lineStart(c.Span.Start))
	beside := string(r.File.Text[from:c.Span.Start]) + string(r.File.Text[c.Span.End:r.File.Line(r.File.LineAt(c.Span.End)).End])
	for {
		start := strings.Index(beside, "<!--")
		end := strings.Index(beside, "-->")
		if start < 0 || end < start {
			return strings.TrimSpace(beside) == ""
		}
		beside = beside[:start] + beside[end+len("-->"):]
	}
}
