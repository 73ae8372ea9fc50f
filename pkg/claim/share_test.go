package claim

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestShares(t *testing.T) {
	for _, c := range []struct {
		text   string
		found  int
		agrees bool
	}{
		{"1,240 of 52,000 card payments failed (2.4 %).", 1, true},
		{"1,240 of 52,000 card payments failed (24 %).", 1, false},
		{"About 30 of 120 hosts (27%).", 1, false},
		{"About 31 of 120 hosts (25%).", 1, true},
		{"2 out of 3 nodes (66%)", 1, true},
		{"2 out of 3 nodes (67 percent)", 1, true},
		{"5/7 nodes (71%)", 1, true},
		{"we lost 71 % of the nodes (5 of 7)", 1, true},
		{"we lost 17 % of the nodes (5 of 7)", 1, false},
		{"1.2 million of 3 million requests (about 40 %)", 1, true},
		{"3 of 5 hosts (60 % of the traffic)", 0, false},
		{"On 3 of May (5 %)", 0, false},
		{"costs $5 of 20 dollars (5 %)", 0, false},
		{"version 1.2.3 of 7 (5 %)", 0, false},
		{"340 of 1,240 payments failed, 35 %.", 1, false},
		{"340 of our 1,240 customers were affected, which is 27%.", 1, true},
		{"Of 10,000 requests, 1,200 failed (15%).", 1, false},
		{"Out of 1,240 payments 340 failed - 27 %.", 1, true},
		{"35% (340/1,240) of payments failed.", 1, false},
		{"340 (27 %) of 1,240 payments failed.", 1, true},
		{"1 in 4 payments failed (30 %).", 1, false},
		{"Half of the customers (340 of 1,240) could not pay.", 1, false},
		{"Nearly a third of customers (30 of 100) wrote to us.", 1, true},
		{"About 10 % of requests (112 of 1,000) failed.", 1, true},
		{"The disk was 98.7 % full (2.1 GB free of 150 GB).", 1, true},
		{"5 of 6 retries succeeded, 95 % of them within a minute.", 0, false},
		{"3 of 4 nodes were at 95 % CPU.", 0, false},
		{"CPU reached 95 % on most nodes (3 of 4).", 0, false},
		{"340 of 1,240 payments failed; 90 % of those were retried.", 0, false},
		{"500 of 40 customers' emails (12 %) bounced.", 0, false},
		{"A third of the 61,000 images (15,250) were public.", 1, false},
		{"A quarter of the 61,000 images (15,250) were public.", 1, true},
		{"A third of the 61,000 images (15,250 in Europe) were public.", 0, false},
		{"15,250 of 61,000 images, a third, were public.", 1, false},
		{"15,250 of 61,000 images, half of them in Europe, were public.", 0, false},
		{"Of the 61,000 images, 15,250 were public, a third.", 1, false},
		{"Half of the 310 customers (200) called.", 1, false},
		{"Half of the 310 customers (2024) called.", 0, false},
		{"20 % of the 61,000 images (15,250) were public.", 1, false},
		{"1,240 of 52,000 payments or about 10 % failed.", 1, false},
		{"1,240 of 52,000 payments or about 2 % failed.", 1, true},
		{"60,000 of the 52,000 payments were retried.", 1, false},
		{"14 partners out of 12 were affected.", 1, false},
		{"12 partners out of 14 were affected.", 0, false},
		{"2024 of the 12 hosts, 90 minutes of the 2 days, 40 GB of the 12 disks, 500 of the 200 ms.", 0, false},
		{"Visits dropped from 40,000 to 31,000, a drop of 30 %.", 1, false},
		{"Visits dropped from 40,000 to 31,000, a drop of about 22 %.", 1, true},
		{"Orders dropped by 20 %, from 500 to 450 a minute.", 1, false},
		{"Errors rose by 900 %, from 10 to 100 a minute.", 1, true},
		{"Sales fell from 10,000 EUR to 7,000 EUR (30 %).", 1, true},
		{"Latency rose from 200 ms to 1.2 s, an increase of 20 %.", 0, false},
		{"The rate rose from 10 % to 30 %, a rise of 20 %.", 0, false},
		{"Orders moved from 12 to 31 hosts; 40 % failed.", 0, false},
	} {
		got := Shares(report.Parse(source.New("t.md", []byte(c.text))))
		if len(got) != c.found {
			t.Errorf("%q: %d shares, want %d: %+v", c.text, len(got), c.found, got)
		} else if c.found > 0 && got[0].Agrees() != c.agrees {
			t.Errorf("%q: agrees is %v, want %v: %+v", c.text, got[0].Agrees(), c.agrees, got[0])
		}
	}
}
