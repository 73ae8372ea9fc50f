package rules

import "testing"

func TestCells(t *testing.T) {
	for row, want := range map[string]int{
		"| a | b |": 2, "a | b": 2, "| a | b": 2, "a | b |": 2, "| a |": 1, `| a \| b | c |`: 2, `| a | b \|`: 2, `| a \\| b |`: 2,
		"| a | b | <!-- public -->": 2, "|  |  |  |": 3, "| --- | :-: |\r": 2, "": 1, "|": 1,
	} {
		if got := cells([]byte(row)); got != want {
			t.Errorf("%q has %d cells, want %d", row, got, want)
		}
	}
}
