package moment

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// told is what Resolve says of a stamp, in one line: the instant, what was inferred, and the kind of
// problem after an exclamation mark.
func told(s *Stamp) string {
	var out []string
	if !s.Instant.IsZero() {
		out = append(out, s.Instant.Format("2006-01-02T15:04:05.999Z07:00"))
	}
	var what []string
	for _, f := range s.Inferred {
		what = append(what, f.What)
	}
	if len(what) > 0 {
		out = append(out, strings.Join(what, ","))
	}
	if s.ProblemKind != NoProblem {
		out = append(out, "!"+s.ProblemKind.String())
	}
	if (s.Problem == "") != (s.ProblemKind == NoProblem) {
		out = append(out, "problem without its kind, or a kind without its problem")
	}
	return strings.Join(out, " ")
}

func mustZone(t *testing.T, name string) Zone {
	t.Helper()
	z, ok := ParseZone(name)
	if !ok {
		t.Fatalf("ParseZone(%q) knows no such zone", name)
	}
	return z
}

// sequence reads and resolves the lines of a timeline, and says of each what came out.
func sequence(t *testing.T, c Context, lines ...string) (Resolution, []string) {
	t.Helper()
	var items []Item
	for _, l := range lines {
		var it Item
		if date, rest, ok := strings.Cut(l, " # "); ok {
			head, found := Read(date)
			if !found {
				t.Fatalf("Read(%q) found no stamp", date)
			}
			it.Context = &Context{Date: head.Date(), DateFrom: "the sub-heading"}
			l = rest
		}
		st, ok := Read(l)
		if !ok {
			t.Fatalf("Read(%q) found no stamp", l)
		}
		it.Stamp = &st
		items = append(items, it)
	}
	res := Resolve(items, c)
	var out []string
	for _, it := range items {
		out = append(out, told(it.Stamp))
		if it.Until != nil {
			out[len(out)-1] += " .. " + told(it.Until)
		}
	}
	return res, out
}

