package claim

import (
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// claimOf is the first time claim of a sentence in the summary of a report.
func claimOf(t *testing.T, sentence, timeline string) (*report.Report, *Claim) {
	t.Helper()
	r := report.Parse(source.New("r.md", []byte("---\ntimezone: UTC\n---\n## Summary\n\n"+sentence+"\n\n## Timeline\n\n"+timeline)))
	claims := Find(r)
	for i := range claims {
		if claims[i].Kind == Time {
			return r, &claims[i]
		}
	}
	t.Fatalf("no time is found in %q", sentence)
	return nil, nil
}

func TestWindow(t *testing.T) {
	const evening = "- 2026-02-03 21:12 a\n- 2026-02-03 22:05 b\n- 2026-02-04 01:31 c\n"
	for _, c := range []struct {
		sentence string
		want     time.Duration
		ok       bool
	}{
		{"It failed at 22:00.", 0, true},
		{"It failed at 00:40.", 0, true},
		{"It failed at 10:10.", 0, true}, // in the evening, perhaps
		{"It failed at 02:31.", time.Hour, true},
		{"It failed at 20:12.", -time.Hour, true},
		{"It failed on 3 February 2026 at 00:40.", -(20*time.Hour + 32*time.Minute), true},
		{"It failed at 22:31 CET.", 0, true},
		{"It failed at 19:00 EST.", 0, true},
		{"It failed at 03:31 CET.", time.Hour, true},
	} {
		r, claim := claimOf(t, c.sentence, evening)
		w, ok := r.Timeline.Window()
		if !ok {
			t.Fatal("the timeline has no window")
		}
		off, _, ok := w.Outside(claim.Stamp)
		if ok != c.ok || off != c.want {
			t.Errorf("%q: %v, %v; want %v, %v", c.sentence, off, ok, c.want, c.ok)
		}
	}
	for _, timeline := range []string{"- 2026-02-03 21:12 a\n- 2026-02-03 22:05 b\n", "- 21:12 a\n- 22:05 b\n- 23:05 c\n", "- 2026-02-03 21:12 a\n- 2026-02-03 22:05 b\n- 2026-03-04 01:31 c\n"} {
		if _, ok := report.Parse(source.New("r.md", []byte("## Timeline\n\n"+timeline))).Timeline.Window(); ok {
			t.Errorf("%q has a window", timeline)
		}
	}
}

func TestLasts(t *testing.T) {
	for _, c := range []struct {
		sentence  string
		low, high time.Duration
	}{
		{"From 11:45 to 18:08 PDT.", 6*time.Hour + 23*time.Minute, 6*time.Hour + 23*time.Minute},
		{"From 23:50 to 00:10.", 20 * time.Minute, 20 * time.Minute},
		{"From 3 May 2026 23:50 to 5 May 2026 00:10 UTC.", 24*time.Hour + 20*time.Minute, 24*time.Hour + 20*time.Minute},
		{"From about 11:45 to 12:45.", 55 * time.Minute, 65 * time.Minute},
		{"From 2 pm to 6 pm.", 3 * time.Hour, 5 * time.Hour},
	} {
		_, claim := claimOf(t, c.sentence, "")
		low, high, ok := claim.Lasts()
		if !ok || low != c.low || high != c.high {
			t.Errorf("%q: %v to %v, %v; want %v to %v", c.sentence, low, high, ok, c.low, c.high)
		}
	}
	for _, sentence := range []string{"At 11:45.", "From 11:45 until 6 February 2026 13:06."} {
		_, claim := claimOf(t, sentence, "")
		if low, high, ok := claim.Lasts(); ok {
			t.Errorf("%q: %v to %v", sentence, low, high)
		}
	}
}
