package markdown

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// strong takes words in emphasis, "**Detected**", where nothing else can be meant: no mark stands among
// them, the marks around them can only open and only close, and both are of one length. goldmark makes a node
// for each row of marks, remembers it until the block ends, and looks through all of them then. Everything less plain is left to it.
type strong struct{}

func (strong) Trigger() []byte { return []byte{'*', '_'} }

func (strong) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	level := markRow(line, line[0])
	if level > 2 || at.Padding != 0 {
		return nil
	}
	end := level
	for end < len(line) && !marks[line[end]] {
		end++
	}
	if end == level || end == len(line) || line[end] != line[0] || markRow(line[end:], line[0]) != level {
		return nil
	}
	first, _ := utf8.DecodeRune(line[level:end])
	last, _ := utf8.DecodeLastRune(line[level:end])
	after := rune(' ')
	if end+level < len(line) {
		after = util.ToRune(line, end+level)
	}
	if leans(block.PrecendingCharacter(), first) || leans(after, last) {
		return nil
	}
	within := at.WithStop(at.Start + end)
	within = within.WithStart(at.Start + level)
	words := newText(pc, within)
	words.SetPos(within.Start)
	node := ast.NewEmphasis(level)
	node.AppendChild(node, words)
	block.Advance(end + level)
	return node
}

// markRow is how often a byte stands in a row at the head of a line.
func markRow(line []byte, mark byte) int {
	n := 0
	for n < len(line) && line[n] == mark {
		n++
	}
	return n
}

// leans reports whether a row of marks between these characters belongs to the outer one as well: it may close
// what was opened before, or open what comes after.
func leans(outer, inner rune) bool {
	return util.IsSpaceRune(inner) || !util.IsSpaceRune(outer) && (util.IsPunctRune(inner) || !util.IsPunctRune(outer))
}
