package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// FuzzProse holds the prose to its passages: each stands in it where it says, in order and apart from the
// next, its numbers are counted, and what is looked for in all of it is found.
func FuzzProse(f *testing.F) {
	for _, s := range []string{
		"", "# One\n\ntwo [three]\n\n| a | 5 |\n|---|---|\n| {b} | 1.5 of 20 |\n",
		"a[^1] b[^2]\n\n[^2]: second 2\n\n[^1]: first [1]\n\nlast!\n", "> q[u]\n\n- x 1\n  - {y} 2\n", "\x00a\x00 [\n\n!{]",
		strings.Repeat("1 ", 300) + "[",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := Parse(source.New("t.md", []byte(text)))
		end := 0
		var want []*Passage
		for i, p := range r.Passages {
			if got, start := r.PassageAt(p.at); got != p || start != p.at || r.Prose[start:start+len(p.Text)] != p.Text {
				t.Fatalf("passage %d, %q, is not at %d of %q", i, p.Text, p.at, r.Prose)
			}
			if i > 0 && (p.at <= end || strings.Trim(r.Prose[end:p.at], "\x00") != "") {
				t.Fatalf("passage %d begins at %d, and the one before ends at %d", i, p.at, end)
			}
			end = p.at + len(p.Text)
			if strings.ContainsAny(p.Text, "[{") {
				want = append(want, p)
			}
			n := 0
			for k := range len(p.Text) {
				if prose.Digit(p.Text[k]) && (k == 0 || !prose.Digit(p.Text[k-1])) {
					n++
				}
			}
			if int(p.numbers) != min(n, manyNumbers) {
				t.Errorf("%q has %d numbers, not %d", p.Text, n, p.numbers)
			}
		}
		for _, part := range []string{"second", "[", "last!", "two "} {
			for rare := range len(part) {
				if got, want := prose.IndexBy(r.Prose, part, rare), strings.Index(r.Prose, part); got != want {
					t.Errorf("%q is at %d of %q, by its byte %d at %d", part, want, r.Prose, rare, got)
				}
			}
		}
		if got := slices.Collect(r.PassagesWith('[', '{')); !slices.Equal(got, want) {
			t.Errorf("%d passages with brackets, want %d", len(got), len(want))
		}
	})
}
