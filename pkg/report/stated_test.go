package report_test

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestStated(t *testing.T) {
	impact := report.SectionSpec{Kind: report.Impact, Heading: "Impact", Level: 2}
	for _, c := range []struct {
		text string
		want bool
	}{
		{"# Down\n\n**Date**: 2026-03-01\n**Impact**: no logins for an hour\n\n## Timeline\n", true},
		{"# Down\n\n## Summary\n\n- **Duration:** an hour\n- **Impact:**\n  - no logins\n", true},
		{"# Down\n\n## Summary\n\n- **Impact:**\n", false},
		{"# Down\n\n- Impact: no logins\n", false},
		{"# Down\n\n## Causes\n\n- **Impact:** of the change on the cache\n", false},
		{"# Down\n\n> **Impact:** no logins\n", false},
		{"# Down\n\n**Impact on us** was small\n", false},
	} {
		if got := impact.Stated(report.Parse(source.New("r.md", []byte(c.text)))); got != c.want {
			t.Errorf("Stated is %v for %q", got, c.text)
		}
	}
}
