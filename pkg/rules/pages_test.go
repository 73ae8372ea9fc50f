package rules

import (
	"bytes"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/scaffold"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the pages' outputs")

// now is the instant at which the pages' examples are checked.
var now = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// block is a fenced code block of a page: under which heading, of which language, and where.
type block struct {
	heading, language, text string
	span                    source.Span
}

// blocks reads a page's fenced blocks; a fence closes at a line that is the same run of backticks.
func blocks(f *source.File) []block {
	var out []block
	heading, fence := "", ""
	var b block
	for n := 1; n <= f.Lines(); n++ {
		line := f.Line(n)
		s := f.Slice(line)
		ticks := s[:len(s)-len(strings.TrimLeft(s, "`"))]
		switch {
		case fence == "" && len(ticks) >= 3:
			fence = ticks
			b = block{heading: heading, language: s[len(ticks):], span: source.Span{Start: f.Line(n + 1).Start}}
		case fence != "" && s == fence:
			b.span.End = line.Start
			b.text = f.Slice(b.span)
			if text, ok := strings.CutSuffix(b.language, " escaped"); ok {
				// What cannot stand in a page is written as in a Go string: \xff, \u202e.
				b.language, b.text = text, unescape(b.text)
			}
			out, fence = append(out, b), ""
		case fence == "" && strings.HasPrefix(s, "## "):
			heading = s[3:]
		}
	}
	return out
}

// run checks a report, together with others if the rule compares reports.
var escapes = regexp.MustCompile(`\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})`)

func unescape(s string) string {
	return escapes.ReplaceAllStringFunc(s, func(e string) string {
		c, err := strconv.Unquote(`"` + e + `"`)
		if err != nil {
			return e
		}
		return c
	})
}

func run(t *testing.T, rule lint.Rule, name, text string, others ...*source.File) ([]lint.Diagnostic, string) {
	t.Helper()
	var found []lint.Diagnostic
	l := linterBeside(others, rule)
	for d := range l.Run(archive.Of(append(others, source.New(name, []byte(text)))...)).Findings {
		if d.Rule != rule.Name {
			continue
		}
		found = append(found, d)
		if d.Span.Start < 0 || d.Span.End > len(text) || d.Span.Start > d.Span.End {
			t.Errorf("%s: finding's span %v lies outside the text", name, d.Span)
		}
	}
	var out bytes.Buffer
	concise, _ := lint.FormatNamed("concise")
	if err := concise.Write(&out, &lint.Result{Findings: slices.Values(found)}); err != nil {
		t.Fatal(err)
	}
	return found, out.String()
}

// linter knows every rule and runs one. A rule that looks at what others found has the others run.
func linter(rules ...lint.Rule) *lint.Linter { return linterBeside(nil, rules...) }

// linterBeside is a linter of a report that stands beside other files.
func linterBeside(others []*source.File, rules ...lint.Rule) *lint.Linter {
	only := map[string]lint.Severity{}
	for _, r := range All() {
		if !rules[0].Late {
			only[r.Name] = lint.Off
		}
	}
	for _, r := range rules {
		only[r.Name] = r.Severity
	}
	policy := lint.Policy{Glossary: map[string]string{"Kafka": "the system that hands messages from product to product"}}
	return lint.New(All(), lint.Options{Now: now, Policy: policy, Schemas: schemas, Selection: lint.Selection{Rules: only},
		Lacks: func(_, target string) bool {
			return !slices.ContainsFunc(others, func(f *source.File) bool { return f.Path == target })
		}})
}

// schemas lets a page's example name a template.
var schemas = func() map[string]func() *report.Schema {
	all, err := scaffold.Templates(nil)
	if err != nil {
		panic(err)
	}
	return scaffold.Schemas(all)
}()

