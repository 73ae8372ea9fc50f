package moment

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestReadText(t *testing.T) {
	for in, want := range map[string][2]string{ // the stamp, and what the entry says after it
		"18:53 the alert fires":            {"18:53", " the alert fires"},
		"  **10:45** the alert":            {"10:45", " the alert"},
		"**10:45 UTC:** the alert":         {"10:45 UTC", ":** the alert"},
		"[12-05 16:21] paged":              {"12-05 16:21", " paged"},
		"*~14:00 UTC* paged":               {"~14:00 UTC", " paged"},
		"ca. 18:30 paged":                  {"ca. 18:30", " paged"},
		"At around 18:30 they":             {"around 18:30", " they"},
		"From 10:00 to 10:45 UTC nothing":  {"10:00 to 10:45 UTC", " nothing"},
		"`2021-05-25 - 09:30 UTC` - paged": {"2021-05-25 - 09:30 UTC", " - paged"},
		"2021-05-25 - pods crash":          {"2021-05-25", " - pods crash"},
		"10:45 - 10 pods crash":            {"10:45", " - 10 pods crash"},
		"10:45 - May 5 release was tagged": {"10:45", " - May 5 release was tagged"},
		"16:37 Denver - paged":             {"16:37 Denver", " - paged"},
		"16:37 Denver office offline":      {"16:37", " Denver office offline"},
		"Dec 16th **12:43**: paged":        {"Dec 16th **12:43**", ": paged"},
		"**Dec 16th** 12:43 paged":         {"**Dec 16th** 12:43", " paged"},
		"12:48 (6:48 PDT) paged":           {"12:48 (6:48 PDT)", " paged"},
		"12:48 (six pods)":                 {"12:48", " (six pods)"},
		"10:47 UTC **Detected** by":        {"10:47 UTC", " **Detected** by"},
		"10:47 **Detected** by":            {"10:47", " **Detected** by"},
		"10:47 [logs](https://e.org)":      {"10:47", " [logs](https://e.org)"},
		"7-13th Nov - forward fixes":       {"7-13th Nov", " - forward fixes"},
		"February 11: paid out":            {"February 11", ": paid out"},
		"2023-03-02 | 10:00 | paged":       {"2023-03-02 | 10:00", " | paged"},
		"20:30? the first errors":          {"20:30?", " the first errors"},
		"1625 - paged":                     {"1625", " - paged"},
		"10:45–11:20 UTC – paged":          {"10:45–11:20 UTC", " – paged"},
		"[2022-01-01] 10:45 paged":         {"[2022-01-01] 10:45", " paged"},
		"(10:45) paged":                    {"10:45", " paged"},
		"2024-06-28 7:26 AM Eastern[^1]":   {"2024-06-28 7:26 AM Eastern", "[^1]"},
		"10:45, the second pod":            {"10:45", ", the second pod"},
		"10:45 and again 11:15":            {"10:45", " and again 11:15"},
		"T+15m: paged":                     {"T+15m", ": paged"},
		"5 minutes later, the pods":        {"5 minutes later", ", the pods"},
		"Monday: paged":                    {"Monday", ": paged"},
		"13:04 IST team paged":             {"13:04 IST", " team paged"},
		"14:00 EDT/18:00 UTC paged":        {"14:00 EDT/18:00 UTC", " paged"},
		"11:30 UTC - 12:05 UTC paged":      {"11:30 UTC - 12:05 UTC", " paged"},
		"2020-01-02 10:00 -- paged":        {"2020-01-02 10:00", " -- paged"},
		"10:45:33.120Z paged":              {"10:45:33.120Z", " paged"},
	} {
		st, ok := Read(in)
		if got := [2]string{st.Text, in[st.OuterEnd:]}; !ok || got != want {
			t.Errorf("Read(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, s := range []string{
		"", " ", "*", "5 pods", "5", "10.6 percent", "10.30 GB", "10.25%", "May need a look", "Monday deploy", "1.2.3", "10.0.0.1", "3:1",
		"not date", "notdated", "nothing", "16:9 screens", "2026.39.1 was", "2026.9.32", "2022", "2022 was", "404 errors", "1404 errors", "3/4 of all users", "10.12.0.5/16",
		"10:45:33:aa:bb:cc", "March", "Mars 5", "second", "Noone", "T-shirt", "[link](https://e.org)", "--", "- - -", "~", "at the time",
		"2022-02-02-kafka.md", "2022/02/02/post", "v1.10", "10-20 pods", "1-2 hours", "+1", "?", "???", "Day one", "Unix sockets", "MMDD",
		"1,500 users", "24/7 on call", "10:5", "1:234", "100:10", "2022-13", "2022-1", "10 AMPs", "5 pmax",
	} {
		if st, ok := Read(s); ok {
			t.Errorf("Read(%q) = %q; want none", s, st.Text)
		}
	}
}

func TestFind(t *testing.T) {
	for in, want := range map[string][]string{
		"From 11:10 to 11:45 UTC on 2019-03-28 all writes failed": {"11:10 to 11:45 UTC on 2019-03-28"},
		"At 10:45, and again at ~11:15 (UTC), it":                 {"10:45", "~11:15 (UTC)"},
		"on October 12th, 2022 at 21:17 (UTC) we":                 {"October 12th, 2022 at 21:17 (UTC)"},
		"the outage of May 5 and the one of 6 June 2020":          {"May 5", "6 June 2020"},
		"around 5 PM PST, about noon":                             {"around 5 PM PST", "about noon"},
		"between 14.06 and 14.10 UTC, 14.2 percent":               {"14.10 UTC"},
		"2 of 3 pods, 10.6 percent, 3:1, 16:9, v1.2.3, 10.0.0.1":  nil,
		"may 5 pods, we march 4 abreast, second 2":                nil,
		"times CEST, sunday 7 june 2026, may 3rd, 2026":           {"7 june 2026", "may 3rd, 2026"},
		"on 5 may pods, the june 2026 plan, 7 may 2026":           {"7 may 2026"},
		"see /2022/02/02/post.html and 2022-02-02-kafka.md":       nil,
		"main.go:10:30, :10:30, 10:45:33:aa:bb:cc, fe80::10:45":   nil,
		"it took 3:45 hours, 1:30 minutes and 2 h":                nil,
		"1404 requests, port 8080, 2022 reports, $10:45":          nil,
		"T+15m after, T-5m before":                                {"T+15m", "T-5m"},
		"the logs (10:45:33,120) say":                             {"10:45:33,120"},
		"\"10:45\" and '10:50'":                                   {"10:45", "10:50"},
		"10:45UTC|10:50Z":                                         {"10:45UTC", "10:50Z"},
		"Mon 4 May 2020, Tue":                                     {"Mon 4 May 2020"},
		"weekly on Monday":                                        nil,
	} {
		var got []string
		for _, st := range Find(in) {
			got = append(got, st.Text)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Find(%q) (- want, + got)\n%s", in, d)
		}
	}
}

func TestZones(t *testing.T) {
	january := time.Date(2024, time.January, 15, 12, 0, 0, 0, time.UTC)
	for in, want := range map[string]int{ // minutes east of UTC, in January
		"UTC": 0, "utc": 0, "Z": 0, "GMT": 0, "Zulu": 0, "Etc/UTC": 0, "UTC+2": 120, "GMT-5": -300, "UTC+05:30": 330, "UTC +1": 60, "UTC±0": 0,
		"+02:00": 120, "-0700": -420, "−03:30": -210, "PST": -480, "pst": -480, "CET": 60, "JST": 540, "PT": -480, "ET": -300,
		"America/New_York": -300, "Europe/Berlin": 60, "Asia/Kolkata": 330, "US/Pacific": -480, "America/Argentina/Buenos_Aires": -180,
		"Eastern": -300, "Eastern Time": -300, "US Pacific": -480, "Pacific Standard Time": -480, "Pacific Time (PT)": -480,
		"Central European Time (CET)": 60, "British Summer Time": 60, "Coordinated Universal Time (UTC)": 0, "Denver": -420, "New York": -300,
		"Denver time": -420, "PST8PDT": -480, "CEST (UTC+2)": 120, "CET/CEST": 60, "PST/PDT": -480, "UTC/GMT": 0, "IST (UTC+5:30)": 330,
		"India Standard Time": 330, "Berlin": 60,
	} {
		z, ok := ParseZone(in)
		if !ok || !z.Known() {
			t.Errorf("ParseZone(%q) = %+v, %v", in, z, ok)
			continue
		}
		got := z.Offset / 60
		if !z.Fixed {
			_, sec := january.In(z.Loc).Zone()
			got = sec / 60
		}
		if got != want || z.Name != in {
			t.Errorf("ParseZone(%q) is %q, %d minutes east, want %d", in, z.Name, got, want)
		}
	}
	for _, in := range []string{"IST", "CST", "BST", "AST", "CST "} {
		if z, ok := ParseZone(in); !ok || z.Known() || len(z.Ambiguous) < 2 {
			t.Errorf("ParseZone(%q) = %+v, %v; want several meanings", in, z, ok)
		}
	}
	for _, in := range []string{"", " ", "XYZ", "America/Nowhere", "America", "me", "local time", "UTC UTC", "+25:00", "+1:07", "Europe/../etc/passwd", "US//", "Timeline", "PSTX", "UTC+99"} {
		if z, ok := ParseZone(in); ok {
			t.Errorf("ParseZone(%q) = %+v; want none", in, z)
		}
	}
}

func TestFindZone(t *testing.T) {
	for in, want := range map[string]string{
		"Timeline (UTC)":                      "UTC",
		"Timeline (times in CEST)":            "CEST",
		"Timeline (all times CEST (UTC+2))":   "CEST (UTC+2)",
		"Time [CET]":                          "CET",
		"Time (UTC+2)":                        "UTC+2",
		"Timestamp UTC":                       "UTC",
		"UTC":                                 "UTC",
		"When (PT)":                           "PT",
		"All times in UTC.":                   "UTC",
		"All times are in Pacific Time.":      "Pacific Time",
		"All timestamps are America/New_York": "America/New_York",
		"All times are given in Central European Time (CET).": "Central European Time (CET)",
		"times in **GMT+2**":                  "GMT+2",
		"Times are US Pacific.":               "US Pacific",
		"Timeline, Denver time":               "Denver time",
		"Chronology (times are IST)":          "IST",
		"We saw the first error at 10:00 UTC": "",
		"The time was 10:00 UTC when we":      "",
		"At 10:00 (UTC) the":                  "",
		"Timeline":                            "",
		"What we MET and the EST. cost":       "",
		"We lost most of the time":            "",
		"The team in London had no time":      "",
		"Time of the ART team":                "",
		"":                                    "",
		"Timeline (PST, UTC-8)":               "PST",
		"Timeline (UTC, 24h)":                 "UTC",
		"Zeitleiste (MEZ)":                    "MEZ",
		"Timeline (EST - New York)":           "EST",

		"All times Berlin local unless it says UTC.":     "",
		"All times are CET, except where UTC is given.":  "CET",
		"Unless stated otherwise, all times are in CET.": "CET",
		"All times (unless they end in PST) are in UTC.": "UTC",
	} {
		z, start, end, ok := FindZone(in)
		if ok != (want != "") || z.Name != want || in[start:end] != want {
			t.Errorf("FindZone(%q) = %q at %d to %d, %v; want %q", in, z.Name, start, end, ok, want)
		}
	}
}

func TestFindZoneMeaning(t *testing.T) {
	for in, want := range map[string]int{
		"Timeline (IST, Indian Standard Time)":   330,
		"Time (IST, UTC+5:30)":                   330,
		"Timeline (IST = UTC+2)":                 120,
		"All times in CST (China Standard Time)": 480,
		"Timeline (IST, UTC+7)":                  -1,
		"Timeline (IST)":                         -1,
	} {
		z, _, _, ok := FindZone(in)
		got := z.Offset / 60
		if z.Known() && !z.Fixed {
			_, sec := time.Date(2024, 1, 1, 0, 0, 0, 0, z.Loc).Zone()
			got = sec / 60
		}
		if !ok || z.Known() != (want >= 0) || want >= 0 && got != want {
			t.Errorf("FindZone(%q) = %+v, %d minutes east; want %d", in, z, got, want)
		}
	}
}

func TestDurations(t *testing.T) {
	const (
		s = time.Second
		m = time.Minute
		h = time.Hour
	)
	exact := func(text string, d, precision time.Duration) Duration {
		return Duration{Text: text, Low: d, High: d, Precision: precision}
	}
	with := func(d Duration, approximate bool, b Bound) Duration {
		d.Approximate, d.Bound = approximate, b
		return d
	}
	for in, want := range map[string][]Duration{
		"4 hours 52 minutes":               {exact("4 hours 52 minutes", 4*h+52*m, m)},
		"took about 36 hours to":           {with(exact("about 36 hours", 36*h, h), true, Exactly)},
		"34 h 22 min":                      {exact("34 h 22 min", 34*h+22*m, m)},
		"3h45m":                            {exact("3h45m", 3*h+45*m, m)},
		"an 18-minute outage":              {exact("18-minute", 18*m, m)},
		"for ~40 mins,":                    {with(exact("~40 mins", 40*m, m), true, Exactly)},
		"a bit over 1 hour":                {with(exact("a bit over 1 hour", h, h), true, AtLeast)},
		"just under 10 minutes":            {with(exact("just under 10 minutes", 10*m, m), true, AtMost)},
		"slightly more than 2 days":        {with(exact("slightly more than 2 days", 48*h, day), true, AtLeast)},
		"1.5 hours":                        {exact("1.5 hours", 90*m, 6*m)},
		"1,5 hours":                        {exact("1,5 hours", 90*m, 6*m)},
		"1½ hours":                         {exact("1½ hours", 90*m, 15*m)},
		"two days":                         {exact("two days", 48*h, day)},
		"half an hour":                     {exact("half an hour", 30*m, 30*m)},
		"just under an hour, 41 minutes":   {with(exact("just under an hour", h, h), true, AtMost), exact("41 minutes", 41*m, m)},
		"an hour and 5 minutes":            {exact("an hour and 5 minutes", 65*m, m)},
		"an hour and a half":               {exact("an hour and a half", 90*m, 30*m)},
		"one and a half hours":             {exact("one and a half hours", 90*m, 30*m)},
		"after 5\nminutes":                 {exact("5\nminutes", 5*m, m)},
		"5\nMinutes of the meeting":        nil,
		"three quarters of an hour":        {exact("three quarters of an hour", 45*m, 15*m)},
		"three-quarters of an hour":        {exact("three-quarters of an hour", 45*m, 15*m)},
		"a quarter of an hour":             {exact("a quarter of an hour", 15*m, 15*m)},
		"3:45 hours":                       {exact("3:45 hours", 3*h+45*m, m)},
		"0:01:30 hours":                    {exact("0:01:30 hours", 90*s, s)},
		"2-3 hours":                        {{Text: "2-3 hours", Low: 2 * h, High: 3 * h, Precision: h}},
		"between 2 and 3 hours":            {{Text: "2 and 3 hours", Low: 2 * h, High: 3 * h, Precision: h}},
		"5–10 min":                         {{Text: "5–10 min", Low: 5 * m, High: 10 * m, Precision: m}},
		"1h-2h":                            {{Text: "1h-2h", Low: h, High: 2 * h, Precision: h}},
		"over 3 hours":                     {with(exact("over 3 hours", 3*h, h), false, AtLeast)},
		"more than 3 hours":                {with(exact("more than 3 hours", 3*h, h), false, AtLeast)},
		"at least two hours":               {with(exact("at least two hours", 2*h, h), false, AtLeast)},
		"3+ hours":                         {with(exact("3+ hours", 3*h, h), false, AtLeast)},
		"less than 10 minutes":             {with(exact("less than 10 minutes", 10*m, m), false, AtMost)},
		"up to an hour":                    {with(exact("up to an hour", h, h), false, AtMost)},
		"within 5 minutes of":              {with(exact("within 5 minutes", 5*m, m), false, AtMost)},
		"2 hours, 3 minutes and 5 seconds": {exact("2 hours, 3 minutes and 5 seconds", 2*h+3*m+5*s, s)},
		"in 5 minutes and 3 hours":         {exact("5 minutes", 5*m, m), exact("3 hours", 3*h, h)},
		"1,500 ms":                         {exact("1,500 ms", 1500*time.Millisecond, time.Millisecond)},
		"down for a minute":                {exact("a minute", m, m)},
		"just a minute, a second time":     nil,
		"for a second time":                nil,
		"5m users, 5m of them":             {exact("5m", 5*m, m)},
		"5 m of cable, 3 D":                nil,
		"lasted 41 s":                      {exact("41 s", 41*time.Second, time.Second)},
		"the 1990 s' style":                nil,
		"T+15m, at 16:25 hours":            nil,
		"v1.5.2 hours, #5 min, $5m, 5%3D":  nil,
		"24/7 hours":                       nil,
		"a few minutes, several hours":     nil,
		"3 months, 2 years":                nil,
		"99999999 hours":                   nil,
		"999999 weeks, 100000 days":        nil,
	} {
		got := FindDurations(in)
		for i := range got {
			if in[got[i].Start:got[i].End] != got[i].Text {
				t.Errorf("%q lies at %d to %d of %q", got[i].Text, got[i].Start, got[i].End, in)
			}
			got[i].Start, got[i].End = 0, 0
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("FindDurations(%q) (- want, + got)\n%s", in, d)
		}
	}
}

func TestFindSecondDay(t *testing.T) {
	for in, want := range map[string]int{"Outage (2024-12-19/20)": 1, "on 2024-12-19/20 at night": 1, "2024-12-19/20/post": 0, "2024-12-19/2024": 0, "2024-12-19/20.md": 0} {
		if got := len(Find(in)); got != want {
			t.Errorf("Find(%q) finds %d stamps, want %d", in, got, want)
		}
	}
}
