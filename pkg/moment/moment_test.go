package moment

import (
	"testing"
	"time"
)

// resolved reads a stamp and resolves it in a context, and gives its instant as RFC 3339.
func resolved(t *testing.T, s string, c Context) (Stamp, string) {
	t.Helper()
	st, ok := Read(s)
	if !ok {
		t.Fatalf("Read(%q) found no stamp", s)
	}
	Resolve([]Item{{Stamp: &st}}, c)
	if st.Instant.IsZero() {
		return st, ""
	}
	return st, st.Instant.Format(time.RFC3339)
}

func TestReadWholeForms(t *testing.T) {
	for _, s := range []string{
		"18:53", "16.06", "10:45a", "17:14pm", "2022-02-02 1625", "10h47 CEST", "2021-05-25 - 09:30 UTC",
		"~14:00 UTC", "ca. 18:30", "27-05-2025 13:44", "09/21/2022", "11:10 6th Nov 2023", "Dec 16th **12:43**",
		"October 12th, 2022 at 21:17 (UTC)", "Apr 25, 2023 at 11:16 GMT+2", "13:14 EDT (17:14 UTC)",
		"12:48 (6:48 PDT)", "Oct 28, 2015 - 18:13 PDT", "Tue 7 Jan 2020", "2025-03-12 | 15:57", "5AM UTC",
		"19.20, 19.27", "7-13th Nov", "Jan 14, 10:18 AM", "2023-MM-DD", "22:XX", "??:??", "16:37 Denver",
		"08:42:33", "8-Jan-26 14:02", "T+15m", "noon", "midnight", "Day 2, 10:00", "2026-11-03T09:14Z",
		"2019-03-28T11:10:00-04:00", "2022-02-?? ??:??", "02:00-04:30", "2020-10-06 09:00 - 11:00",
		"not dated", "Not dated",
	} {
		st, ok := Read(s)
		if !ok || st.Text != s {
			t.Errorf("Read(%q) = %q, %v; want the whole", s, st.Text, ok)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for _, s := range []string{"5 pods", "10.6 percent", "10.30 GB", "May need", "Monday deploy", "", "1.2.3", "10.0.0.1", "3:1", "not date", "notdated", "nothing"} {
		if st, ok := Read(s); ok {
			t.Errorf("Read(%q) = %q; want none", s, st.Text)
		}
	}
}

func TestResolveOne(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"2026-11-03T09:14Z", "2026-11-03T09:14:00Z"},
		{"2019-03-28T11:10:00-04:00", "2019-03-28T15:10:00Z"},
		{"Oct 28, 2015 - 18:13 PDT", "2015-10-29T01:13:00Z"},
		{"2018-03-31 15:47 PST", ""},
		{"2021-07-01 10:00 IST", ""},
	} {
		if _, got := resolved(t, c.in, Context{}); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}

// An entry that says it has no date stands between two that have one and changes neither.
func TestUndated(t *testing.T) {
	var stamps []Stamp
	for _, s := range []string{"2019-03-28 23:50", "not dated", "00:10"} {
		st, ok := Read(s)
		if !ok {
			t.Fatalf("Read(%q) found no stamp", s)
		}
		stamps = append(stamps, st)
	}
	var items []Item
	for i := range stamps {
		items = append(items, Item{Stamp: &stamps[i]})
	}
	utc, _ := ParseZone("UTC")
	Resolve(items, Context{Zone: utc})
	if u := stamps[1]; !u.Undated || !u.Instant.IsZero() || u.Problem != "" || len(u.Inferred) > 0 {
		t.Errorf("undated is %+v", u)
	}
	if got := stamps[2].Instant.Format(time.RFC3339); got != "2019-03-29T00:10:00Z" {
		t.Errorf("the entry after it is at %s", got)
	}
	if found := Find("the message is not dated and came late"); len(found) > 0 {
		t.Errorf("running text has %q", found[0].Text)
	}
}
