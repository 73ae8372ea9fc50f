package wordlist

import (
	"slices"
	"strings"
	"testing"
)

// TestSortedHas finds every word of the lists, and nothing beside them.
func TestSortedHas(t *testing.T) {
	for _, list := range []string{wordList, nameList, productList, brandList} {
		words := strings.Fields(list)
		if !slices.IsSorted(words) {
			t.Error("a list is not in order")
		}
		for i, w := range words {
			if !sortedHas(list, w) {
				t.Errorf("%q is not found", w)
			}
			for _, other := range []string{w + "q", w[1:], "", " ", w + " " + words[min(i+1, len(words)-1)]} {
				if _, in := slices.BinarySearch(words, other); sortedHas(list, other) != in {
					t.Errorf("%q: %v", other, !in)
				}
			}
		}
	}
}
