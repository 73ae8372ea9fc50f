//go:build !race

package report

// raced says that the race detector is on: what it keeps of each access counts as allocated.
const raced = false
