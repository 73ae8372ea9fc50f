package rules

import (
	"os"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestWordings holds the rules about wording against sentences as people write them, half of which
// only look like what the rule is after.
func TestWordings(t *testing.T) {
	text, err := os.ReadFile("testdata/wordings.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := lint.New(All(), lint.Options{Now: now, Selection: lint.Selection{Group: lint.All}})
	rule, section, held := "", "", 0
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		mark, sentence, _ := strings.Cut(line, " ")
		switch mark {
		case "", "#":
		case "+", "-":
			report := source.New("r.md", []byte("# Checkout fails\n\n## "+section+"\n\n"+sentence+"\n"))
			found := false
			for d := range l.Run(archive.Of(report)).Findings {
				found = found || d.Rule == rule
			}
			if found != (mark == "+") {
				t.Errorf("%s: found is %v for %q", rule, found, sentence)
			}
			held++
		default:
			rule, section = mark, sentence
		}
	}
	if held < 100 {
		t.Errorf("only %d sentences were held against the rules", held)
	}
}
