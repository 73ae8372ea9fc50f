package markdown

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/openpostmortem/postmortem/pkg/markdown/hostile"
)

// stretch is a piece of a line that the walker counted as inline text.
type stretch struct{ start, end, depth, block int }

// checkWalk holds the walker against goldmark: the inline text of every block that goldmark makes
// must have been counted, in one block and no less deep.
func checkWalk(source []byte) (fault string) {
	var counted []stretch
	w := walker{text: source}
	w.trace = func(start, end, depth, block int) {
		counted = append(counted, stretch{start, end, depth, block})
	}
	for at := 0; at < len(source); {
		w.start, w.end = at, lineEnd(source, at)
		w.line(source[at:w.end])
		at = w.end + 1
	}
	if w.what != "" {
		return ""
	}
	doc := quick.Parse(text.NewReader(source))
	depth := 0
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindBlockquote, ast.KindListItem, east.KindFootnote:
			if entering {
				depth++
			} else {
				depth--
			}
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, east.KindTableCell:
			if !entering {
				break
			}
			block := -1
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				line = line.TrimLeftSpace(source)
				line = line.TrimRightSpace(source)
				if line.Start >= line.Stop {
					continue
				}
				s := find(counted, line.Start, line.Stop)
				switch {
				case s == nil:
					fault = fmt.Sprintf("%q is inline text and was not counted", line.Value(source))
					return ast.WalkStop, nil
				case s.depth < depth:
					fault = fmt.Sprintf("%q is %d deep and was taken to be %d", line.Value(source), depth, s.depth)
				case block >= 0 && s.block != block:
					fault = fmt.Sprintf("%q is in one block with the line before and was counted apart", line.Value(source))
				}
				if fault != "" {
					return ast.WalkStop, nil
				}
				block = s.block
			}
		}
		return ast.WalkContinue, nil
	})
	return fault
}

func find(counted []stretch, start, end int) *stretch {
	for i, s := range counted {
		if s.start <= start && end <= s.end {
			return &counted[i]
		}
	}
	return nil
}

var pieces = []string{
	"> ", ">", "- ", "* ", "+ ", "-", "1. ", "2) ", "10. ", "  ", "    ", " ", "\t", "   ",
	"x", "x", "y z", "*x*", "`x`", "[x](y)", "[x]: y", "[^1]: ", "[^1]", "\\",
	"```", "~~~", "````", "``` x", "``` `", "# ", "## x #", "===", "---", "***", "- - -", "=", "--",
	"<!-- x -->", "<!--", "-->", "<div>", "</div>", "<a b=c>", "<https://x.y>", "<pre>", "</pre>", "<?", "<!X", "<x",
	"|x|y|", "|-|-|", "-|-", "|:-|", ":-:", "|z", "x|y", "\\|", "|",
	"\r", "\v", "\n", "\n", "\n", "\n", "\n", "\n\n", "\n\n", "\n  ", "\n    ", "\n> ", "\n- ", "\n\t", "\n```\n", "\n   ",
}

// TestWalkLaw makes texts of pieces that steer the structure of Markdown.
func TestWalkLaw(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 3))
	for range 20_000 {
		var b []string
		for range 2 + r.IntN(24) {
			b = append(b, pieces[r.IntN(len(pieces))])
		}
		if checkWalk(join(b)) == "" {
			continue
		}
		for i := 0; i < len(b); { // leave out what the fault does not need
			less := slices.Delete(slices.Clone(b), i, i+1)
			if checkWalk(join(less)) == "" {
				i++
			} else {
				b, i = less, 0
			}
		}
		t.Errorf("%q: %s", join(b), checkWalk(join(b)))
	}
}

func join(pieces []string) []byte { return []byte(strings.Join(pieces, "")) }

func FuzzWalk(f *testing.F) {
	for _, fam := range hostile.Families {
		f.Add([]byte(fam.Text(3)))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		exceeds(source, 0)
		if fault := checkWalk(source); fault != "" {
			t.Errorf("%q: %s", source, fault)
		}
	})
}