// Each stamp stands in a document that gives 5 March 2022 in its title and says nothing of zones.
func TestOneStamp(t *testing.T) {
	for in, want := range map[string]string{
		// RFC 3339 and its neighbours
		"2026-11-03T09:14Z":                "2026-11-03T09:14:00Z",
		"2019-03-28T11:10:00-04:00":        "2019-03-28T15:10:00Z",
		"2019-03-28T11:10:00.250+05:30":    "2019-03-28T05:40:00.25Z",
		"2019-03-28T1110Z":                 "2019-03-28T11:10:00Z",
		"20190328T1110Z":                   "2019-03-28T11:10:00Z",
		"2019-03-28 11:10 EDT":             "2019-03-28T15:10:00Z",
		"2019-03-28 11:10:33 -0400":        "2019-03-28T15:10:33Z",
		"2019-03-28 11:10:33-04:00":        "2019-03-28T15:10:33Z",
		"2019-03-28 11:10 +02":             "2019-03-28T09:10:00Z",
		"2019-03-28 11:10:33,004 UTC":      "2019-03-28T11:10:33.004Z",
		"2019-03-28_11:10 UTC":             "2019-03-28T11:10:00Z",
		"2019/03/28 11:10 UTC":             "2019-03-28T11:10:00Z",
		"2019.03.28 11:10 UTC":             "2019-03-28T11:10:00Z",
		"2019‑03‑28 11:10 UTC":             "2019-03-28T11:10:00Z", // U+2011
		"2022-02-02 1625 UTC":              "2022-02-02T16:25:00Z",
		"2022-02-02   16:25 UTC":           "2022-02-02T16:25:00Z",
		"2022-02-02\u00a016:25\u202fUTC":   "2022-02-02T16:25:00Z",
		"2022-02-02 16：25 UTC":             "2022-02-02T16:25:00Z",
		"2021-05-25 - 09:30 UTC":           "2021-05-25T09:30:00Z",
		"2021-05-25 – 09:30 UTC":           "2021-05-25T09:30:00Z",
		"2025-03-12 | 15:57 UTC":           "2025-03-12T15:57:00Z",
		"2025-03-12 (Wed) 15:57 UTC":       "2025-03-12T15:57:00Z",
		"2025-03-12, Wednesday, 15:57 UTC": "2025-03-12T15:57:00Z",
		"2022-02-02 24:00 UTC":             "2022-02-03T00:00:00Z",
		"Wed Mar  4 15:57:01 UTC 2026":     "2026-03-04T15:57:01Z",
		"Wed, 04 Mar 2026 15:57:01 +0000":  "2026-03-04T15:57:01Z",
		"04/Mar/2026:15:57:01 +0000":       "2026-03-04T15:57:01Z",
		"Unix time 1617181920":             "2021-03-31T09:12:00Z",
		"@1617181920":                      "2021-03-31T09:12:00Z",
		"<t:1617181920:F>":                 "2021-03-31T09:12:00Z",
		// months by name
		"11:10 UTC 6th Nov 2023":              "2023-11-06T11:10:00Z",
		"11:10 6th Nov 2023 UTC":              "2023-11-06T11:10:00Z",
		"21:17 UTC on October 12th, 2022":     "2022-10-12T21:17:00Z",
		"22:30 UTC (Oct 29, 2025)":            "2025-10-29T22:30:00Z",
		"October 12th, 2022 at 21:17 (UTC)":   "2022-10-12T21:17:00Z",
		"Oct 12, 2022 @ 9:17 p.m. (UTC)":      "2022-10-12T21:17:00Z",
		"Apr 25, 2023 at 11:16 GMT+2":         "2023-04-25T09:16:00Z",
		"Oct 28, 2015 - 18:13 PDT":            "2015-10-29T01:13:00Z",
		"8-Jan-26 14:02 UTC":                  "2026-01-08T14:02:00Z",
		"08-Jan-2026 14:02 UTC":               "2026-01-08T14:02:00Z",
		"Jan-08-2026 14:02 UTC":               "2026-01-08T14:02:00Z",
		"3. February 2020 10:00 UTC":          "2020-02-03T10:00:00Z",
		"12th of October 2022, 21:17 UTC":     "2022-10-12T21:17:00Z",
		"Tue 7 Jan 2020 10:00 UTC":            "2020-01-07T10:00:00Z",
		"Mon 7 Jan 2020 10:00 UTC":            "!wrong-weekday",
		"Wednesday, March 4th 2026 at 3pm ET": "2026-03-04T20:00:00Z",
		"Apr. 4th, 10 PM UTC":                 "2022-04-04T22:00:00Z year",
		"Sept. 4th, 10 PM UTC":                "!no-date",
		"Dec 16th **12:43** UTC":              "2021-12-16T12:43:00Z year",
		"Mar 4 09:30 UTC":                     "2022-03-04T09:30:00Z year",
		"Feb 29 09:30 UTC":                    "!no-date",
		// numeric dates
		"27-05-2025 13:44 UTC":     "2025-05-27T13:44:00Z",
		"09/21/2022 13:44 UTC":     "2022-09-21T13:44:00Z",
		"20/06/2023 12:32 UTC":     "2023-06-20T12:32:00Z",
		"05/05/2023 12:32 UTC":     "2023-05-05T12:32:00Z",
		"04-03-2026 15:48 UTC":     "!ambiguous-date",
		"3/4/2022 10:00 UTC":       "2022-03-04T10:00:00Z date",
		"7/8/2022 10:00 UTC":       "!ambiguous-date",
		"Tue 07/01/2020 10:00 UTC": "2020-01-07T10:00:00Z date",
		"04.03.2026 15:48 UTC":     "2026-03-04T15:48:00Z",
		"[03-06 16:21 UTC]":        "2022-03-06T16:21:00Z date,year",
		"[12-05 16:21 UTC]":        "!ambiguous-date",
		"03/05/2022 16:21 UTC":     "2022-03-05T16:21:00Z date",
		"31/02/2022 16:21 UTC":     "!unreadable",
		"2022-02-30 16:21 UTC":     "!unreadable",
		// clocks alone
		"18:53 UTC":                        "2022-03-05T18:53:00Z date",
		"~14:00 UTC":                       "2022-03-05T14:00:00Z date",
		"ca. 18:30 UTC":                    "2022-03-05T18:30:00Z date",
		"18:30-ish UTC":                    "2022-03-05T18:30:00Z date",
		"16.06 UTC":                        "2022-03-05T16:06:00Z date",
		"16.06.33 UTC":                     "2022-03-05T16:06:33Z date",
		"10:45a UTC":                       "2022-03-05T10:45:00Z date",
		"10:45 p.m. UTC":                   "2022-03-05T22:45:00Z date",
		"12:10 AM UTC":                     "2022-03-05T00:10:00Z date",
		"12:10 PM UTC":                     "2022-03-05T12:10:00Z date",
		"17:14pm UTC":                      "2022-03-05T17:14:00Z date",
		"17:14am UTC":                      "!unreadable",
		"0:30 pm UTC":                      "!unreadable",
		"25:10 UTC":                        "!unreadable",
		"10h47 CEST":                       "date !wrong-season",
		"10h47 CET":                        "2022-03-05T09:47:00Z date",
		"5AM UTC":                          "2022-03-05T05:00:00Z date",
		"5 a.m. UTC":                       "2022-03-05T05:00:00Z date",
		"1625 UTC":                         "2022-03-05T16:25:00Z date",
		"1625Z":                            "2022-03-05T16:25:00Z date",
		"18:53h UTC":                       "2022-03-05T18:53:00Z date",
		"18:53UTC":                         "2022-03-05T18:53:00Z date",
		"18:53Z":                           "2022-03-05T18:53:00Z date",
		"UTC 18:53":                        "2022-03-05T18:53:00Z date",
		"18:53 utc":                        "2022-03-05T18:53:00Z date",
		"18:53 [UTC]":                      "2022-03-05T18:53:00Z date",
		"**18:53** (UTC)":                  "2022-03-05T18:53:00Z date",
		"08:42:33 UTC":                     "2022-03-05T08:42:33Z date",
		"noon UTC":                         "2022-03-05T12:00:00Z date",
		"midnight UTC":                     "!ambiguous-day",
		"18:53":                            "date !no-zone",
		"Monday 10:00 UTC":                 "!ambiguous-day",
		"Saturday 10:00 UTC":               "2022-03-05T10:00:00Z date",
		"10:00 UTC on Saturday":            "2022-03-05T10:00:00Z date",
		"10h UTC":                          "2022-03-05T10:00:00Z date",
		"12 noon UTC":                      "2022-03-05T12:00:00Z date",
		"12:00 midnight UTC":               "!ambiguous-day",
		"5:30 in the afternoon UTC":        "2022-03-05T17:30:00Z date",
		"5:30 in the morning (UTC)":        "2022-03-05T05:30:00Z date",
		"11:30 at night UTC":               "2022-03-05T23:30:00Z date",
		"10:45 o'clock UTC":                "2022-03-05T10:45:00Z date",
		"10:00-0800":                       "2022-03-05T18:00:00Z date",
		"10:00 local time":                 "date !no-zone",
		"10:00 Europe/Nowhere":             "date !no-zone",
		"5.3. 10:00 UTC":                   "2022-03-05T10:00:00Z year",
		"the 5th of March 2022, 10:00 UTC": "2022-03-05T10:00:00Z",
		"2022-03-05/10:00 UTC":             "2022-03-05T10:00:00Z",
		"Day 0, 10:00 UTC":                 "2022-03-05T10:00:00Z date",
		"Day 2 (7 March), 10:00 UTC":       "2022-03-07T10:00:00Z year",
		"T + 15 min":                       "!no-start",
		"t+15m":                            "!no-start",
		"10:00 UTC (approximate)":          "2022-03-05T10:00:00Z date",
		// zones
		"16:37 Denver":                  "2022-03-05T23:37:00Z date",
		"16:37 (Denver time)":           "2022-03-05T23:37:00Z date",
		"16:37 PT":                      "2022-03-06T00:37:00Z date",
		"16:37 Eastern":                 "2022-03-05T21:37:00Z date",
		"16:37 Central European Time":   "2022-03-05T15:37:00Z date",
		"16:37 America/New_York":        "2022-03-05T21:37:00Z date",
		"16:37 PST8PDT":                 "2022-03-06T00:37:00Z date",
		"16:37 UTC+5:30":                "2022-03-05T11:07:00Z date",
		"16:37 (UTC-8)":                 "2022-03-06T00:37:00Z date",
		"16:37 CET (UTC+1)":             "2022-03-05T15:37:00Z date",
		"16:37 CST (UTC+8)":             "2022-03-05T08:37:00Z date",
		"16:37 GMT-0700 (PDT)":          "2022-03-05T23:37:00Z date",
		"16:37 IST":                     "date !ambiguous-zone",
		"16:37 CST":                     "date !ambiguous-zone",
		"16:37 BST":                     "date !ambiguous-zone",
		"2018-03-31 15:47 PST":          "!wrong-season",
		"2018-03-31 15:47 Pacific":      "2018-03-31T22:47:00Z",
		"2018-03-31 15:47 PST/PDT":      "2018-03-31T22:47:00Z",
		"2018-07-07 18:38 CEST (UTC+2)": "2018-07-07T16:38:00Z",
		"2021-07-01 10:00 JST":          "2021-07-01T01:00:00Z",
		"2021-07-01 10:00 AEST":         "2021-07-01T00:00:00Z",
		"2021-07-01 10:00 CET":          "!wrong-season",
		// two zones
		"13:14 EST (18:14 UTC)":            "2022-03-05T18:14:00Z date",
		"13:14 EST (17:14 UTC)":            "date !disagreement",
		"23:14 EST (04:14 UTC)":            "2022-03-06T04:14:00Z date",
		"12:48 (6:48 PST)":                 "2022-03-05T14:48:00Z date,zone",
		"12:48 (6:51 PST)":                 "date !disagreement",
		"10:00 UTC / 11:00 CET":            "2022-03-05T10:00:00Z date",
		"10:00 IST (04:30 UTC)":            "2022-03-05T04:30:00Z date,zone",
		"10:00 IST (05:30 UTC)":            "date !disagreement",
		"10:00 UTC (11:00 CET, 02:00 PST)": "2022-03-05T10:00:00Z date",
		"10:00 UTC (11:00 CET, 03:00 PST)": "date !disagreement",
		"2021-07-01 13:14 EST (17:14 UTC)": "2021-07-01T17:14:00Z zone !wrong-season",
		"2021-07-01 13:14 EST (18:14 UTC)": "!wrong-season",
		"2019-11-03 01:30 ET (06:30 UTC)":  "2019-11-03T06:30:00Z zone",
		// clocks that were changed
		"2019-03-10 02:30 America/New_York": "!gap",
		"2019-11-03 01:30 America/New_York": "!overlap",
		"2019-11-03 01:30 EDT":              "2019-11-03T05:30:00Z",
		"2019-11-03 01:30 EST":              "2019-11-03T06:30:00Z",
		"2019-11-03 01:30 ET":               "!overlap",
		"2021-03-28 02:30 Europe/Berlin":    "!gap",
		"2021-10-31 02:30 CEST":             "2021-10-31T00:30:00Z",
		"2021-10-03 02:30 Australia/Sydney": "!gap",
		// left open
		"22:XX":            "!placeholder",
		"??:??":            "!placeholder",
		"HH:MM UTC":        "!placeholder",
		"2023-MM-DD":       "!placeholder",
		"2023-MM-DD 10:00": "!placeholder",
		"2022-02-?? ??:??": "!placeholder",
		"2019-12-03 --:--": "!placeholder",
		"T+15m":            "!no-start",
		// no clock
		"Oct 31, 2020":   "",
		"09/21/2022":     "",
		"February 11":    "year",
		"Tue 7 Jan 2020": "",
		"January 2022":   "",
	} {
		_, got := sequence(t, Context{Date: Date{2022, time.March, 5}, DateFrom: "the title"}, in)
		if got[0] != want {
			t.Errorf("%q is %q, want %q", in, got[0], want)
		}
		if st, _ := Read(in); st.OuterStart != 0 || st.OuterEnd != len(in) {
			t.Errorf("%q is read as %q, not as a whole", in, st.Text)
		}
	}
}

