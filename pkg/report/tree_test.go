package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/source"
)

const treeText = "# A *b* `c`\n\ntext &amp; \\* <b>raw</b> <!-- public -->\nmore [l](http://x \"t\") ![alt *x*](i.png) <https://a.b>[^1]  \nnext\n\n" +
	"- [x] done\n  1. nested\n\n> quote\n\n```go\ncode()\n```\n\n<div>\nhtml\n</div>\n\n| h |\n|---|\n| ~~x~~ |\n\n---\n\n[^1]: note\n"

const treeWant = `heading 1 "A " emphasis("b") " " code"c"
paragraph "text & * raw  more " link<http://x>("l") " " image<i.png>"alt x" " " link<https://a.b>("https://a.b") footnote1 break "next"
list
  item done
    paragraph "done"
    list from 1
      item
        paragraph "nested"
quote
  paragraph "quote"
code go "code()\n"
table
  row
    cell "h"
  row
    cell struck("x")
rule
footnote 1
  paragraph "note"
`

func TestTree(t *testing.T) {
	r := Parse(source.New("x.md", []byte(treeText)))
	var b strings.Builder
	dumpBlocks(&b, r.Tree(), "")
	if d := cmp.Diff(treeWant, b.String()); d != "" {
		t.Error(d)
	}
}

func dumpBlocks(b *strings.Builder, blocks []*Block, indent string) {
	for _, x := range blocks {
		b.WriteString(indent + string(x.Kind))
		for _, n := range []int{x.Level, x.Note} {
			if n > 0 {
				fmt.Fprintf(b, " %d", n)
			}
		}
		if x.Start > 0 {
			fmt.Fprintf(b, " from %d", x.Start)
		}
		if x.Task == DoneTask {
			b.WriteString(" done")
		}
		if x.Kind == CodeBlock {
			fmt.Fprintf(b, " %s %q", x.Language, x.Code)
		}
		for _, in := range x.Inlines {
			b.WriteString(" " + dumpInline(in))
		}
		b.WriteByte('\n')
		dumpBlocks(b, x.Children, indent+"  ")
	}
}

func dumpInline(in Inline) string {
	s := string(in.Kind)
	if in.Kind == TextInline {
		s = ""
	}
	if in.Target != "" {
		s += "<" + in.Target + ">"
	}
	if in.Text != "" {
		s += fmt.Sprintf("%q", in.Text)
	}
	if in.Note > 0 {
		s += fmt.Sprint(in.Note)
	}
	if in.Children != nil {
		var c []string
		for _, x := range in.Children {
			c = append(c, dumpInline(x))
		}
		s += "(" + strings.Join(c, " ") + ")"
	}
	return s
}
