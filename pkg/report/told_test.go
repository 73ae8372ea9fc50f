package report

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestToldActions holds that a list in a public part is no list of corrective actions where there is another, and that
// the only one is.
func TestToldActions(t *testing.T) {
	const public, own = "## For customers <!-- public -->\n\nx\n\n### What we are changing\n\n1. We now test the copy.\n\n", "## Corrective actions\n\n- [ ] Test the copy (owner: Ops)\n"
	for text, want := range map[string]int{
		public + own: 1,
		"## What we are changing <!-- public -->\n\n1. We now test the copy.\n\n" + own: 1,
		"## Corrective actions <!-- public -->\n\n- [ ] Test the copy\n":                1,
		own: 1,
	} {
		if r := Parse(source.New("in.md", []byte(text))); len(r.Actions) != want {
			t.Errorf("%d actions:\n%s", len(r.Actions), text)
		}
	}
}
