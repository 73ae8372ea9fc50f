package moment

import (
	"strings"
	"testing"
)

// prose is running text with the density of stamps and lengths that reports have.
var prose = strings.Repeat(`On 28 March 2019 at 11:10 EDT the consumers of the payments topic stopped
committing offsets. About 4% of the orders placed in the following hour were delayed by up to 40 minutes,
and a small number of them were charged twice before the broker came back at 12:48. The team that was
on call noticed the growing lag because the dashboard for the warehouse turned red; nobody had been paged.
`, 24)

func BenchmarkFind(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		Find(prose)
	}
}

func BenchmarkFindDurations(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	for b.Loop() {
		FindDurations(prose)
	}
}

func BenchmarkReadStamp(b *testing.B) {
	for b.Loop() {
		Read("2019-03-28 11:10 UTC: the first alert fires")
	}
}

func BenchmarkReadNoStamp(b *testing.B) {
	for b.Loop() {
		Read("Restarting the consumers did not help at first")
		Read("The lag grew because of the rebalancing")
		Read("Nobody was paged")
	}
}
