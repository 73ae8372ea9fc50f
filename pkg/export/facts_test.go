package export

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestSilence holds that the longest silence is what the words beside it say, whether or not the edition tells when it was
// resolved.
func TestSilence(t *testing.T) {
	const head, last = "## Timeline (UTC)\n\n- 2026-03-11 07:40 **Status update** a\n- 2026-03-11 08:12 **Status update** b\n", "- 2026-03-11 09:35 **Status update** c\n"
	for text, want := range map[string]fact{
		head + "- 2026-03-11 09:28 **Resolved** d\n" + last: {"Longest time without a status update", "1 h 16 min", "while it lasted: from one to the next, or to when it was resolved"},
		head + last: {"Longest time between two status updates", "1 h 23 min", ""},
		head + last + "- not dated **Resolved** d\n": {"Longest time between two status updates", "1 h 23 min", ""},
	} {
		var got fact
		for _, f := range figuresOf(report.Parse(source.New("r.md", []byte(text)))) {
			if f.name != "Status updates" {
				got = f
			}
		}
		if got != want {
			t.Errorf("%s\nis told as %v, want %v", text, got, want)
		}
	}
}

// TestWhenOnce holds that a page tells the days of an incident once: as its begin and end where they are known to the
// minute, else as days.
func TestWhenOnce(t *testing.T) {
	const begins = "## Timeline\n\n- 2026-02-03 10:12 UTC **Impact begins** a <!-- public -->\n"
	for report, want := range map[string]bool{
		begins + "- 2026-02-03 10:31 UTC **Resolved** b <!-- public -->\n": false,
		begins + "- 2026-02-03 **Resolved** b <!-- public -->\n":           true,
		begins: true,
	} {
		page := string(output(t, html, cut(t, "x.md", []byte(report)), Options{}))
		if strings.Contains(page, "<dt>When</dt>") != want {
			t.Errorf("%s: %v", report, !want)
		}
	}
}
