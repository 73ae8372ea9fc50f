package report_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// FuzzParse holds Parse to its laws for any bytes: it gives a report, every place lies in the text,
// sections tile the file and nest, entries stand in document order, and the same bytes give the
// same tree.
func FuzzParse(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		f.Fatalf("no archives: %v", err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Name, unescape(a.Files[0].Data))
	}
	for _, s := range []string{"", "\xff", "---\n", "---\n---", "# \n#", "**Timeline**\n10:00 a\n**Impact:**\n", "## Timeline\n|a\n|-\n|10:00", "Timeline\n10:00<br>10:05 b", "```\n```x\n", "\r\n\r# Timeline\r- 10:00\r"} {
		f.Add("r.md", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, text []byte) {
		if len(text) > 64<<10 {
			return
		}
		r := report.Parse(source.New(name, text))
		checkLaws(t, r)
		if a, b := tree(r), tree(report.Parse(source.New(name, text))); a != b {
			t.Errorf("two parses differ:\n%s\n%s", a, b)
		}
	})
}

func checkLaws(t *testing.T, r *report.Report) {
	t.Helper()
	size := len(r.File.Text)
	inside := func(what string, s source.Span) {
		t.Helper()
		if s.Start < 0 || s.End < s.Start || s.End > size {
			t.Errorf("%s: span %v of a text of %d bytes", what, s, size)
		}
	}
	for _, p := range r.Problems {
		inside("problem "+p.Kind, p.Span)
	}
	if r.Refused {
		return
	}
	checkSections(t, r, inside)
	last := 0
	for _, e := range r.Timeline.Events {
		inside("entry", e.Span)
		inside("stamp", source.Span{Start: e.At.Start, End: e.At.End})
		inside("entry text", e.Text.Span)
		inside("phase", e.Phase.Span)
		if e.Within == nil {
			t.Error("an entry stands in no section")
		}
		if e.Span.Start < last {
			t.Errorf("entry at %d stands behind one at %d", e.Span.Start, last)
		}
		last = e.Span.Start
	}
	for _, a := range r.Actions {
		inside("action", a.Span)
		for _, f := range append([]report.Field[string]{a.Text, a.Owner, a.Due, a.Type, a.Priority, a.Status, a.Check}, a.Tickets...) {
			inside("action field "+f.Value, f.Span)
		}
		if !a.Text.Written() {
			t.Error("an action has no text")
		}
	}
	for _, p := range r.Passages {
		inside("passage", p.Full())
	}
	for _, c := range r.Comments {
		inside("comment", c.Span)
	}
}

// checkSections holds that headings and bodies follow each other without gap or overlap from the
// end of the front matter to the end of the text, and that a section lies in its parent.
func checkSections(t *testing.T, r *report.Report, inside func(string, source.Span)) {
	t.Helper()
	at := r.Meta.Span.End
	for i, s := range r.Sections {
		inside("section", s.Span)
		inside("heading", s.Heading.Span)
		inside("body", s.Body)
		if s.Span.Start != at {
			t.Errorf("section %d begins at %d, the one before ends at %d", i, s.Span.Start, at)
		}
		if s.Body.Start < s.Span.Start || s.Body.End > s.Span.End {
			t.Errorf("body %v of section %d lies outside %v", s.Body, i, s.Span)
		}
		if s.Parent != nil && !s.Parent.Span.Contains(s.Span) {
			t.Errorf("section %d %v lies outside its parent %v", i, s.Span, s.Parent.Span)
		}
		at = s.Body.End
	}
	if at != len(r.File.Text) {
		t.Errorf("the sections end at %d of %d", at, len(r.File.Text))
	}
}

// TestCorpusLaws holds the laws on a directory of other people's reports.
func TestCorpusLaws(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_CORPUS")
	if dir == "" {
		t.Skip("POSTMORTEM_CORPUS does not name a directory of reports")
	}
	paths, _ := filepath.Glob(filepath.Join(dir, "*.md"))
	if len(paths) == 0 {
		t.Fatalf("no reports in %s", dir)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		checkLaws(t, report.Parse(source.New(path, text)))
	}
}
