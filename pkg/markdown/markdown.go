// Package markdown makes goldmark's tree of GitHub's Markdown: in time that grows with the text and no
// faster, whatever the text is, and sooner than goldmark where it is plain.
//
// A text that could cost more is not parsed; what would have made it so is named with its place. Dialects
// that hold more than Markdown (MDX, ERB) are read by what is Markdown in them. All places are offsets in the file.
package markdown

import (
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Fault is what keeps a text from being read as it was meant.
type Fault struct {
	Span    source.Span
	Message string // what is wrong, lower case, no full stop
	Hint    string // what to type instead
}

// Parse gives the tree of a file's Markdown, which begins at an offset. The tree is nil if the text breaks a
// bound, which is the one fault then; else the faults are the fences that are never closed, up to mendMax of
// them, whose content is read as if they were not there.
func Parse(f *source.File, from int) (ast.Node, []Fault) {
	all := dialect(f.Path, f.Text)
	if what, at, over := exceeds(all, from); over {
		return nil, []Fault{{at, what, "split the report, or take out what is not prose"}}
	}
	return mended(all, from)
}

// github is GitHub's Markdown without Linkify, which is tried at every blank and costs as much as all the
// rest. Bare links are found where they matter.
var github = []goldmark.Option{
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote),
	goldmark.WithParserOptions(parser.WithAttribute()),
}

// quick makes the same tree as goldmark does, faster where the text is plain. What is plain is tried
// first: goldmark's emphasis has priority 500, its tables 200.
var quick = goldmark.New(append(github, goldmark.WithParserOptions(
	parser.WithInlineParsers(util.Prioritized(runs{}, 1000), util.Prioritized(strong{}, 499)),
	parser.WithParagraphTransformers(util.Prioritized(rows{}, 199)),
))...).Parser()

// treeOf is goldmark's tree of a text from an offset on, in the offsets of the whole: to goldmark what
// stands before is a line that has been read.
func treeOf(all []byte, from int) ast.Node {
	r := text.NewReader(all)
	if from > 0 {
		r.SetPosition(-1, text.NewSegment(0, from))
		r.AdvanceLine()
	}
	return quick.Parse(r)
}
