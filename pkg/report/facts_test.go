package report_test

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestFacts reads what the head of a report says where there is no front matter.
func TestFacts(t *testing.T) {
	timeline := "\n## Timeline (UTC)\n\n- 10:02 disk full\n\n**Severity:** SEV1\n\nStatus: draft\n"
	for _, c := range []struct{ name, text, want string }{
		{"bold lines", "# Down\n\n**Date:** 2026-05-01  \n**Severity:** SEV-2 (one region)\n**Status**: Draft\n**Owner:** Ana Lima\n", "severity=SEV-2 status=draft owner=Ana Lima"},
		{"a list", "# Down\n\n- Severity: 🔴 Critical\n- Detected by: Customer\n- Reviewed by: Bo Chen\n", "severity=Critical detection=customer reviewers=Bo Chen"},
		{"two columns", "# Down\n\n| Field | Value |\n|---|---|\n| Severity | S1. The lab was down |\n| Status | Under review |\n| Start | 2026-05-01 10:02 UTC |\n| Resolved | `2026-05-01 11:30 UTC` |\n", "severity=S1 status=in-review started=2026-05-01 10:02 UTC resolved=2026-05-01 11:30 UTC"},
		{"no heading row", "# Down\n\n| Severity | SEV3 |\n|---|---|\n| Owner | Storage team |\n", "severity=SEV3 owner=Storage team"},
		{"one row", "# Down\n\n| Date | Severity | Status |\n|---|---|---|\n| 2026-05-01 | P1 | Final |\n", "severity=P1 status=final"},
		{"below a heading", "# Down\n\n## Details\n\n- **Severity**: High - the core was down\n- **End time**: 2026-05-01 11:30\n", "severity=High resolved=2026-05-01 11:30"},
		{"front matter first", "---\nseverity: SEV3\nstatus: final\n---\n\n# Down\n\nSeverity: SEV1\nStatus: draft\n", "severity=SEV3 status=final"},
		{"the incident's status", "# Down\n\n**Status:** Resolved\n**Severity:** partial outage\n**Owner:** tbd\n**Detected by:** a look at the graphs\n**Start:** 10:02\n", ""},
		{"prose", "# Down\n\nThe status: draft was wrong. We found that severity: SEV1.\n\n> Severity: SEV1\n\n## Severity: SEV1\n", ""},
		{"zone", "# Down\n\n- **Time zone:** Europe/Madrid (local)\n", "timezone=Europe/Madrid"},
		{"zone in a table", "# Down\n\n| Field | Value |\n|---|---|\n| Timezone | CET |\n", "timezone=CET"},
		{"no zone", "# Down\n\nTime zone: wherever we were\nTimes: from 10:00 UTC\n", ""},
		{"many rows", "# Down\n\n| Service | Severity | Note |\n|---|---|---|\n| a | SEV1 | x |\n| b | SEV3 | y |\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := source.New("r.md", []byte(c.text+timeline))
			m := report.Parse(f).Meta
			var got []string
			for _, x := range []struct {
				name string
				report.Field[string]
			}{{"severity", m.Severity}, {"status", m.Status}, {"owner", m.Owner}, {"detection", m.Detection}, {"timezone", m.Timezone}} {
				if x.Written() {
					got = append(got, x.name+"="+x.Value)
					if at := f.Slice(x.Span); !strings.EqualFold(strings.ReplaceAll(at, " ", "-"), strings.ReplaceAll(x.Value, " ", "-")) && !(x.name == "status" && at == "Under review") {
						t.Errorf("%s is said to stand at %q", x.Value, at)
					}
				}
			}
			for _, x := range m.Reviewers {
				got = append(got, "reviewers="+x.Value)
			}
			if m.Started.Written() {
				got = append(got, "started="+f.Slice(m.Started.Span))
			}
			if m.Resolved.Written() {
				got = append(got, "resolved="+f.Slice(m.Resolved.Span))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}
