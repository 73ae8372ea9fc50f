package guard

import (
	"fmt"
	"testing"
)

// TestNamesOnNoList holds that a name which only withheld prose tells is refused, in any spelling, and
// that the words around it are not.
func TestNamesOnNoList(t *testing.T) {
	const report = `---
timezone: UTC
---

## Customer summary

You could not pay.

%s

## Contributing factors

Umbrex was hit first. The link of Peerwave to Kestrel Mutual was full, and D. Abernathy and Jan Müller told us so before
Project Long Winter moved to amber-lynxes. On the Sunday our Happy Winners looked on, and Recurrence was not ruled out. We waited
for Canada and Bitcoin and measured the throughput.

## Revenue Clause

| Who | What |
|---|---|
| Halmexa | lost 3 h |
`
	for _, c := range []struct {
		says string
		want bool
	}{
		{"Umbrex could not pay.", true},
		{"It was UMBREX.", true},
		{"It was two Umbrexs.", true},
		{"Mueller was there.", true},
		{"Muller was there.", true},
		{"It was U m b r e x.", true},
		{"It was U.m.b.r.e.x.", true},
		{"| Hit | Since |\n|---|---|\n| Um | brex |", true},
		{"It was [Um](https://example.com)brex.", true},
		{"It was um\u200bbrex's.", true},
		{"A supplier, *Peer*wave, was slow.", true},
		{"Kestrel was hit.", true},
		{"Kestrel Mutual was hit.", true},
		{"Abernathy was there.", true},
		{"It waits for Long Winter.", true},
		{"See https://example.com/project%20long%20winter for it.", true},
		{"It waits for amber lynxes.", true},
		{"Halmexa was hit.", true},
		{"The Happy Winners looked on.", true},
		{"We are happy. Winners are not.", false},
		{"It had been a long winter.", false},
		{"A recurrence is unlikely.", false},
		{"Throughput is back. Measured in Canada, on a Sunday.", false},
		{"A revenue clause helps.", false},
		{"Bitcoin was not hit.", false},
	} {
		e, g := guarded(t, fmt.Sprintf(report, c.says), Options{})
		if leaks := g.Check("page.md", e.Markdown); len(leaks) > 0 != c.want {
			t.Errorf("%s: %+v", c.says, leaks)
		}
	}
}
