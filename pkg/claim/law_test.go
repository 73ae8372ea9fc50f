package claim

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/openpostmortem/postmortem/pkg/markdown/hostile"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// FuzzFind holds that whatever a text is, what it claims lies in it, each claim in the passage that it names, and is
// the same when it is asked for again.
func FuzzFind(f *testing.F) {
	paths, err := filepath.Glob("../report/testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	for _, family := range hostile.Families {
		f.Add(family.Member(2 << 10))
	}
	for _, s := range []string{"---\ntitle: Down for 5 minutes\n---\n", "---\ntitle: x\n---\n" + string(hostile.Families[0].Member(64<<10)), "|Total|2|\n|-|-|\n", "|a|b|\n|-|-|\n|x|`1`|\n|y|2|\n|Total|4|\n", "5 of 7 (71 %): 3 + 4 = 8, 2 x 3 = 7"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 128<<10 {
			return
		}
		r := report.Parse(source.New("r.md", text))
		claims := Find(r)
		inside := func(what string, s source.Span) {
			if s.Start < 0 || s.End < s.Start || s.End > len(text) {
				t.Errorf("%s: span %v of a text of %d bytes", what, s, len(text))
			}
		}
		for _, c := range claims {
			inside(c.Text, c.Span)
			if c.Start >= c.End || c.Passage.Span(c.Start, c.End) != c.Span {
				t.Errorf("%q stands at %v, in its passage from %d to %d", c.Text, c.Span, c.Start, c.End)
			}
		}
		for _, s := range Sums(r) {
			inside(s.Stated, s.Span)
		}
		for _, s := range Shares(r) {
			inside(s.Passage.Text[s.Start:s.End], s.Passage.Span(s.At, s.AtEnd))
		}
		if d := cmp.Diff(claims, Find(r), cmpopts.IgnoreFields(Claim{}, "Section", "Passage", "From", "Stamp")); d != "" {
			t.Error(d)
		}
	})
}
