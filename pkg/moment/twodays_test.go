package moment

import (
	"testing"
	"time"
)

func TestTwoDays(t *testing.T) {
	const june18, june19 = "2026-06-18T20:47:00Z", "2026-06-19T02:59:00Z"
	for in, want := range map[string][3]string{
		"On the night from 18 to 19 June 2026, from 22:47 to 04:59 CEST, some": {"18 to 19 June 2026, from 22:47 to 04:59 CEST", june18, june19},
		"On 18 and 19 June 2026 from 22:47 to 04:59 CEST":                      {"18 and 19 June 2026 from 22:47 to 04:59 CEST", june18, june19},
		"On 18 and 19 June 2026 from 04:59 to 22:47 CEST":                      {"18 and 19 June 2026 from 04:59 to 22:47 CEST", "", ""},
		"On 15 to 19 June 2026 from 22:47 to 04:59 CEST":                       {"15 to 19 June 2026 from 22:47 to 04:59 CEST", "", ""},
		"Version 2.18 to 19 June 2026, from 22:47 to 04:59 CEST":               {"19 June 2026, from 22:47 to 04:59 CEST", "2026-06-19T20:47:00Z", "2026-06-20T02:59:00Z"},
		"all 300 to 19 June 2026, from 22:47 to 04:59 CEST":                    {"19 June 2026, from 22:47 to 04:59 CEST", "2026-06-19T20:47:00Z", "2026-06-20T02:59:00Z"},
	} {
		all := Find(in)
		if len(all) != 1 {
			t.Errorf("Find(%q) has %d stamps: %v", in, len(all), all)
			continue
		}
		at := all[0]
		Resolve([]Item{{Stamp: &at}}, Context{})
		got := [3]string{at.Text}
		if !at.Instant.IsZero() {
			got[1] = at.Instant.Format(time.RFC3339)
		}
		if at.Until != nil && !at.Until.Instant.IsZero() && at.Problem == "" {
			got[2] = at.Until.Instant.Format(time.RFC3339)
		}
		if at.Problem != "" {
			got[1] = ""
		}
		if got != want || in[at.Start:at.End] != at.Text {
			t.Errorf("Find(%q) = %q, want %q", in, got, want)
		}
	}
}
