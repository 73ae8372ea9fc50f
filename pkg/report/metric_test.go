package report

import (
	"strings"
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func metric(t *testing.T, r *Report, name string) Metric {
	t.Helper()
	for _, m := range r.Metrics() {
		if m.Name == name {
			return m
		}
	}
	t.Fatalf("there is no metric %q", name)
	return Metric{}
}

func TestMetrics(t *testing.T) {
	const head = "## Timeline (UTC)\n\n"
	const noZone = "## Timeline\n\n"
	const begins = "- 2026-02-14 14:00 **Impact begins** errors\n"
	for _, c := range []struct {
		text, name string
		low, high  time.Duration
		missing    string
	}{
		{begins + "- 2026-02-15 14:01 **Resolved** fixed\n", "time to resolve", 24*time.Hour + time.Minute, 24*time.Hour + time.Minute, ""},
		{begins + "- 2026-02-14 ~14:10 **Detected** alert\n", "time to detect", 5 * time.Minute, 15 * time.Minute, ""},
		{begins + "- 2026-02-14 14:10 alert\n", "time to detect", 0, 0, `no entry is marked "Detected"`},
		{begins + "- not dated **Detected** alert\n", "time to detect", 0, 0, `the entry marked "Detected" is not dated`},
		{begins + "- 14:XX **Detected** alert\n", "time to detect", 0, 0, `the time of the entry marked "Detected" is not decided`},
		{"- 2026-02-14 13:00 **Detected** alert\n" + begins, "time to detect", 0, 0, `"Detected" is earlier than "Impact begins"`},
		{begins + "- 2026-02-14 14:10 **Status update** a\n- 2026-02-14 14:30 **Status update** b\n- 2026-02-14 15:30 **Resolved** c\n",
			LongestSilence, time.Hour, time.Hour, ""},
		{begins + "- 2026-02-14 14:10 **Status update** a\n- 2026-02-14 14:30 **Status update** b\n",
			LongestSilence, 20 * time.Minute, 20 * time.Minute, ""},
		{begins + "- not dated **Status update** a\n- 2026-02-14 14:30 **Resolved** b\n", LongestSilence, 0, 0, `the entry marked "Status update" is not dated`},
		{begins + "- 2026-02-14 14:10 **Status update** a\n- 2026-02-14 14:30 **Status update** b\n",
			"time to first customer update", 10 * time.Minute, 10 * time.Minute, ""},
		{begins + "- 2026-02-15 **Resolved** fixed\n", "time to resolve", 10 * time.Hour, 34 * time.Hour, ""},
		{noZone + begins + "- 2026-02-14 15:19 **Resolved** fixed\n", "time to resolve", 79 * time.Minute, 79 * time.Minute, ""},
	} {
		text := c.text
		if !strings.HasPrefix(text, noZone) {
			text = head + text
		}
		m := metric(t, Parse(source.New("r.md", []byte(text))), c.name)
		if m.Low != c.low || m.High != c.high || m.Missing != c.missing {
			t.Errorf("%s of\n%s\nis %v to %v (%s), want %v to %v (%s)", c.name, c.text, m.Low, m.High, m.Missing, c.low, c.high, c.missing)
		}
	}
}
