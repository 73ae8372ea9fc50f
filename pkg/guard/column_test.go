package guard

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestColumns holds that what an edition leaves out of a public row is withheld: it must not stand elsewhere.
func TestColumns(t *testing.T) {
	for _, rows := range []string{
		"## Timeline\n\n| Time | Notes | What |\n|---|---|---|\n| 2026-02-03 10:00 | Zabalquir asked | Mails fail <!-- public --> |\n",
		"## Timeline <!-- public -->\n\n| Time | What | Source |\n|---|---|---|\n| 2026-02-03 10:00 | Mails fail | Zabalquir |\n",
		"## Corrective actions <!-- public -->\n\n| Action | Why | Due |\n|---|---|---|\n| Send the mails again | Zabalquir waits | 2026-03-01 |\n",
	} {
		for said, refused := range map[string]bool{"Zabalquir was slow.": true, "Mails were slow.": false} {
			r := report.Parse(source.New("in.md", []byte("---\ntimezone: UTC\n---\n\n## Customer summary\n\n"+said+"\n\n"+rows)))
			e, _, err := edition.Cut(r, edition.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if leaks := New(r, e, Options{}).Check("page.md", e.Markdown); refused != (len(leaks) > 0) {
				t.Errorf("%q above %q: %v", said, rows, leaks)
			}
		}
	}
}
