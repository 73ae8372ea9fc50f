package wordlist

import (
	"slices"
	"strings"
	"testing"
)

// TestSortedHas finds every word of the lists, and nothing beside them.
func TestSortedHas(t *testing.T) {
	_, dictionary, _ := strings.Cut(dictionary, "\n\n")
	for _, list := range []string{wordList, dictionary, nameList, productList, brandList, acronymList} {
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

// TestInDictionary pins that seldom words and what is made from them are known, and names are not.
func TestInDictionary(t *testing.T) {
	for word, want := range map[string]bool{"recognise": true, "organisations": true, "colours": true, "analysed": true, "licences": true, "kristall": false, "clerks": true, "rehearsed": true, "terabytes": true, "commonality": true, "cacheability": true, "idempotency": true, "countermeasures": true, "outage": true, "velomart": false, "boromir": false, "thetis-a": false} {
		if InDictionary(word) != want {
			t.Errorf("%q: %v", word, !want)
		}
	}
}
