package guard

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestVocabulary pins that every list of words is asked for, that every list that is asked for is there, and that a
// list is in order, each word once, so that a new word has one place.
func TestVocabulary(t *testing.T) {
	var asked, there []string
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`= listed\("([^"]+)"\)`).FindAllSubmatch(src, -1) {
			asked = append(asked, string(m[1]))
		}
	}
	eachConstruction(func(_, says, _ string) {
		for _, m := range regexp.MustCompile(`@([a-z]+)`).FindAllStringSubmatch(says, -1) {
			if !slices.Contains(asked, m[1]) {
				asked = append(asked, m[1])
			}
		}
	})
	for _, m := range regexp.MustCompile(`(?m)^\[(.+)\]$`).FindAllStringSubmatch(vocabulary, -1) {
		there = append(there, m[1])
		list := strings.Fields(strings.SplitN(strings.SplitN(vocabulary, m[0]+"\n", 2)[1], "\n\n", 2)[0])
		if sorted := slices.Compact(slices.Sorted(slices.Values(list))); !slices.Equal(list, sorted) {
			t.Errorf("[%s]: %s", m[1], cmp.Diff(list, sorted))
		}
	}
	slices.Sort(asked)
	if diff := cmp.Diff(there, asked); diff != "" {
		t.Errorf("lists in vocabulary.txt (-) and asked for (+):\n%s", diff)
	}
}
