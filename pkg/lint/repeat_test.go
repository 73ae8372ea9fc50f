package lint

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestRepeats(t *testing.T) {
	a, b := source.New("a.md", []byte("one\ntwo\nthree\nfour\nfive\nsix\n")), source.New("b.md", []byte("one\ntwo\n"))
	at := func(f *source.File, line int, message string) Diagnostic {
		return Diagnostic{Rule: "r", Severity: Warning, File: f, Span: f.Line(line), Message: message}
	}
	found := []Diagnostic{
		at(a, 1, "no owner"), at(a, 1, "no date"), at(a, 2, "no owner"), at(a, 2, `"x" is no date`), at(a, 3, "no owner"), at(a, 3, `"x" is no date`),
		at(a, 4, "no owner"), at(a, 6, "no owner"), at(b, 2, "no owner"),
	}
	var out strings.Builder
	if err := writeText(&out, &Result{Findings: slices.Values(found), Totals: &Totals{}}); err != nil {
		t.Fatal(err)
	}
	var heads []string
	for line := range strings.Lines(out.String()) {
		if strings.Contains(line, "[r]") {
			heads = append(heads, strings.TrimSpace(line))
		}
	}
	if diff := cmp.Diff([]string{
		"a.md:1:1: warning: no owner [r]",
		"a.md:1:1: warning: no date [r]",
		`a.md:2:1: warning: "x" is no date [r]`,
		`a.md:3:1: warning: "x" is no date [r]`,
		"a.md:2:1: warning: no owner; the same 3 times more, on lines 3 to 4, 6 [r]",
		"b.md:2:1: warning: no owner [r]",
	}, heads); diff != "" {
		t.Errorf("heads (-want +got):\n%s", diff)
	}
}
