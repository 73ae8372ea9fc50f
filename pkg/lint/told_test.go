package lint_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestTell writes findings that come from no rule in every format: two alike on two equal lines of a file
// and one in another are told apart, and the page that is pointed to is their rule's own.
func TestTell(t *testing.T) {
	rules := []lint.Rule{{Name: "guard", Summary: "it leaks", Severity: lint.Error, About: "docs/editions.md"}}
	a, b := source.New("a.md", []byte("Ann was there.\nAnn was there.\n")), source.New("b.md", []byte("x Ann\n"))
	found := []lint.Diagnostic{
		{Rule: "guard", Severity: lint.Error, File: a, Span: source.Span{Start: 0, End: 3}, Message: "\"Ann\" must not be released"},
		{Rule: "guard", Severity: lint.Error, File: a, Span: source.Span{Start: 15, End: 18}, Message: "\"Ann\" must not be released"},
		{Rule: "guard", Severity: lint.Error, File: b, Span: source.Span{Start: 2, End: 5}, Message: "\"Ann\" must not be released"},
	}
	told := map[string]string{}
	for _, f := range lint.Formats {
		var out bytes.Buffer
		r := lint.Tell(found, rules, 2, nil, func(path string) string { return "docs/" + path })
		r.Work = "export --check"
		if err := r.Write(lint.Output{Format: f, To: &out}); err != nil {
			t.Fatal(err)
		}
		told[f.Name] = out.String()
		if !strings.Contains(out.String(), "guard") {
			t.Errorf("%s: %s", f.Name, out.String())
		}
	}
	var face struct {
		Findings []struct{ Fingerprint string }
		Summary  struct {
			Reports, Errors int
			ByRule          map[string]int
		}
	}
	if err := json.Unmarshal([]byte(told["json"]), &face); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range face.Findings {
		seen[f.Fingerprint] = true
	}
	if len(seen) != 3 || face.Summary.Reports != 2 || face.Summary.Errors != 3 || face.Summary.ByRule["guard"] != 3 {
		t.Errorf("%+v", face)
	}
	for _, name := range []string{"sarif", "rdjson", "markdown"} {
		if !strings.Contains(told[name], "blob/main/docs/editions.md") || strings.Contains(told[name], "guard.md") {
			t.Errorf("%s: %s", name, told[name])
		}
	}
	if !strings.HasPrefix(told["markdown"], "## Postmortem export --check\n") {
		t.Errorf("the heading does not say what was done: %s", told["markdown"])
	}
	var clean bytes.Buffer
	r := lint.Tell(nil, rules, 1, nil, nil)
	r.Work = "export --check"
	junit, _ := lint.FormatNamed("junit")
	if err := r.Write(lint.Output{Format: junit, To: &clean}); err != nil || !strings.Contains(clean.String(), `name="export --check"`) {
		t.Errorf("%v %s", err, clean.String())
	}
	if !strings.Contains(told["github"], "file=docs/b.md,line=1,") {
		t.Error(told["github"])
	}
}
