package edition

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestWithheldSiblings holds that an item among entries is in the edition whether those beside it, which are withheld,
// have a time or none, and so is what is public below one of them.
func TestWithheldSiblings(t *testing.T) {
	const report = "---\ntimezone: UTC\n---\n\n## Timeline\n\n1. %[1]s\n   - The shops were told <!-- public -->\n2. We waited <!-- public -->\n3. %[1]s\n\n" +
		"It was <!-- public -->\n\n### %[1]s\n\n- over <!-- public -->\n"
	var first string
	for i, withheld := range []string{"a secret", "2026-02-03 10:00 a secret", "2026-02-03 10:00 **Resolved** a secret", "10:00 a secret"} {
		got, _ := cut(t, fmt.Sprintf(report, withheld), Options{})
		if i == 0 {
			first = got
		}
		for _, said := range []string{"- The shops were told\n- We waited\n", "It was\n", "- over\n"} {
			if !strings.Contains(got, said) {
				t.Errorf("%q: %q is missing in\n%s", withheld, said, got)
			}
		}
		if strings.Contains(got, "secret") || got != first {
			t.Errorf("%q:\n%s\nand not\n%s", withheld, got, first)
		}
	}
}

// TestEntryMarks holds that an entry keeps the marks of its text, but for bold at its beginning, which is its phase, and
// that it is read again as it was.
func TestEntryMarks(t *testing.T) {
	for text, want := range map[string]string{
		"the `max jobs` were *few*, ~~two~~ one":                     "",
		"`upload` failed, **badly**":                                 "",
		"see [our page](https://status.example.com/1) and [x](y.md)": "see [our page](https://status.example.com/1) and x",
		"**Detected** by *us*":                                       "",
		"**Detected** **Resolved** in `a | b`":                       "**Detected** Resolved in `a | b`",
		"**Shops** could not **pay**":                                "Shops could not **pay**",
		"*all* is well":                                              "",
	} {
		r := report.Parse(source.New("in.md", []byte("---\ntimezone: UTC\n---\n\n## Timeline\n\n- 2026-02-03 09:12 "+text+" <!-- public -->\n")))
		e, _, err := Cut(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = text
		}
		if line := "\n- 2026-02-03 09:12 UTC " + want + "\n"; !strings.Contains(string(e.Markdown), line) {
			t.Errorf("%q: no %q in\n%s", text, line, e.Markdown)
		}
		was, is := r.Timeline.Events[0], e.Report.Timeline.Events[0]
		if was.Phase.Value != is.Phase.Value {
			t.Errorf("%q: phase %q is read again as %q", text, was.Phase.Value, is.Phase.Value)
		}
	}
}
