package report_test

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

const placed = `---
title: A
services:
  - one
  - two
---
# Heading

First
paragraph.

- item
  - nested item
- last

| A | B |
|---|---|
| c | d |

> quoted text

` + "```" + `
code here
` + "```" + `
`

func TestBlockAt(t *testing.T) {
	r := report.Parse(source.New("a.md", []byte(placed)))
	for at, want := range map[string]string{
		"A\n":        "title: A",
		"two":        "services:\n  - one\n  - two",
		"Heading":    "# Heading",
		"paragraph.": "First\nparagraph.",
		"item\n":     "item",
		"nested":     "nested item",
		"last":       "last",
		"d |":        "| c | d",
		"quoted":     "quoted text",
		"code here":  "```\ncode here\n```",
	} {
		if got := r.File.Slice(r.BlockAt(strings.Index(placed, at))); got != want {
			t.Errorf("at %q: %q, want %q", at, got, want)
		}
	}
}

// TestBlocks goes through a report and finds at each offset what looking there alone finds.
func TestBlocks(t *testing.T) {
	r := report.Parse(source.New("a.md", []byte(placed)))
	blocks := r.Blocks()
	for at := range len(placed) {
		if got, want := blocks.At(at), r.BlockAt(at); got != want {
			t.Errorf("at %d: %v, want %v", at, got, want)
		}
	}
}

func TestTarget(t *testing.T) {
	const text = `# Title

<!-- one -->
<!-- two -->

Next block
of two lines.

- first <!-- three -->
  with more

  <!-- four -->
- second

| A |
|---|
| cell <!-- five --> | x |

<!-- six`
	r := report.Parse(source.New("a.md", []byte(text)))
	want := map[string]string{
		"one":   "Next block\nof two lines.",
		"two":   "Next block\nof two lines.",
		"three": "- first <!-- three -->\n  with more\n\n  <!-- four -->",
		"four":  "- second",
		"five":  "| cell <!-- five --> | x |",
		"six":   "",
	}
	if len(r.Comments) != len(want) {
		t.Errorf("%d comments", len(r.Comments))
	}
	for _, c := range r.Comments {
		if got := r.File.Slice(r.Target(c)); got != want[c.Text] {
			t.Errorf("%s: %q, want %q", c.Text, got, want[c.Text])
		}
		if closed := c.Text != "six"; r.Closed(c) != closed {
			t.Errorf("%s: closed is not %v", c.Text, closed)
		}
	}
}
