package edition

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func cut(t *testing.T, text string, o Options) (string, []Withheld) {
	t.Helper()
	e, left, err := Cut(report.Parse(source.New("in.md", []byte(text))), o)
	if err != nil {
		t.Fatal(err)
	}
	return string(e.Markdown), left
}

// TestCut cuts each report of testdata and compares with the goldens beside it the edition and what
// its author is told of what was left behind.
func TestCut(t *testing.T) {
	files, err := filepath.Glob("testdata/*.in.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports in testdata", err)
	}
	o := Options{
		Names:    map[string]string{"billing-api": "Billing", "kafka-main": "the message system"},
		Glossary: map[string]string{"backlog": "work that waits"},
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			in, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, left := cut(t, string(in), o)
			if strings.Contains(got, "SECRET") {
				t.Error("a withheld word is in the edition")
			}
			told := ""
			for _, w := range left {
				told += fmt.Sprintf("%d: %s\n", strings.Count(string(in[:w.Span.Start]), "\n")+1, w)
			}
			stem := strings.TrimSuffix(file, ".in.md")
			same(t, stem+".out.md", got)
			same(t, stem+".withheld.txt", told)
		})
	}
}

// same compares a text with a golden file; -update rewrites it.
func same(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (- golden, + now; rewrite with -update)\n%s", golden, d)
	}
}

// FuzzWritten holds that what is written means itself: the edition of an edition that is public as
// a whole has the same blocks.
func FuzzWritten(f *testing.F) {
	for _, s := range []string{"a *b* `c`", "1. x\n2. y\n\n   z", "| a | b |\n|---|---|\n| `x|y` | \\| |", "> q\n\n- [x] t\n  - u", "a\\\nb", "# h\n\n```go\n`````\n```", "\\<!-- x -->", "[l](<http://x/a b>)", "x[^1]\n\n[^1]: note"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		first, _, err := Cut(report.Parse(source.New("in.md", []byte("## Customer summary\n\n"+body))), Options{})
		if err != nil || len(first.Markdown) == 0 {
			return
		}
		again, _, err := Cut(report.Parse(source.New("in.md", bytes.Replace(first.Markdown, []byte("## Summary"), []byte("## Customer summary"), 1))), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(first.Report.Comments) > 0 {
			t.Errorf("a comment is in the edition:\n%s", first.Markdown)
		}
		if d := cmp.Diff(report.PlainTree(first.Report.Tree()), report.PlainTree(again.Report.Tree())); d != "" {
			t.Errorf("written again it says something else:\n%s\n%s\n%s", d, first.Markdown, again.Markdown)
		}
	})
}

// FuzzNoninterference holds that what is withheld has no effect on the edition: not as a title, a
// heading, a table's cell, who did something, a ticket, a nested item or a whole section.
func FuzzNoninterference(f *testing.F) {
	f.Add("SECRET", "| x |\n|---|\n| y |")
	f.Add("[r]: http://secret", "```\nopen")
	f.Add("<!-- x", "- 10:02 UTC happened")
	f.Add("[^1]: note", "# heading")
	f.Add("&#60;b>", "owner: x")
	f.Fuzz(func(t *testing.T, a, b string) {
		around := func(internal string) string {
			// In a line of its own kind a text must not end the line, and in a cell not the cell.
			line := strings.NewReplacer("\n", " ", "\r", " ", "<!--", "", "-->", "").Replace(internal)
			cell := strings.NewReplacer("|", "", "\\", "", "`", "").Replace(line)
			return "---\ntitle: " + strconv.Quote(cell) + "\ntimezone: UTC\nowner: " + strconv.Quote(cell) + "\n---\n\n## Customer summary\n\nWe are sorry. See [r] and [^1].\n\n## Timeline\n\n" +
				"| Time | Who | What |\n|---|---|---|\n| 2026-02-03 09:12 | x " + cell + " | it began <!-- public --> |\n| 2026-02-03 09:15 | x | y " + cell + " |\n\n" +
				"## Impact\n\n- You could not pay <!-- public -->\n  - z " + line + "\n\n" +
				strconv.Itoa(len(internal)) + ". z " + line + "\n2. Mails were late <!-- public -->\n\n" +
				"## Corrective actions\n\n| Action | Owner | Ticket |\n|---|---|---|\n| Test the backup <!-- public --> | x " + cell + " | x " + cell + " |\n\n" +
				"## Contributing factors\n\n" + internal
		}
		clean := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "public", ""), "\x00", "") }
		one, _, err := Cut(report.Parse(source.New("in.md", []byte(around(clean(a))))), Options{})
		if err != nil {
			return
		}
		two, _, err := Cut(report.Parse(source.New("in.md", []byte(around(clean(b))))), Options{})
		if err != nil {
			return
		}
		if d := cmp.Diff(string(one.Markdown), string(two.Markdown)); d != "" {
			t.Errorf("withheld text shows:\n%s", d)
		}
	})
}
