package claim

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestSums(t *testing.T) {
	for _, c := range []struct {
		text   string
		found  int
		agrees bool
		is     string
	}{
		{"Detect 4 min + resolve 6 h 14 min = 6 h 28 min.", 1, false, "6 h 18 min"},
		{"Detect 4 min + resolve 6 h 14 min = 6 h 18 min.", 1, true, "6 h 18 min"},
		{"We lost 600 in Europe and 300 in Asia, 1,000 in total.", 1, false, "900"},
		{"On 3 May, 600 in Europe and 400 in Asia were lost, 1,000 in total.", 1, true, "1,000"},
		{"On 3 May, 600 in Europe and 300 in Asia were lost, 1,000 in total.", 1, false, "900"},
		{"600 orders on the web, 300 orders in the app and 40 by phone failed (1,000 altogether).", 1, false, "940"},
		{"600 orders on the web and 300 orders in the app failed, for a total of 1,000.", 1, false, "900"},
		{"600 on the web and 300 in the app failed: in total 900 orders.", 1, true, "900"},
		{"600 in Europe and 300 in Asia, out of 1,000 in total.", 0, false, ""},
		{"600 in Europe and 300 in Asia, more than 1,000 in total.", 0, false, ""},
		{"Among them were 600 in Europe and about 300 in Asia, 1,000 in total.", 0, false, ""},
		{"600 customers in Europe and 500 customers in Asia, 1,000 in total.", 0, false, ""},
		{"600 in Europe and 300 in Asia. 1,000 in total.", 0, false, ""},
		{"We replaced 12 disks and 3 fans, 1,000 parts in total over the year.", 0, false, ""},
		{"600 in Europe and 300 in Asia, among others, 1,000 in total.", 0, false, ""},
		{"600 in Europe and 300 in Asia by 10:30, 1,000 in total.", 0, false, ""},
		{"310 × 20 EUR = 6,400 EUR.", 1, false, "6,200"},
		{"310 x 6.50 EUR = 2,015 EUR, 3 * 4 = 12", 2, true, "2,015"},
		{"3 x 4 + 5 = 17, a 4 x 4 = b, 2 × 3 × 4 = 24", 0, false, ""},
		{"Refunds went to 99 customers: 60 by card and 35 by invoice.", 1, false, "95"},
		{"It grew from 90 to 99 orders: 60 by card and 35 by invoice.", 0, false, ""},
		{"Of 2,311 people, 2,290 were refunded; the other 31 were not.", 1, false, "2,321"},
		{"Of the 310 orders 200 are paid by invoice and the remaining 110 by card.", 1, true, "310"},
		{"Of 40 hosts, 12 were rebuilt. The other 3 teams helped.", 0, false, ""},
		{"12 hosts + 30 pods = 42 machines.", 1, true, "42"},
		{"1,200 + 340 + 60 = 1,700 users", 1, false, "1,600"},
		{"1.25 + 1.25 = 2.5", 1, true, "2.50"},
		{"about 4 min + 3 min = 9 min", 0, false, ""},
		{"f(x) = 3 + 4 * 2 = 14", 0, false, ""},
		{"x=1+2 and y=5", 0, false, ""},
		{"https://example.com/?a=1+2=4", 0, false, ""},
		{"3 - 1 + 2 = 9", 0, false, ""},
		{"| Region | Requests |\n|---|---|\n| a | 10 |\n| b | 20 |\n| **Total** | 31 |\n", 1, false, "30"},
		{"| Region | Lost | Time |\n|---|---|---|\n| a | 1,010 | 4 min |\n| b | 20 | 5 min |\n| Total | 1,030 | 9 min |\n", 1, true, "1,030"},
		{"| Day | Users |\n|---|---|\n| 1 | 10 |\n| 2 | 20 |\n| Total | 25 |\n", 1, true, "30"},
		{"| Day | Users (unique) |\n|---|---|\n| 1 | 10 |\n| 2 | 20 |\n| Total | 35 |\n", 0, false, ""},
		{"| Region | Peak |\n|---|---|\n| a | 10 |\n| b | 20 |\n| Total | 31 |\n", 0, false, ""},
		{"| Region | Share |\n|---|---|\n| a | 10 % |\n| b | 20 % |\n| Total | 31 % |\n", 0, false, ""},
	} {
		got := Sums(report.Parse(source.New("r.md", []byte(c.text))))
		if len(got) != c.found {
			t.Errorf("%q: %d sums, want %d: %+v", c.text, len(got), c.found, got)
		} else if c.found > 0 && (got[0].Agrees != c.agrees || got[0].Is != c.is) {
			t.Errorf("%q: %+v, want %v, %s", c.text, got[0], c.agrees, c.is)
		}
	}
}
