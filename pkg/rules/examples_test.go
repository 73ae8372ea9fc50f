package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// examples checks each example against all rules, as final reports are checked.
func examples(t *testing.T, pattern string) map[string][]lint.Diagnostic {
	t.Helper()
	all, err := scaffold.Templates(nil)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join("..", "..", "examples", pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("there are no examples %s", pattern)
	}
	l := lint.New(All(), lint.Options{Now: now, Schemas: scaffold.Schemas(all)})
	found := map[string][]lint.Diagnostic{}
	for _, path := range paths {
		if strings.HasSuffix(path, ".public.md") {
			continue // an edition is no report
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r := report.Parse(source.New(path, text))
		if r.Meta.Status.Value != "final" {
			t.Errorf("%s: the status is %q; an example is final", path, r.Meta.Status.Value)
		}
		found[path] = l.Check(r)
	}
	return found
}

func TestExamplesAreClean(t *testing.T) {
	for path, found := range examples(t, "*.md") {
		for _, d := range found {
			at := d.File.Position(d.Span.Start)
			t.Errorf("%s:%d:%d: %s [%s]", path, at.Line, at.Column, d.Message, d.Rule)
		}
	}
}

// The flawed example shows the rules that matter most at work.
func TestFlawedExample(t *testing.T) {
	for path, found := range examples(t, "flawed/*-checkout-flawed.md") {
		by := map[string]bool{}
		for _, d := range found {
			by[d.Rule] = true
		}
		for _, rule := range []string{
			"action-due-missing", "action-mix", "action-owner-missing", "action-vague", "cause-human-error", "claim-duration-differs",
			"detection-by-customer-unanswered", "impact-unquantified", "language-counterfactual", "language-judgement",
			"section-empty", "section-missing", "timeline-out-of-order", "timeline-phase-missing", "timeline-time-unreadable", "timeline-zone-missing",
		} {
			if !by[rule] {
				t.Errorf("%s does not show %s", path, rule)
			}
		}
	}
}

// TestFormatExample holds the whole report that docs/format.md shows to what that page promises.
func TestFormatExample(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "format.md"))
	if err != nil {
		t.Fatal(err)
	}
	all, err := scaffold.Templates(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range blocks(source.New("format.md", page)) {
		if b.heading != "A whole report" || b.language != "markdown" {
			continue
		}
		r := report.Parse(source.New("2026-02-14-checkout.md", []byte(b.text)))
		for _, d := range lint.New(All(), lint.Options{Now: now, Schemas: scaffold.Schemas(all)}).Check(r) {
			at := d.File.Position(d.Span.Start)
			t.Errorf("%d:%d: %s [%s]", at.Line, at.Column, d.Message, d.Rule)
		}
		return
	}
	t.Error("docs/format.md shows no whole report")
}
