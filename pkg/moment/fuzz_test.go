package moment

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var seeds = []string{
	"18:53", "[12-05 16:21]", "16.06", "10:45a", "17:14pm", "2022-02-02 1625", "10h47 CEST", "2021-05-25 - 09:30 UTC", "~14:00 UTC",
	"ca. 18:30", "11:10 6th Nov 2023", "Dec 16th **12:43**", "13:14 EDT (17:14 UTC)", "12:48 (6:48 PDT)", "19.20, 19.27 and 20.00", "7-13th Nov",
	"2023-MM-DD", "22:XX", "T+15m (10:00 UTC)", "Day 2, 10:00", "2019-03-28T11:10:00-04:00", "9-11 AM PST/PDT", "Wed Mar  4 15:57:01 UTC 2026",
	"between 12:17 and 12:30 UTC on 2023-07-20", "29/02/2023", "<t:1617181920:F>", "**[10:45**] (UTC", "99:99:99", "1-1-1-1-1-1", "for about 3h 5m and a half",
	"half an hour", "2-3 hours, up to 5½ days", "\xff\xfe10:45\x00", "１８:５３", "10：45 – 11：00", "an an an hour", "Europe/A/B/C 10:00 Europe/Berlin", "in US/Pacific time (PST)",
}

// within checks that a stamp and those inside it lie in s and hold the text there.
func within(t *testing.T, s string, st *Stamp) {
	t.Helper()
	if st.Start < 0 || st.End > len(s) || st.Start >= st.End || s[st.Start:st.End] != st.Text {
		t.Fatalf("stamp %q lies at %d to %d of %q", st.Text, st.Start, st.End, s)
	}
	if st.OuterStart < 0 || st.OuterEnd > len(s) || st.OuterStart > st.Start || st.OuterEnd < st.End {
		t.Fatalf("stamp %q at %d to %d is not within %d to %d of %q", st.Text, st.Start, st.End, st.OuterStart, st.OuterEnd, s)
	}
	if (st.Problem == "") != (st.ProblemKind == NoProblem) {
		t.Fatalf("stamp %q has problem %q of kind %q", st.Text, st.Problem, st.ProblemKind)
	}
	for _, inner := range []*Stamp{st.Until, st.Also} {
		if inner != nil {
			within(t, s, inner)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if st, ok := Read(s); ok {
			within(t, s, &st)
		}
		ParseZone(s)
		if z, start, end, ok := FindZone(s); ok && (start < 0 || end > len(s) || start >= end || z.IsZero() || s[start:end] != z.Name) {
			t.Fatalf("zone %q lies at %d to %d of %q", z.Name, start, end, s)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Add(strings.Join(seeds, "\n"))
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, st := range Find(s) {
			within(t, s, &st)
			if st.OuterStart < end {
				t.Fatalf("stamp %q at %d begins before the end of the one before, %d, in %q", st.Text, st.OuterStart, end, s)
			}
			end = st.OuterEnd
		}
		end = 0
		for _, d := range FindDurations(s) {
			if d.Start < end || d.End > len(s) || d.Start >= d.End || s[d.Start:d.End] != d.Text {
				t.Fatalf("length %q lies at %d to %d of %q", d.Text, d.Start, d.End, s)
			}
			if d.Low < 0 || d.High < d.Low || d.Precision <= 0 {
				t.Fatalf("length %q is %v to %v, good to %v", d.Text, d.Low, d.High, d.Precision)
			}
			end = d.End
		}
	})
}

// Resolving the same lines again gives the same; and no stamp gets an instant that its own text and
// the context do not allow: a written date, clock and offset are always kept.
func FuzzResolve(f *testing.F) {
	f.Add(strings.Join(seeds, "\n"), "2022-03-05", "UTC")
	f.Add("2019-11-03 01:30\n02:30 EST\nmidnight\n23:00", "", "America/New_York")
	f.Add("04/03/2026\n10:00 IST\n27/02/2026 09:00\n01:00", "5 March", "Asia/Kolkata")
	f.Fuzz(func(t *testing.T, text, date, zone string) {
		c := Context{DateFrom: "the title", ZoneFrom: "the heading"}
		if d, ok := Read(date); ok {
			c.Date = d.Date()
		}
		c.Zone, _ = ParseZone(zone)
		run := func() (out []Stamp, r Resolution) {
			var items []Item
			for line := range strings.Lines(text) {
				if st, ok := Read(line); ok {
					items = append(items, Item{Stamp: &st})
				}
			}
			r = Resolve(items, c)
			for _, it := range items {
				out = append(out, *it.Stamp)
			}
			return out, r
		}
		first, r1 := run()
		again, r2 := run()
		if r1 != r2 || !slices.EqualFunc(first, again, same) {
			t.Fatalf("resolving twice gives %v and %v", first, again)
		}
		for i := range first {
			kept(t, &first[i])
		}
	})
}

func same(a, b Stamp) bool {
	return a.Text == b.Text && a.Instant.Equal(b.Instant) && a.Problem == b.Problem && cmp.Equal(a.Inferred, b.Inferred)
}

// kept checks that the instant of a stamp agrees with what is written in it.
func kept(t *testing.T, s *Stamp) {
	t.Helper()
	if s.Instant.IsZero() || s.Has.Any(HasRelative) {
		return
	}
	inferred := func(what string) bool {
		return slices.ContainsFunc(s.Inferred, func(f Inference) bool { return f.What == what })
	}
	if !s.Has.Any(HasZone) && s.Also == nil && !inferred("zone") {
		t.Fatalf("%q has the instant %v and no zone", s.Text, s.Instant)
	}
	if !s.Has.All(HasMonth|HasDay) && !inferred("date") || !s.Has.Any(HasYear) && !inferred("year") && !inferred("date") {
		t.Fatalf("%q has the instant %v and no date", s.Text, s.Instant)
	}
	if s.Has.Any(HasZone) && s.Zone.Fixed && s.ProblemKind != WrongSeason {
		wall := s.Instant.Add(time.Duration(s.Zone.Offset) * time.Second)
		if h, m, _ := wall.Clock(); h != s.Hour%24 || m != s.Minute {
			t.Fatalf("%q shows %02d:%02d at the instant %v", s.Text, h, m, s.Instant)
		}
	}
}

// FuzzPlain holds the short way of reading to the long one.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"2019-03-28", "2019-03-28 11:10", "2019-03-28T11:10:09Z", "11:10", "23:59:59", "11:10Z", "2020-02-29 00:00", "2019-02-29", "2019-13-01", "24:00", "11:60", "1969-12-31", "2100-12-31T1:10", "2019-03-28 11:10:60"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := plain(s)
		if !ok {
			return
		}
		if want, ok := read(s); !ok || !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is read as\n%+v, and the long way as\n%+v, %v", s, got, want, ok)
		}
	})
}