// TestPages runs each rule on its own page: what stands under "Bad" gives exactly the output below
// it, what stands under "Good" gives none, and the fix of "Bad" gives "Fixed", which gives none.
func TestPages(t *testing.T) {
	for _, rule := range All() {
		t.Run(rule.Name, func(t *testing.T) {
			path := rule.Name + ".md"
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatalf("the rule has no page: %v", err)
			}
			if !strings.HasPrefix(string(text), "# "+rule.Name+"\n") {
				t.Errorf("%s does not begin with the rule's name", path)
			}
			page := source.New(path, text)
			var edits []source.Edit
			var bad, good int
			var last []lint.Diagnostic
			var lastText string
			want := ""
			var others []*source.File // blocks "markdown NAME" stand beside the next block
			for _, b := range blocks(page) {
				name, named := strings.CutPrefix(b.language, "markdown ")
				switch {
				case named:
					others = append(others, source.New(name, []byte(b.text)))
				case strings.HasPrefix(b.heading, "Bad") && b.language == "markdown":
					last, want = run(t, rule, "bad.md", b.text, others...)
					lastText, others = b.text, nil
					if len(last) == 0 {
						t.Errorf("nothing is found in:\n%s", b.text)
					}
					bad++
				case strings.HasPrefix(b.heading, "Bad") && b.language == "text":
					if *update {
						edits = append(edits, source.Edit{Span: b.span, New: want})
					} else if d := cmp.Diff(b.text, want); d != "" {
						t.Errorf("output (- page, + now; rewrite with -update):\n%s", d)
					}
				case strings.HasPrefix(b.heading, "Good") && b.language == "markdown":
					if _, got := run(t, rule, "good.md", b.text, others...); got != "" {
						t.Errorf("a good report has findings:\n%s", got)
					}
					others = nil
					good++
				case strings.HasPrefix(b.heading, "Fixed") && b.language == "markdown":
					fixed := fix(t, rule, lastText)
					if *update {
						edits = append(edits, source.Edit{Span: b.span, New: fixed})
					} else if d := cmp.Diff(b.text, fixed); d != "" {
						t.Errorf("fixed (- page, + now; rewrite with -update):\n%s", d)
					}
					if _, got := run(t, rule, "fixed.md", fixed); got != "" {
						t.Errorf("the fixed report has findings:\n%s", got)
					}
					good++
				}
			}
			if bad == 0 || good == 0 {
				t.Errorf("%s needs an example under ## Bad and one under ## Good or ## Fixed", path)
			}
			if *update && len(edits) > 0 {
				out, err := page.Apply(edits...)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, out, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func fix(t *testing.T, rule lint.Rule, text string) string {
	t.Helper()
	fixed := linter(rule).Fix(source.New("bad.md", []byte(text)), true)
	if len(fixed.Titles) == 0 {
		t.Fatal("a page with ## Fixed needs a finding with a fix that can be made")
	}
	return string(fixed.Text)
}

// TestTableIsComplete names the line that is missing when a rule's file is not in the table.
func TestTableIsComplete(t *testing.T) {
	if !slices.IsSortedFunc(table, func(a, b lint.Rule) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the table in rules.go is not sorted by name")
	}
	known := map[string]bool{}
	for _, r := range table {
		known[r.Name] = true
		if _, ok := Page(r.Name); !ok {
			t.Errorf("%s has no page %s.md", r.Name, r.Name)
		}
		if r.Summary == "" || r.Since == "" || r.Severity == lint.Off || (r.Check == nil) == (r.Compare == nil) {
			t.Errorf("%s: Summary, Since, Severity and either Check or Facts and Compare must be set", r.Name)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range tree.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				for _, x := range v.Values {
					c, ok := x.(*ast.CompositeLit)
					if !ok {
						continue
					}
					if sel, ok := c.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "Rule" && !known[strings.TrimSuffix(f, ".go")] {
						t.Errorf("%s is not in the catalogue: add the line\n\t%s,\nto the table in rules.go, in order", f, v.Names[0].Name)
					}
				}
			}
		}
	}
	pages, _ := filepath.Glob("*.md")
	for _, p := range pages {
		if !known[strings.TrimSuffix(p, ".md")] {
			t.Errorf("%s is the page of no rule", p)
		}
	}
}
