package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// FuzzFixTimeline holds the fixes of timelines to their laws: fixing twice is fixing once, no rule
// finds more than before, and after safe fixes every entry means what it meant.
func FuzzFixTimeline(f *testing.F) {
	for _, r := range All() {
		if !strings.HasPrefix(r.Name, "timeline-") && !strings.HasPrefix(r.Name, "claim-") {
			continue
		}
		text, err := os.ReadFile(r.Name + ".md")
		if err != nil {
			f.Fatal(err)
		}
		for _, b := range blocks(source.New(r.Name, text)) {
			if b.language == "markdown" {
				f.Add([]byte(b.text), true)
				f.Add([]byte(strings.ReplaceAll(b.text, "\n", "\r\n")), false)
			}
		}
	}
	only := map[string]lint.Severity{}
	for _, r := range All() {
		if only[r.Name] = lint.Off; strings.HasPrefix(r.Name, "timeline-") || strings.HasPrefix(r.Name, "claim-") {
			only[r.Name] = lint.Warning
		}
	}
	l := lint.New(All(), lint.Options{Now: now, Schemas: schemas, Selection: lint.Selection{Rules: only}})
	f.Fuzz(func(t *testing.T, text []byte, unsafe bool) {
		before := report.Parse(source.New("r.md", text))
		found := l.Check(before)
		fixed := l.Fix(before.File, unsafe)
		if again := l.Fix(source.New("r.md", fixed.Text), unsafe); len(again.Titles) > 0 {
			t.Errorf("fixed again: %q\n%q\n%q", again.Titles, fixed.Text, again.Text)
		}
		count := map[string]int{}
		for _, d := range found {
			count[d.Rule]++
		}
		for _, d := range fixed.Left {
			if count[d.Rule]--; count[d.Rule] < 0 {
				t.Errorf("%s finds more after the fix\n%q\n%q", d.Rule, text, fixed.Text)
			}
		}
		if !unsafe && !slices.Equal(meanings(before), meanings(report.Parse(source.New("r.md", fixed.Text)))) {
			t.Errorf("an entry means something else\n%q\n%q", text, fixed.Text)
		}
	})
}
