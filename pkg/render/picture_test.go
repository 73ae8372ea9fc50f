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
		a := newAxis(at, at[len(at)/4], at[len(at)/2], 800)
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

func TestAxisBreaks(t *testing.T) {
	start := time.Date(2026, 1, 10, 10, 0, 0, 0, time.UTC)
	after := func(minutes ...int) (at []time.Time) {
		for _, m := range minutes {
			at = append(at, start.Add(time.Duration(m)*time.Minute))
		}
		return at
	}
	const day = 24 * 60
	for _, c := range []struct {
		name     string
		at       []time.Time
		from, to int // the incident, as indexes; to < 0 where nothing is marked
		breaks   int
	}{
		{"a note written days later", after(0, 20, 60, 7*day), 0, 2, 1},
		{"the same, nothing marked", after(0, 20, 60, 7*day), 0, -1, 1},
		{"the only gap is never cut", after(0, 7*day), 0, -1, 0},
		{"seen after a minute, mended after hours", after(0, 1, 292), 0, 2, 0},
		{"months unseen, then two hours of work", after(0, 60*day, 60*day+10, 60*day+60, 60*day+120), 0, 4, 1},
		{"the same, and a note after it", after(0, 60*day, 60*day+10, 60*day+60, 60*day+120, 68*day), 0, 4, 2},
		{"a quiet night inside the incident", after(0, 30, 60, 600, 660), 0, 4, 0},
		{"a note long before and one long after", after(0, 30*day, 30*day+5, 30*day+90, 60*day), 1, 3, 2},
	} {
		var from, to time.Time
		if c.to >= 0 {
			from, to = c.at[c.from], c.at[c.to]
		}
		n := 0
		for _, s := range newAxis(c.at, from, to, 800).stretches {
			if s.breakHere {
				n++
			}
		}
		if n != c.breaks {
			t.Errorf("%s: %d breaks, want %d", c.name, n, c.breaks)
		}
	}
	hour := newAxis(after(0, 20, 60), start, start, 800)
	if got := hour.place(start.Add(20 * time.Minute)); got < 266 || got > 267 {
		t.Errorf("20 of 60 minutes are at %.1f of 800", got)
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
	return newChronology(report.Parse(source.New("x.md", []byte("---\ntimezone: UTC\n---\n\n## Timeline\n\n"+entries))), nil)
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
		if end := wideLeft + k.at + flagWidth(k); end > wideWidth {
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
