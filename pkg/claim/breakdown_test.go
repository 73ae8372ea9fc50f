package claim

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestBreakdowns(t *testing.T) {
	for _, c := range []struct {
		text string
		is   string // "" if nothing there is a number with all its parts
	}{
		{"1,240 payments failed (900 on the web, 240 in the app).", "1,140"},
		{"1,240 payments failed (900 on the web, 340 in the app).", "1,240"},
		{"1,240 failed (900 on the web, 240 in the app)", "1,140"},
		{"We lost 500 orders: 300 in Germany and 150 in France.", "450"},
		{"In total 1,000 servers were hit, 600 in the EU and 300 in the US.", "900"},
		{"3,000 requests failed: 1,000 with 500, 1,500 with 502, and 400 with 504.", "2,900"},
		{"12 services were hit (7 in eu-west-1 and 4 in us-east-1).", "11"},
		{"25 errors (10 timeouts, 10 refusals, 4 resets)", "24"},
		{"1,500 orders were late (1,000 web + 400 app)", "1,400"},
		{"800 emails were sent twice: 500 receipts and 200 reminders.", "700"},

		{"1,240 payments failed, among them 900 on the web and 240 in the app.", ""},
		{"1,240 payments failed (including 900 on the web, 200 in the app).", ""},
		{"10 servers (4 cores, 16 GB) were restarted.", ""},
		{"8 replicas (3 primaries, 2 zones) restarted.", ""},
		{"About 1,200 payments failed (900 on the web, 240 in the app).", ""},
		{"120 requests failed (40 per second, 3 retries).", ""},
		{"1,240 payments failed (up from 900 last week and 240 the week before).", ""},
		{"340 of 1,240 payments failed (200 on the web, 140 in the app).", ""},
		{"500 payments failed (for example 30 in Spain and 20 in Italy).", ""},
		{"1,240 payments failed (900 on the web, 240 in the app, the rest by phone).", ""},
		{"100 pods were hit (peak 60 at 14:05, 40 at 14:20).", ""},
		{"100 pods were hit (60 at 14:05, 30 at 14:20).", ""},
		{"1,000 customers saw errors (600 in the EU, 700 on mobile).", ""},
		{"2 services failed: 14 pods in the EU and 9 pods in the US.", ""},
		{"300 requests failed (250 users, 40 tenants).", ""},
	} {
		sums := Sums(report.Parse(source.New("r.md", []byte(c.text+"\n"))))
		is := ""
		if len(sums) == 1 {
			is = sums[0].Is
		}
		if is != c.is || len(sums) > 1 {
			t.Errorf("%q: %+v, want %q", c.text, sums, c.is)
		}
	}
}
