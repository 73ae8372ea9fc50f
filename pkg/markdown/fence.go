package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// mendMax is how many fences are mended in one report. Each costs a parse, and whoever forgets more
// is helped by the first finding.
const mendMax = 4

// mended gives the tree of a text from an offset on. A fence that is opened and never closed would
// take the rest of the report for code; no reader is fooled by that, so it is reported, blanked, and
// the text parsed again.
func mended(all []byte, from int) (doc ast.Node, faults []Fault) {
	doc = treeOf(all, from)
	for range mendMax {
		fence := looseFence(doc, all)
		if fence.Len() == 0 {
			break
		}
		without := bytes.Clone(all)
		blankBytes(without[fence.Start:fence.End])
		mark := string(all[fence.Start:fence.End])
		faults = append(faults, Fault{fence, fmt.Sprintf("the code block that %s opens here is never closed", mark),
			fmt.Sprintf("close it with a line of %s", mark)})
		if _, _, over := exceeds(without, from); over {
			break // what the fence kept from being Markdown must stay so
		}
		all = without
		doc = treeOf(all, from)
	}
	return doc, faults
}

// looseFence finds the first fence that lacks its other half: one whose block holds a line that
// opens another, or the last one if it runs to the end of the text.
func looseFence(doc ast.Node, text []byte) source.Span {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindFencedCodeBlock {
			continue
		}
		open := fenceAt(text, n.Pos())
		if open.Len() == 0 {
			continue
		}
		end := bytes.IndexByte(text[open.End:], '\n')
		lines := n.Lines()
		for i := range lines.Len() {
			line := lines.At(i)
			inner := fenceAt(text, line.Start)
			if inner.Len() >= open.Len() && text[inner.Start] == text[open.Start] && named(text[inner.End:line.Stop]) {
				return open
			}
			end = line.Stop - open.End - 1
		}
		if end < 0 || !closes(text, open, open.End+end+1) {
			return open
		}
	}
	return source.Span{}
}

// fenceAt is the run of three or more backticks or tildes that begins the line at an offset, behind
// blanks; empty if there is none.
func fenceAt(text []byte, at int) source.Span {
	for at < len(text) && text[at] == ' ' {
		at++
	}
	end := at
	for end < len(text) && (text[end] == '`' || text[end] == '~') && text[end] == text[at] {
		end++
	}
	if end-at < 3 {
		return source.Span{}
	}
	return source.Span{Start: at, End: end}
}

// named reports whether a fence is followed by the name of a language, which only an opening one is.
func named(rest []byte) bool {
	rest = bytes.TrimSpace(rest)
	return len(rest) > 0 && len(rest) < 20 && !bytes.ContainsAny(rest, " `")
}

// closes reports whether the line at an offset closes the fence.
func closes(text []byte, open source.Span, at int) bool {
	if at >= len(text) {
		return false
	}
	fence := fenceAt(text, at)
	if fence.Len() < open.Len() || text[fence.Start] != text[open.Start] {
		return false
	}
	rest := text[fence.End:]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return len(bytes.TrimSpace(rest)) == 0
}
