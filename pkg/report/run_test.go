package report

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/text"
)

// FuzzRuns holds the tree that is made with runs to the one that goldmark makes alone.
func FuzzRuns(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
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
	for _, s := range []string{"a *b* c\n", "a  \nb \nc\\\nd", "a\r\nb  \r\n*c*\rd", "\\ *a* \\\\ b", "- [x] a ! b [c](d \"e\") <f@g.h>", "| a b | `c` |\n|-|-|\n| d \\| e | *f |", "a * b _ c ~~d~~ ~ e", "- \ta\n  b", "a \\\n b", "> a\n  b  \nc", "a\r \nb", "[^1] a\n\n[^1]: b c"} {
		f.Add([]byte(s))
	}
	plain := goldmark.New(github...)
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, _, over := exceeds(b); over {
			return
		}
		var want, got bytes.Buffer
		if err := plain.Renderer().Render(&want, b, plain.Parser().Parse(text.NewReader(b))); err != nil {
			t.Fatal(err)
		}
		if err := plain.Renderer().Render(&got, b, markdown.Parse(text.NewReader(b))); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want.String(), got.String()); d != "" {
			t.Error(d)
		}
	})
}
