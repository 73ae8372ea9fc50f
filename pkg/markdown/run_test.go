package markdown

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gfm "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// FuzzRuns holds the tree that is made with runs to the one that goldmark makes alone.
func FuzzRuns(f *testing.F) {
	paths, err := filepath.Glob("../report/testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, s := range []string{"a *b* c\n", "a  \nb \nc\\\nd", "a\r\nb  \r\n*c*\rd", "\\ *a* \\\\ b", "- [x] a ! b [c](d \"e\") <f@g.h>", "| a b | `c` |\n|-|-|\n| d \\| e | *f |", "a * b _ c ~~d~~ ~ e", "- \ta\n  b", "a \\\n b", "> a\n  b  \nc", "a\r \nb", "[^1] a\n\n[^1]: b c",
		"**a:** b **c**, (*d*) _e_f **g.**h *\"i\"* **j**.**k**", "*a **b** c* **d *e* f** **g\nh** ***i*** [**j** k](l) ~~**m**~~", "|a|b|\n|:-|:-:|\n|c\n|d|e|f|\n g \\| h|`i`\n", "> a | b\n> - | -:\n> c | d\n", "- |a|\n  |-|\n  | b \\|\n\n|\n|-|\n", "a\n|b|\n|-|\n|c|", "|a|`b\\|c`|\n|-|-|\n", "|a| |\n|-|-| \t\n||\n", "a | b\n:-: | - | -\n", "a\n:-:\nb", "|a|\n | - |\n\t| b |\n", "a|\n-|\n", "a|b\n-|-\r\nc\r\n",
		"a**b**c **d**e f**g** **h**\u00a0_i_\u201cj\u201d **\u00e9** * k**"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, _, over := exceeds(b, 0); !over {
			likeGoldmark(t, b)
		}
	})
}

// TestShort tries every text of a few marks and letters, in a paragraph and below the head of a table.
func TestShort(t *testing.T) {
	for _, c := range []struct {
		head  string
		parts []string
		most  int
	}{
		{"", []string{"*", "_", "**", "a", " ", ":", "\n"}, 5},
		{"a|b\n", []string{"|", "-", ":", "a", " ", "\n"}, 5},
		{"|a|b|\n|-|-|\n", []string{"|", "\\", "`", "a", " ", "\n"}, 5},
	} {
		texts := []string{c.head}
		for range c.most {
			var longer []string
			for _, s := range texts {
				for _, part := range c.parts {
					longer = append(longer, s+part)
				}
			}
			for _, s := range longer {
				likeGoldmark(t, []byte(s))
			}
			texts = longer
		}
	}
}

var plain = goldmark.New(github...)

// likeGoldmark holds the tree of a text to the one that goldmark makes alone: its nodes, where they stand, and what
// they render to. How text is cut into nodes is left open.
func likeGoldmark(t *testing.T, b []byte) {
	t.Helper()
	var want, got [2]bytes.Buffer
	for tree, out := range map[ast.Node]*[2]bytes.Buffer{plain.Parser().Parse(text.NewReader(b)): &want, quick.Parse(text.NewReader(b)): &got} {
		if err := plain.Renderer().Render(&out[0], b, tree); err != nil {
			t.Fatal(err)
		}
		ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && n.Kind() != ast.KindText {
				fmt.Fprintln(&out[1], n.Kind())
				if n.Kind() != gfm.KindTableCell { // goldmark's is too low by the row's indentation
					fmt.Fprintln(&out[1], n.Pos())
				}
				if n.Type() == ast.TypeBlock {
					fmt.Fprintln(&out[1], n.Lines())
				}
			}
			return ast.WalkContinue, nil
		})
	}
	for i := range want {
		if d := cmp.Diff(want[i].String(), got[i].String()); d != "" {
			t.Errorf("%q: %s", b, d)
		}
	}
}
