package rules

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestSamples holds two reports of one incident against every rule. The poor one has the faults that
// Google's SRE workbook shows in its poor example, in other words; the good one has none of them.
func TestSamples(t *testing.T) {
	poor := sample(t, "poor.md")
	for _, name := range []string{
		"action-due-missing", "action-owner-missing", "action-owner-vague", "action-priority-flat", "action-priority-low", "action-ticket-missing",
		"action-training-only", "action-vague", "cause-human-error", "cause-person-named", "impact-unquantified", "language-blame",
		"language-counterfactual", "language-exclamation", "language-judgement", "meta-published-late", "section-empty",
	} {
		if poor[name] == lint.Off {
			t.Errorf("%s finds nothing in the poor sample", name)
		}
	}
	for name, severity := range sample(t, "good.md") {
		if severity > lint.Hint {
			t.Errorf("%s finds fault with the good sample", name)
		}
	}
}

// sample gives the rules that find something, with the highest severity of each.
func sample(t *testing.T, name string) map[string]lint.Severity {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]lint.Severity{}
	l := lint.New(All(), lint.Options{Now: now, Selection: lint.Selection{Group: lint.All}})
	var names []string
	for d := range l.Run(archive.Of(source.New(name, text))).Findings {
		found[d.Rule] = max(found[d.Rule], d.Severity)
		names = append(names, d.Rule)
	}
	slices.Sort(names)
	t.Log(name, slices.Compact(names))
	return found
}
