package edition

import (
	"strings"
	"testing"
)

// TestRanges holds that of ranges inside each other, and of marks without their other half, less is released and
// never more.
func TestRanges(t *testing.T) {
	const open, end = "<!-- internal -->", "<!-- /internal -->"
	for _, c := range []struct {
		name  string
		parts []string // below "Customer summary"; those that must stay behind begin with SECRET
	}{
		{"one in another", []string{"a", open, "SECRET b", open, "SECRET c", end, "SECRET d", end, "e"}},
		{"two in another", []string{"a", open, "SECRET b", open, "SECRET c", end, open, "SECRET d", end, "SECRET e", end, "f"}},
		{"three deep", []string{open, open, open, "SECRET a", end, "SECRET b", end, "SECRET c", end, "d"}},
		{"a public one in an internal one", []string{"a", open, "SECRET b", "<!-- public -->", "SECRET c", "<!-- /public -->", "SECRET d", end, "e"}},
		{"the first end is missing", []string{"a", open, "SECRET b", open, "SECRET c", end, "SECRET d"}},
		{"the last end is missing", []string{"a", open, "SECRET b", end, "c", open, "SECRET d"}},
		{"the opening is missing", []string{"SECRET a", end, "b"}},
		{"the second opening is missing", []string{"a", open, "SECRET b", end, "SECRET c", end, "d"}},
		{"words behind the opening", []string{"a", open + " SECRET b\nSECRET c", "d"}},
		{"words behind the opening, and an end", []string{"SECRET a", open + " SECRET b\nSECRET c", "SECRET d", end, "e"}},
		{"in the heading of a table", []string{"a", "| Region | SECRET Machines " + open + " |\n|---|---|\n| EU | SECRET |", "b"}},
		{"words behind the opening in an item", []string{"- a\n- " + open + " SECRET b\n  SECRET c\n\n  SECRET d\n  - SECRET e\n- f"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, _ := cut(t, "## Customer summary\n\n"+strings.Join(c.parts, "\n\n")+"\n", Options{})
			if strings.Contains(got, "SECRET") {
				t.Errorf("a withheld part is in the edition:\n%s", got)
			}
			for _, p := range c.parts {
				if !strings.HasPrefix(p, "<") && !strings.Contains(p, "SECRET") && !strings.Contains(got, "\n"+p+"\n") {
					t.Errorf("%q is missing:\n%s", p, got)
				}
			}
		})
	}
}
