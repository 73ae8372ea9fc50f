package render

import (
	"strings"
	"testing"
)

// TestNoZoneNoUTC promises no times in UTC where the report says no zone.
func TestNoZoneNoUTC(t *testing.T) {
	const entries = "## Timeline\n\n### 2026-02-14 10:02 The disk is full\n\nThe alert fires.\n\n### 2026-02-14 10:40 It is not\n\nLogs are deleted.\n"
	for text, want := range map[string]bool{
		"# Disk\n\n" + entries: false,
		"---\ntimezone: Europe/Vienna\n---\n\n# Disk\n\n" + entries: true,
	} {
		page := body(pageOf(t, text, Options{}))
		if !strings.Contains(page, "as a table") {
			t.Fatalf("no table beside the entries of %q", text)
		}
		if got := strings.Contains(page, "UTC"); got != want {
			t.Errorf("%q speaks of UTC: %v", text, got)
		}
	}
}
