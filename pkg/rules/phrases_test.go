package rules

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// hitsIn gives what the phrases of a rule find in a report, as it stands there.
func hitsIn(text string, of *phrases) []string {
	p := &lint.Pass{Report: report.Parse(source.New("t.md", []byte(text)))}
	var out []string
	for h := range said(p, of) {
		out = append(out, p.Report.File.Slice(h.span()))
	}
	return out
}

func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		text string
		of   *phrases
		want []string
	}{
		{"The team should have checked.", counterfactualPhrases, []string{"team should have checked"}},
		{"The TEAM Should\nalso have CHECKED.", counterfactualPhrases, []string{"TEAM Should\nalso have CHECKED"}},
		{"The **team** should _have_ checked.", counterfactualPhrases, []string{"team** should _have_ checked"}},
		{"We shouldn’t have deployed", counterfactualPhrases, []string{"We shouldn’t have deployed"}},
		{"The team should. Have checked.", counterfactualPhrases, nil},
		{"The steam should have cooled.", counterfactualPhrases, nil},
		{"We should have a `team`", counterfactualPhrases, nil},
		{"We should `x` have checked", counterfactualPhrases, nil},
		{"a—careless—step", judgementPhrases, []string{"careless"}},
		{"carelessly, CARELESS", judgementPhrases, []string{"carelessly", "CARELESS"}},
		{"uncareless carelessä", judgementPhrases, nil},
		{"He said \"how careless\" and it was stupid.", judgementPhrases, []string{"stupid"}},
		{"He said 'how careless' and it wasn't stupid.", judgementPhrases, []string{"stupid"}},
		{"“careless” ‘careless’ «careless» „careless“", judgementPhrases, nil},
		{"```\ncareless\n```\n\n    careless\n\n> careless\n\n# careless\n\n<!-- careless -->\n\n[x](http://careless.example)", judgementPhrases, nil},
		{"## Timeline\n\n- 10:12 Ana: that was careless\n- 10:13 that was careless\n- 10:14 UTC AE says: careless", judgementPhrases, []string{"careless"}},
		{"See [a careless title](x), a [careless] one, [another careless][y] and [z](x) careless.", judgementPhrases, []string{"careless", "careless"}},
		{"It can’t happen again, it CAN'T recur again, and it won’t.", absolutePhrases, []string{"can’t happen again", "CAN'T recur again"}},
		{"A\tfew of the users, a\nhandful of orders, an few users; I guarantee", vaguePhrases, []string{"A\tfew of the users", "a\nhandful of orders"}},
		{"The ISP, isp.", thirdPartyPhrases, []string{"ISP", "isp"}},
		{"", judgementPhrases, nil},
	} {
		if d := cmp.Diff(c.want, hitsIn(c.text, c.of)); d != "" {
			t.Errorf("%q (- want, + got):\n%s", c.text, d)
		}
	}
}

// FuzzPhrases holds the search to a plain reading of the text: it never leaves it, and finds a word
// exactly where that word stands.
func FuzzPhrases(f *testing.F) {
	for _, s := range []string{"careless", "so careless\nand Careless’s", "\"careless", "'careless' it's careless", "ﬀcareless\u00a0careless-", "a\x80careless", strings.Repeat("a careless word ", 9)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := &lint.Pass{Report: report.Parse(source.New("t.md", []byte(text)))}
		last := map[*phrases]hit{}
		for _, h := range phraseHits.Of(p) {
			if h.start < 0 || h.end > len(h.passage.Text) || h.start >= h.end {
				t.Fatalf("a hit of %q at %d to %d of %d", h.of.patterns[0], h.start, h.end, len(h.passage.Text))
			}
			if before := last[h.of]; h.passage == before.passage && h.start < before.end {
				t.Fatalf("hits overlap: %q and %q", before.text(), h.text())
			}
			last[h.of] = h
		}
		for _, passage := range p.Report.Passages {
			foreign := quotations(passage)
			for w := range eachWord(passage.Text) {
				hits := func(h hit) bool { return h.of == judgementPhrases && h.passage == passage && h.start == w.start }
				if w.low == "careless" && !passage.Quoted && !within(foreign, w.start) && !slices.ContainsFunc(phraseHits.Of(p), hits) {
					t.Fatalf("%q at %d of %q is no hit", w.low, w.start, passage.Text)
				}
			}
		}
		for _, h := range phraseHits.Of(p) {
			if h.of != judgementPhrases {
				continue
			}
			if w, ok := wordAt(h.passage.Text, h.start); !ok || strings.Contains(h.text(), "careless") && !strings.HasPrefix(w.low, "careless") {
				t.Fatalf("%q does not begin a word", h.text())
			}
		}
	})
}
