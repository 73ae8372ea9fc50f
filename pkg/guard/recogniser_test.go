package guard

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSieved holds that each expression finds in a whole text what it finds where its literals stand.
func TestSieved(t *testing.T) {
	for _, path := range []string{filepath.Join("testdata", "public.txt"), filepath.Join("..", "..", "examples", "2019-03-28-hubspot-kafka.md")} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		joined, _ := withoutBlanks(text)
		for _, r := range slices.Concat(recognisers(), statements()) {
			for _, text := range [][]byte{text, joined} {
				if d := cmp.Diff(r.form().Regexp.FindAllSubmatchIndex(text, -1), r.form().FindAllSubmatchIndex(text, -1)); d != "" {
					t.Errorf("%s in %s (-whole +sieved):\n%s", r.form(), path, d)
				}
			}
		}
	}
}
