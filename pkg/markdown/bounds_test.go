package markdown

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestExceeds(t *testing.T) {
	tests := []struct {
		name, text, what string
		line             int
	}{
		{"nothing", "", "", 0},
		{"depth", "x\n\n" + strings.Repeat("> ", 65) + "x\n", "lists and quotes nest more than 64 deep; 64 is the most that is read", 3},
		{"depth by indentation", deeper(70), "lists and quotes nest more than 64 deep; 64 is the most that is read", 65},
		{"depth within", strings.Repeat("> ", 64) + "x\n", "", 0},
		{"ruler", strings.Repeat("- ", 200) + "\n", "", 0},
		{"emphasis", "# x\n" + strings.Repeat("*x_ ", 501), "one block has 1002 characters of emphasis; 1000 is the most that is read", 2},
		{"emphasis in many blocks", strings.Repeat("*x* _y_\n\n", 1000), "", 0},
		{"emphasis in many items", strings.Repeat("- *x* _y_\n", 1000), "", 0},
		{"emphasis in many nested items", strings.Repeat("- x\n  - *x* _y_\n    1. *x* _y_\n", 1000), "", 0},
		{"emphasis in many rows", "|a|b|\n|-|-|\n" + strings.Repeat("|*x*|_y_|\n", 1000), "", 0},
		{"emphasis in rows of no table", "|a|b|\n|-|\n" + strings.Repeat("|*x*|_y_|\n", 1000), "one block has 1004 characters of emphasis; 1000 is the most that is read", 253},
		{"emphasis in a fence", "```\n" + strings.Repeat("*x_ [y](\n", 2000), "", 0},
		{"emphasis after a fence", "```\n```\n" + strings.Repeat("*x_\n", 2000), "one block has 1002 characters of emphasis; 1000 is the most that is read", 503},
		{"emphasis in a comment", "<!--\n" + strings.Repeat("*x_ [y](\n", 2000) + "-->\n", "", 0},
		{"fence in a comment", "<!--\n```\n-->\n" + strings.Repeat("*x_\n", 2000), "one block has 1002 characters of emphasis; 1000 is the most that is read", 504},
		{"fence in a tag", "<div>\n```\n\n" + strings.Repeat("*x_\n", 2000), "one block has 1002 characters of emphasis; 1000 is the most that is read", 504},
		{"fence after a tag", "<div>\n\n```\n" + strings.Repeat("*x_\n", 2000), "", 0},
		{"fence in an item that ends", "- ```\n" + strings.Repeat("*x_\n", 2000), "one block has 1002 characters of emphasis; 1000 is the most that is read", 502},
		{"fence in an item that goes on", "- ```\n" + strings.Repeat("  *x_\n", 2000), "", 0},
		{"size", strings.Repeat("x", 8<<20+1), "the text is 8388609 bytes long; 8388608 is the most that is read", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			what, at, over := exceeds([]byte(test.text), 0)
			if over != (test.what != "") || what != test.what {
				t.Fatalf("got %q, %v; want %q", what, over, test.what)
			}
			if line := source.New("", []byte(test.text)).LineAt(at.Start); over && line != test.line {
				t.Errorf("got line %d; want %d", line, test.line)
			}
		})
	}
}

// deeper is a list that goes one deeper with each line.
func deeper(lines int) string {
	var b strings.Builder
	for i := range lines {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// TestExceedsCorpus reads real reports, if there are any: none may come near a bound.
func TestExceedsCorpus(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_CORPUS")
	if dir == "" {
		t.Skip("POSTMORTEM_CORPUS names no directory of reports")
	}
	most := map[string]int{}
	grow := func(name string, n int) { most[name] = max(most[name], n) }
	calmly, lost := 0, 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if what, at, over := exceeds(text, 0); over {
			t.Errorf("%s: %s at %v", path, what, at)
		}
		if calm(text) {
			calmly++
		}
		w := walker{text: text}
		for at := 0; at < len(text) && w.what == ""; {
			w.start, w.end = at, lineEnd(text, at)
			w.line(text[at:w.end])
			at = w.end + 1
			b := w.block
			grow("depth", w.depth)
			grow("delims", b.delims)
			grow("brackets", b.brackets)
			grow("ticks", b.ticks)
			grow("nest", b.nest)
			grow("oddTicks", b.oddTicks)
			grow("reach", b.lines*(b.brackets+b.ticks))
			grow("blockLines", b.lines)
		}
		if w.lost {
			lost++
			t.Log("lost in", path)
		}
		grow("bytes", len(text))
		grow("steps", w.steps)
		grow("quotes", w.quotes)
		grow("cells", w.cells)
		grow("notes", w.notes)
		grow("headings", w.headings)
		grow("expanded, percent", 100*w.expanded/(maxExpanded+2*len(text)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(fmt.Sprint(most), "calm:", calmly, "lost:", lost)
}

func BenchmarkExceeds(b *testing.B) {
	text := []byte(strings.Repeat("## Timeline\n\n- 2024-01-02 10:00 UTC **Detected**: `checkout` [dashboard](https://x.example/y) shows errors\n- 10:05 someone looks\n\nThe service was down for a while, and nobody knew why until the next morning.\n\n| Action | Owner |\n|---|---|\n| fix it | me |\n\n", 38))
	if path := os.Getenv("POSTMORTEM_REPORT"); path != "" {
		text, _ = os.ReadFile(path)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		exceeds(text, 0)
	}
}
