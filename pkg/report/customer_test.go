package report

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// A customer summary tells the whole incident again; what it says must not be read twice.
func TestCustomerSummaryIsNotTheReport(t *testing.T) {
	const inside = "### Timeline\n\n- 2026-02-14 14:00 UTC It broke\n\n### What changes\n\n- We test every release\n"
	for _, c := range []struct {
		heading         string
		events, actions int
	}{
		{"## Customer summary\n\n", 0, 0},
		{"## Analysis\n\n", 1, 1},
	} {
		r := Parse(source.New("r.md", []byte(c.heading+inside)))
		if len(r.Timeline.Events) != c.events || len(r.Actions) != c.actions {
			t.Errorf("%q holds %d events and %d actions, want %d and %d", c.heading, len(r.Timeline.Events), len(r.Actions), c.events, c.actions)
		}
	}
}
