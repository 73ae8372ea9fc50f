package guard

import (
	"fmt"
	"testing"
)

// TestCopiedSentence holds that eight words in a row of withheld prose are refused, with both places,
// and that fewer, or the times and numbers of an entry, are not.
func TestCopiedSentence(t *testing.T) {
	const report = `---
title: Every shop in the north could not take a single payment
timezone: UTC
---

## Customer summary

You could not pay.

%s

## Timeline

- 2026-02-03 10:12 UTC the queue was full and nobody was told about it until the evening

## Contributing factors

The refund page can be reached by an unauthenticated request. The counsel advises to say nothing. See [us](https://example.com/x "they told the auditor in March that all was well").

Since the spring the upload form has *taken* any file that a visitor sent, and
kept it in a place that was open to all.
`
	for _, c := range []struct {
		says string
		want bool
	}{
		{"Since the spring the upload form has taken any file that a visitor sent.", true},
		{"As we said, the upload form has taken ANY file, that a **visitor** sent.", true},
		{"> ... any file that a visitor sent, and kept it in a place that was closed.", true},
		{"It took any file that a visitor chose, and kept it.", false},
		{"From 2026-02-03 10:12 UTC the queue was full and nobody was told.", true},
		{"From 2026-02-03 10:12 UTC the queue was full.", false},
		{"It can be reached by an unauthenticated request.", true},
		{"It was reached by a request that is unauthenticated.", false},
		{"As counsel advises to say nothing, we do.", true},
		{"Counsel advises you.", false},
		{"In short, they told the auditor in March.", true},
		{"Every shop in the north could not take a single payment.", false}, // a title stands in both
	} {
		e, g := guarded(t, fmt.Sprintf(report, c.says), Options{})
		leaks := g.Check("page.md", e.Markdown)
		if len(leaks) > 0 != c.want {
			t.Errorf("%s: %+v", c.says, leaks)
			continue
		}
		for _, l := range leaks {
			if l.Class != Sentence || l.Named.IsZero() || len(l.Places) == 0 {
				t.Errorf("%s: %+v", c.says, l)
			}
		}
	}
}

// TestPublicDefinitions holds that a link definition is public where its range is, and withheld elsewhere.
func TestPublicDefinitions(t *testing.T) {
	const report = `## Causes

<!-- public -->

We asked [on the forum][ask] about it, and read [the guide][read].

> [read]: https://guides.lumenia.example/en/latest/about/how-we-tell.html

[ask]:
  https://lumenia.example/t/seeking-people-who-test-the-new-one/1234

<!-- /public -->

%s
`
	for _, c := range []struct{ withheld, want string }{
		{"Nothing else.", ""},
		{"[other]: https://lumenia.example/t/seeking-people-who-test-the-new-one/1234", "lumenia.example/t/seeking-people-who-test-the-new-one/1234"},
	} {
		e, g := guarded(t, fmt.Sprintf(report, c.withheld), Options{})
		if got := refused(g, e.Markdown); got != c.want {
			t.Errorf("%s: refused is %q, want %q", c.withheld, got, c.want)
		}
	}
}