// FuzzSurvey holds that no place is missed: wherever a stamp or a length can be read inside a text, or
// digits begin, a survey of the text stops.
func FuzzSurvey(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	for _, s := range []string{strings.Join(seeds, "\n"), "an\u00a0hour, A&nbsp;day, a-week, an\u202fhour", "½ of an hour", "v12 T+5 T−5 min 3a4 1a", "uk time, UK Time", "fifty to sixty hr", "1,234.5 ms, 3/2 d", "two\nhours", "a\u3000half\u3000hour", "é1 x²3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1000 {
			return // every byte is read from
		}
		v := new(Survey).Of(s)
		for k := range len(s) {
			i, stops := slices.BinarySearchFunc(v.places, k, func(p place, k int) int { return p.at - k })
			begins := k == 0 || !isAlnum(s[k-1])
			switch digit := isDigit(s[k]) && (k == 0 || !isDigit(s[k-1])); {
			case stops && v.places[i].digit != digit, digit && !stops:
				t.Fatalf("digits at %d of %q: %v, stops %v", k, s, digit, stops)
			case !begins || isDigit(s[k]) || s[k] >= 0x80 && s[k] != 0xC2:
			case stops && measures(s, k):
			default:
				if d, ok := readDuration(s, k, k); ok {
					t.Fatalf("%q at %d of %q is missed", d.Text, k, s)
				}
			}
			p := scanner{s: s, i: k, start: math.MaxInt, prose: true}
			if at := new(Stamp); !stops && begins && classes[s[k]]&mayAppear != 0 && p.stamp(at) {
				t.Fatalf("a stamp at %d of %q is missed", k, s)
			}
		}
	})
}
