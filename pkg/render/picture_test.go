package render

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// instants makes times in order whose distances are very uneven.
func instants(r *rand.Rand, n int) []time.Time {
	at := time.Date(2026, 1, 10, 22, 0, 0, 0, time.UTC)
	out := []time.Time{at}
	steps := []time.Duration{0, time.Second, time.Minute, 7 * time.Minute, 3 * time.Hour, 40 * time.Hour, 300 * 24 * time.Hour}
	for range n {
		at = at.Add(steps[r.IntN(len(steps))])
		out = append(out, at)
	}
	return append(out, at.Add(time.Minute))
}

// Places run in the order of time, within the line, and ticks keep their distance.
func TestAxis(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		at := instants(r, 1+r.IntN(40))
		a := newAxis(at, 800)
		last := 0.0
		for i, x := range at {
			p := a.place(x)
			if p < last-1e-6 || p > 800+1e-6 {
				t.Fatalf("seed %d: instant %d at %.2f after %.2f", seed, i, p, last)
			}
			last = p
		}
		if a.place(at[0]) != 0 || last < 800-1e-6 {
			t.Fatalf("seed %d: the line is not used: from %.2f to %.2f", seed, a.place(at[0]), last)
		}
		breaks := 0
		for i, s := range a.stretches {
			if i > 0 && s.at != a.stretches[i-1].end {
				t.Fatalf("seed %d: a hole before stretch %d", seed, i)
			}
			if s.breakHere {
				breaks++
			}
		}
		if breaks > breaksMax {
			t.Fatalf("seed %d: %d breaks", seed, breaks)
		}
		prev := -1000.0
		for _, k := range a.ticks(60) {
			if k.at-prev < 45-1e-6 || k.at < 0 || k.at > 800+1e-6 {
				t.Fatalf("seed %d: tick %s at %.2f after %.2f", seed, k.text, k.at, prev)
			}
			prev = k.at
		}
	}
}

// A note written days later does not press the incident into one point.
func TestAxisBreaks(t *testing.T) {
	start := time.Date(2026, 1, 10, 10, 0, 0, 0, time.UTC)
	at := []time.Time{start, start.Add(20 * time.Minute), start.Add(time.Hour), start.AddDate(0, 0, 7)}
	a := newAxis(at, 800)
	if got := a.place(at[2]); got != 800-breakLength {
		t.Errorf("the hour of the incident has %.1f of 800", got)
	}
	hour := newAxis(at[:3], 800)
	if got := hour.place(at[1]); got < 266 || got > 267 {
		t.Errorf("20 of 60 minutes are at %.1f of 800", got)
	}
	// The only gap is never cut.
	if s := newAxis(at[:2], 800).stretches; len(s) != 1 || s[0].breakHere {
		t.Errorf("one gap gives %v", s)
	}
}

func TestFlagsDoNotOverlap(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 2))
		n := 1 + r.IntN(12)
		at, width := make([]float64, n), make([]float64, n)
		for i := range at {
			at[i], width[i] = float64(r.IntN(800)), 40+float64(r.IntN(120))
		}
		slices.Sort(at)
		lane, lanes := flags(at, width)
		for i := range at {
			if lane[i] < 0 || lane[i] >= lanes {
				t.Fatalf("seed %d: lane %d of %d", seed, lane[i], lanes)
			}
			for j := i + 1; j < n; j++ {
				overlap := at[i]+width[i] > at[j]
				switch {
				case lane[i] == lane[j] && overlap:
					t.Fatalf("seed %d: flags %d and %d lie on each other", seed, i, j)
				case lane[i] < lane[j] && overlap && at[j] > at[i]:
					t.Fatalf("seed %d: the line of flag %d crosses flag %d", seed, j, i)
				}
			}
		}
	}
}

