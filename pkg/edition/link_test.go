package edition

import (
	"strings"
	"testing"
)

// TestTargets holds that a link of an edition leads where the report's does, however its address is written.
func TestTargets(t *testing.T) {
	for _, c := range []struct{ in, out string }{
		{"[here](https://example.com/a#sec&#45;3)", "[here](https://example.com/a#sec-3)"},
		{"[here](https://example.com/a?b=1&amp;c=2)", "[here](<https://example.com/a?b=1&c=2>)"},
		{"[here](https://example.com/a?b=1&c=2)", "[here](<https://example.com/a?b=1&c=2>)"},
		{`[here](https://example.com/a\_b)`, "[here](https://example.com/a_b)"},
		{"[here](https://example.com/a?b=1;&amp;lt;2)", "[here](<https://example.com/a?b=1;&amp;lt;2>)"},
		{"[here][a]\n\n[a]: https://example.com/a&#45;3", "[here](https://example.com/a-3)"},
	} {
		got, _ := cut(t, "## Customer summary\n\n"+c.in+"\n", Options{})
		if !strings.HasSuffix(got, "\n\n"+c.out+"\n") {
			t.Errorf("%s: got %s, want %s", c.in, got, c.out)
		}
	}
}