func TestSequence(t *testing.T) {
	utc := mustZone(t, "UTC")
	title := Context{Date: Date{2022, time.March, 5}, DateFrom: "the title", Zone: utc, ZoneFrom: "the heading"}
	zoned := func(name string) Context {
		return Context{Zone: mustZone(t, name), ZoneFrom: "front matter"}
	}
	for _, c := range []struct {
		name  string
		in    Context
		lines []string
		want  []string
	}{
		{"date and zone of the document", title,
			[]string{"10:00", "10:30"},
			[]string{"2022-03-05T10:00:00Z date,zone", "2022-03-05T10:30:00Z date,zone"}},
		{"past midnight", title,
			[]string{"20:09", "23:55", "00:40", "01:30"},
			[]string{"2022-03-05T20:09:00Z date,zone", "2022-03-05T23:55:00Z date,zone", "2022-03-06T00:40:00Z date,day-after,zone", "2022-03-06T01:30:00Z date,zone"}},
		{"past two midnights", title,
			[]string{"22:00", "02:00", "21:00", "06:00"},
			[]string{"2022-03-05T22:00:00Z date,zone", "2022-03-06T02:00:00Z date,day-after,zone", "2022-03-06T21:00:00Z date,zone", "2022-03-07T06:00:00Z date,day-after,zone"}},
		{"a little out of order", title,
			[]string{"14:46", "14:44", "15:00"},
			[]string{"2022-03-05T14:46:00Z date,zone", "2022-03-05T14:44:00Z date,zone", "2022-03-05T15:00:00Z date,zone"}},
		{"far back in the day, then on", title,
			[]string{"14:00", "09:00", "09:30", "14:10"},
			[]string{"2022-03-05T14:00:00Z date,zone", "!ambiguous-day", "!ambiguous-day", "2022-03-05T14:10:00Z date,zone"}},
		{"a night out of order", title,
			[]string{"23:50", "00:10", "23:55", "00:20"},
			[]string{"2022-03-05T23:50:00Z date,zone", "2022-03-06T00:10:00Z date,day-after,zone", "!ambiguous-day", "2022-03-06T00:20:00Z date,zone"}},
		{"noon without am and pm", title,
			[]string{"9:50", "12:10", "1:15", "2:20"},
			[]string{"2022-03-05T09:50:00Z date,zone", "2022-03-05T12:10:00Z date,zone", "!ambiguous-clock", "!ambiguous-day"}},
		{"am and pm on some only", title,
			[]string{"1:05 PM", "1:20", "2:15 PM", "noon", "3:10"},
			[]string{"2022-03-05T13:05:00Z date,zone", "date !ambiguous-clock", "2022-03-05T14:15:00Z date,zone", "2022-03-05T12:00:00Z date,zone", "date !ambiguous-clock"}},
		{"am on one of those in 24 hours", title,
			[]string{"15:30", "5AM", "11:10"},
			[]string{"2022-03-05T15:30:00Z date,zone", "2022-03-06T05:00:00Z date,day-after,zone", "2022-03-06T11:10:00Z date,zone"}},
		{"second zone of one entry only", Context{},
			[]string{"Oct 28, 2015 13:48 (6:48 PDT)", "14:10"},
			[]string{"2015-10-28T13:48:00Z zone", "2015-10-28T14:10:00Z date,zone"}},
		{"midnight in its place", title,
			[]string{"23:10", "midnight", "00:20"},
			[]string{"2022-03-05T23:10:00Z date,zone", "2022-03-06T00:00:00Z date,day-after,zone", "2022-03-06T00:20:00Z date,zone"}},
		{"the next day in brackets", title,
			[]string{"23:50", "00:10 (next day) fixed", "00:30 (+1)", "00:40", "01:20 UTC (the following day)", "07:00 (+2)"},
			[]string{"2022-03-05T23:50:00Z date,zone", "2022-03-06T00:10:00Z date,zone", "2022-03-06T00:30:00Z date,zone", "2022-03-06T00:40:00Z date,zone",
				"2022-03-06T01:20:00Z date", "2022-03-07T07:00:00Z date,zone"}},
		{"the next day, later in the day", title,
			[]string{"10:00", "14:00 (next day)", "15:00 (+1 day)", "09:00 (next day)", "Next day, 10:00"},
			[]string{"2022-03-05T10:00:00Z date,zone", "2022-03-06T14:00:00Z date,zone", "2022-03-06T15:00:00Z date,zone", "2022-03-07T09:00:00Z date,zone", "2022-03-07T10:00:00Z date,zone"}},
		{"a range into the next day", title,
			[]string{"23:50-00:10 (+1)", "22:00 - 23:00 (next day)"},
			[]string{"2022-03-05T23:50:00Z date,zone .. 2022-03-06T00:10:00Z date,zone", "2022-03-05T22:00:00Z date,zone .. 2022-03-06T23:00:00Z date,zone"}},
		{"24:00", title,
			[]string{"23:10", "24:00", "00:20"},
			[]string{"2022-03-05T23:10:00Z date,zone", "2022-03-06T00:00:00Z date,zone", "2022-03-06T00:20:00Z date,day-after,zone"}},
		{"dates of entries", Context{Zone: utc},
			[]string{"2020-12-30 10:00", "11:00", "Jan 2 09:00", "Feb 11"},
			[]string{"2020-12-30T10:00:00Z zone", "2020-12-30T11:00:00Z date,zone", "2021-01-02T09:00:00Z year,zone", "year"}},
		{"date lines", Context{Zone: utc},
			[]string{"Tue 7 Jan 2020", "10:00", "23:00", "01:00", "Wed 8 Jan 2020", "09:00"},
			[]string{"", "2020-01-07T10:00:00Z date,zone", "2020-01-07T23:00:00Z date,zone", "2020-01-08T01:00:00Z date,day-after,zone", "", "2020-01-08T09:00:00Z date,zone"}},
		{"date sub-headings", title,
			[]string{"7 Jan 2020 # 10:00", "8 Jan # 09:00", "10:00"},
			[]string{"2020-01-07T10:00:00Z date,zone", "2020-01-08T09:00:00Z date,zone", "2020-01-08T10:00:00Z date,zone"}},
		{"no date at all", Context{Zone: utc},
			[]string{"10:00", "2020-01-07 11:00", "12:00"},
			[]string{"!no-date", "2020-01-07T11:00:00Z zone", "2020-01-07T12:00:00Z date,zone"}},
		{"zone of one entry", Context{},
			[]string{"2017-11-30 16:22 PST", "17:00", "17:21 PST"},
			[]string{"2017-12-01T00:22:00Z", "2017-12-01T01:00:00Z date,zone", "2017-12-01T01:21:00Z date"}},
		{"two zones by turns", Context{},
			[]string{"2017-11-30 16:22 PST", "00:40 UTC", "17:00 PST", "01:20 UTC", "17:21"},
			[]string{"2017-12-01T00:22:00Z", "2017-12-01T00:40:00Z date", "2017-12-01T01:00:00Z date", "2017-12-01T01:20:00Z date", "date !no-zone"}},
		{"entries that disagree on the zone, dated", Context{},
			[]string{"2017-11-30 16:22 PST", "2017-12-01 01:00 UTC", "2017-12-01 02:00"},
			[]string{"2017-12-01T00:22:00Z", "2017-12-01T01:00:00Z", "!no-zone"}},
		{"a region across its change of clocks", zoned("America/New_York"),
			[]string{"2019-03-09 12:00", "2019-03-10 02:30", "2019-03-10 12:00"},
			[]string{"2019-03-09T17:00:00Z zone", "zone !gap", "2019-03-10T16:00:00Z zone"}},
		{"both names of one zone", Context{},
			[]string{"2025-10-26 01:55 CEST", "02:30", "02:50 CET", "04:10"},
			[]string{"2025-10-25T23:55:00Z", "date,zone !overlap", "2025-10-26T01:50:00Z date", "2025-10-26T03:10:00Z date,zone"}},
		{"CST where the document is in Chicago", zoned("America/Chicago"),
			[]string{"2021-01-04 10:00 CST"},
			[]string{"2021-01-04T16:00:00Z zone"}},
		{"CST beside CDT", Context{},
			[]string{"2021-11-06 10:00 CDT", "2021-11-08 10:00 CST"},
			[]string{"2021-11-06T15:00:00Z", "2021-11-08T16:00:00Z zone"}},
		{"CST in Winnipeg", zoned("America/Winnipeg"),
			[]string{"2021-01-04 10:00 CST"},
			[]string{"2021-01-04T16:00:00Z zone"}},
		{"IST behind another zone", title, []string{"10:00", "16:00 IST", "10:40"},
			[]string{"2022-03-05T10:00:00Z date,zone", "!ambiguous-zone", "2022-03-05T10:40:00Z date,zone"}},
		{"IST behind another zone, by policy", Context{Date: title.Date, AmbiguousZones: map[string]string{"IST": "Asia/Kolkata"}},
			[]string{"10:00 UTC", "16:00 IST", "10:40 UTC"},
			[]string{"2022-03-05T10:00:00Z date", "2022-03-05T10:30:00Z date,zone", "2022-03-05T10:40:00Z date"}},
		{"IST by policy", Context{AmbiguousZones: map[string]string{"IST": "Asia/Kolkata"}},
			[]string{"2021-07-01 10:00 IST"},
			[]string{"2021-07-01T04:30:00Z zone"}},
		{"IST as the zone of the document", zoned("IST"),
			[]string{"2021-07-01 10:00"},
			[]string{"!ambiguous-zone"}},
		{"BST in London", zoned("Europe/London"),
			[]string{"2021-07-01 10:00 BST", "2021-12-01 10:00 BST"},
			[]string{"2021-07-01T09:00:00Z zone", "2021-12-01T10:00:00Z zone,zone !wrong-season"}},
		{"PST in summer where the document is in Los Angeles", zoned("America/Los_Angeles"),
			[]string{"2018-03-31 15:47 PST"},
			[]string{"2018-03-31T22:47:00Z zone !wrong-season"}},
		{"EST where clocks never change", zoned("America/Panama"),
			[]string{"2018-07-31 15:47 EST"},
			[]string{"2018-07-31T20:47:00Z"}},
		{"PST for the whole document, in summer", zoned("PST"),
			[]string{"2018-03-31 15:47"},
			[]string{"zone !wrong-season"}},
		{"day first by another date", Context{Zone: utc},
			[]string{"04-03-2026 15:48", "27-02-2026 10:00", "06-03-2026 19:56"},
			[]string{"2026-03-04T15:48:00Z date,zone", "2026-02-27T10:00:00Z zone", "2026-03-06T19:56:00Z date,zone"}},
		{"month first by another date", Context{Zone: utc},
			[]string{"3/4/2022 10:00", "3/14/2022 10:00"},
			[]string{"2022-03-04T10:00:00Z date,zone", "2022-03-14T10:00:00Z zone"}},
		{"dates that contradict each other", Context{Zone: utc},
			[]string{"3/4/2022 10:00", "3/14/2022 10:00", "14/3/2022 10:00"},
			[]string{"!ambiguous-date", "2022-03-14T10:00:00Z zone", "2022-03-14T10:00:00Z zone"}},
		{"day first, since the dates lie together so", Context{Zone: utc},
			[]string{"04-03-2026 15:48", "05-03-2026 10:00", "06-03-2026 19:56"},
			[]string{"2026-03-04T15:48:00Z date,zone", "2026-03-05T10:00:00Z date,zone", "2026-03-06T19:56:00Z date,zone"}},
		{"month first, since the dates lie together so", Context{Zone: utc},
			[]string{"03/04/2026 15:48", "3/6/2026 10:00", "March 7, 2026 19:56"},
			[]string{"2026-03-04T15:48:00Z date,zone", "2026-03-06T10:00:00Z date,zone", "2026-03-07T19:56:00Z zone"}},
		{"one numeric date, twice", Context{Zone: utc},
			[]string{"03/04/2026 15:48", "03/04/2026 16:00"},
			[]string{"!ambiguous-date", "!ambiguous-date"}},
		{"order by policy", Context{Zone: utc, Order: DayFirst},
			[]string{"3/4/2022 10:00"},
			[]string{"2022-04-03T10:00:00Z date,zone"}},
		{"newest first", Context{Zone: utc},
			[]string{"2022-03-06 02:00", "01:10", "00:10", "23:50", "22:00"},
			[]string{"2022-03-06T02:00:00Z zone", "2022-03-06T01:10:00Z date,zone", "2022-03-06T00:10:00Z date,zone", "2022-03-05T23:50:00Z date,day-before,zone", "2022-03-05T22:00:00Z date,zone"}},
		{"range", title,
			[]string{"02:00-04:30", "23:30 to 00:10", "00:05"},
			[]string{"2022-03-05T02:00:00Z date,zone .. 2022-03-05T04:30:00Z date,zone",
				"2022-03-05T23:30:00Z date,zone .. 2022-03-06T00:10:00Z date,day-after,zone", "2022-03-06T00:05:00Z date,day-after,zone"}},
		{"range with one zone", title,
			[]string{"02:00-04:30 PST", "7 - 9:15 PM PST", "between 12:17 and 12:30 UTC on 2023-07-20"},
			[]string{"2022-03-05T10:00:00Z date .. 2022-03-05T12:30:00Z date", "2022-03-06T03:00:00Z date .. 2022-03-06T05:15:00Z date",
				"2023-07-20T12:17:00Z .. 2023-07-20T12:30:00Z"}},
		{"range with one pm", title, []string{"11:30-1:30 PM", "1:40-2:15 PM"},
			[]string{"2022-03-05T11:30:00Z date,zone .. 2022-03-05T13:30:00Z date,zone", "2022-03-05T13:40:00Z date,zone .. 2022-03-05T14:15:00Z date,zone"}},
		{"range of days", title,
			[]string{"7-13th Nov", "10:00", "Nov 20 - 22, 2023", "Dec 30 - Jan 2, 2023"},
			[]string{"year .. year", "!ambiguous-day", " .. ", " .. "}},
		{"range over dates", Context{},
			[]string{"2021-06-03 - 15:41 UTC until 2021-06-04 09:02", "2020-10-06 09:00 - 11:00"},
			[]string{"2021-06-03T15:41:00Z .. 2021-06-04T09:02:00Z zone", "2020-10-06T09:00:00Z zone .. 2020-10-06T11:00:00Z date,zone"}},
		{"range that runs back", title, []string{"10:45-10:30", "11:00-1:30", "22:00-2:00"},
			[]string{"2022-03-05T10:45:00Z date,zone .. date !ambiguous-day", "2022-03-05T11:00:00Z date,zone .. date !ambiguous-clock",
				"2022-03-05T22:00:00Z date,zone .. 2022-03-06T02:00:00Z date,day-after,zone"}},
		{"list", title, []string{"19.20, 19.27", "19:20 and 19:31"},
			[]string{"2022-03-05T19:20:00Z date,zone .. 2022-03-05T19:27:00Z date,zone", "2022-03-05T19:20:00Z date,zone .. 2022-03-05T19:31:00Z date,zone"}},
		{"days counted from 0", title, []string{"Day 0, 10:00", "Day 1, 09:00"},
			[]string{"2022-03-05T10:00:00Z date,zone", "2022-03-06T09:00:00Z date,zone"}},
		{"days counted", title, []string{"Day 1, 10:00", "Day 2, 09:00", "11:00"},
			[]string{"2022-03-05T10:00:00Z date,zone", "2022-03-06T09:00:00Z date,zone", "2022-03-06T11:00:00Z date,zone"}},
		{"time counted from T", title, []string{"T0 (10:00)", "T+15m", "T+1h30m", "T+00:45", "+01:00:30", "T-5 min"},
			[]string{"2022-03-05T10:00:00Z date", "2022-03-05T10:15:00Z date", "2022-03-05T11:30:00Z date", "2022-03-05T10:45:00Z date", "2022-03-05T11:00:30Z date", "2022-03-05T09:55:00Z date"}},
		{"time counted from the entry before", title, []string{"10:00", "ten minutes later", "1h 5m later", "the next day", "09:00"},
			[]string{"2022-03-05T10:00:00Z date,zone", "2022-03-05T10:10:00Z date", "2022-03-05T11:15:00Z date", "date", "2022-03-06T09:00:00Z date,zone"}},
		{"entries said to have no date", Context{Zone: utc}, []string{"2019-03-28 23:50", "not dated", "00:10"},
			[]string{"2019-03-28T23:50:00Z zone", "", "2019-03-29T00:10:00Z date,day-after,zone"}},
		{"weekdays carry on", title, []string{"Saturday 22:00", "Sunday 09:00", "10:00"},
			[]string{"2022-03-05T22:00:00Z date,zone", "2022-03-06T09:00:00Z date,zone", "2022-03-06T10:00:00Z date,zone"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := sequence(t, c.in, c.lines...)
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("(- want, + got)\n%s", d)
			}
		})
	}
}