func TestSpread(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 3))
		n := 1 + r.IntN(15)
		at := make([]float64, n)
		for i := range at {
			at[i] = float64(r.IntN(320))
		}
		slices.Sort(at)
		got := spread(at, 20, 320)
		for i, y := range got {
			if y < -1e-6 || y > 320+1e-6 || i > 0 && y-got[i-1] < 20-1e-6 {
				t.Fatalf("seed %d: %v", seed, got)
			}
		}
	}
	if got := spread([]float64{50, 200}, 20, 320); got[0] != 50 || got[1] != 200 {
		t.Errorf("labels with room moved to %v", got)
	}
}

func TestNumbersDoNotOverlap(t *testing.T) {
	room := func(s string) float64 { return 7 * float64(len([]rune(s))+1) }
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 4))
		var dots []dot
		x := 0.0
		for i := range 1 + r.IntN(200) {
			x += float64(r.IntN(12))
			dots = append(dots, dot{happening: happening{number: i + 1}, at: x, end: x})
		}
		end := -1e9
		for _, c := range numbers(dots, room) {
			if from := c.at - room(c.text)/2; from < end-1e-6 {
				t.Fatalf("seed %d: %q begins at %.1f, before %.1f", seed, c.text, from, end)
			}
			end = c.at + room(c.text)/2
		}
	}
}

func timelineOf(entries string) *chronology {
	return newChronology(report.Parse(source.New("x.md", []byte("---\ntimezone: UTC\n---\n\n## Timeline\n\n"+entries))))
}

func TestBands(t *testing.T) {
	for _, c := range []struct{ name, entries, want string }{
		{"the usual order", "- 2026-01-10 10:00 **Impact begins** a\n- 2026-01-10 10:05 **Detected** b\n- 2026-01-10 10:15 **Mitigated** c\n- 2026-01-10 10:30 **Resolved** d\n",
			"unseen 5m0s, impact 10m0s, mitigated 15m0s"},
		{"seen before it hurts", "- 2026-01-10 10:00 **Detected** a\n- 2026-01-10 10:05 **Impact begins** b\n- 2026-01-10 10:30 **Resolved** d\n", "early 5m0s, impact 25m0s"},
		{"detection not marked", "- 2026-01-10 10:00 **Impact begins** a\n- 2026-01-10 10:30 **Resolved** d\n", "impact 30m0s"},
		{"no end", "- 2026-01-10 10:00 **Impact begins** a\n- 2026-01-10 10:05 **Detected** b\n- 2026-01-10 10:30 x\n", "unseen 5m0s"},
		{"nothing marked", "- 2026-01-10 10:00 a\n- 2026-01-10 10:30 b\n", ""},
		{"written newest first", "- 2026-01-10 10:30 **Resolved** d\n- 2026-01-10 10:05 **Detected** b\n- 2026-01-10 10:00 **Impact begins** a\n", "unseen 5m0s, impact 25m0s"},
	} {
		var got []string
		for _, b := range bands(timelineOf(c.entries).clocked()) {
			got = append(got, b.state+" "+b.to.Sub(b.from).String())
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

// Every flag, dot and number of the wide picture lies within it.
func TestWidePictureFits(t *testing.T) {
	c := timelineOf("- 2026-01-10 10:00 **Impact begins** a\n- 2026-01-10 10:58 **Detected** b\n- 2026-01-10 10:59 **Mitigated** c\n- 2026-01-10 11:00 **Resolved** d\n- 2026-01-10 11:00 e\n")
	d := c.wideDrawing()
	for _, k := range d.marks() {
		if end := wideLeft + k.at + flagWidth(k, d.scaled); end > wideWidth {
			t.Errorf("%s ends at %.0f of %.0f", k.event.Phase.Value, end, wideWidth)
		}
	}
}

func TestNoPictureOfOneMoment(t *testing.T) {
	for _, entries := range []string{"", "- 2026-01-10 10:00 a\n", "- 2026-01-10 10:00 a\n- 2026-01-10 10:00 b\n", "- not dated a\n- not dated b\n"} {
		if d := timelineOf(entries).wideDrawing(); d != nil {
			t.Errorf("%q is drawn with %d dots", entries, len(d.dots))
		}
	}
}
