package lint_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// toys are rules that find fixed words, so that the formats' goldens depend on no real rule.
var toys = []lint.Rule{
	{Name: "word-bad", Summary: "the word \"bad\" is there", Severity: lint.Error, Since: "0.1.0", Check: func(p *lint.Pass) {
		for at := range words(p, "bad") {
			first := source.Span{Start: 0, End: 5}
			p.Diagnose(lint.Diagnostic{Span: at, Message: "here stands \"bad\", as in the title", Hint: "write `good`",
				Related: []lint.Related{{Span: first, Message: "the title"}},
				Fix:     &lint.Fix{Title: "write good", Safe: true, Edits: []source.Edit{{Span: at, New: "good"}}}})
		}
	}},
	{Name: "word-poor", Summary: "the word \"poor\" is there", Severity: lint.Warning, Since: "0.1.0", Check: func(p *lint.Pass) {
		for at := range words(p, "poor") {
			p.Diagnose(lint.Diagnostic{Span: at, Message: "here stands \"poor\"",
				Fix: &lint.Fix{Title: "take it out", Edits: []source.Edit{{Span: at}}}})
		}
	}},
	{Name: "word-so", Summary: "two words stand on two lines", Severity: lint.Hint, Since: "0.1.0", Check: func(p *lint.Pass) {
		for at := range words(p, "so\nso") {
			p.Reportf(at, "%d words", 2)
		}
	}},
}

func words(p *lint.Pass, word string) func(func(source.Span) bool) {
	return func(yield func(source.Span) bool) {
		text := string(p.Report.File.Text)
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 || !yield(source.Span{Start: at + i, End: at + i + len(word)}) {
				return
			}
			at += i + len(word)
		}
	}
}

func page(rule string) (string, bool) {
	return "# " + rule + "\n\nIt is only a toy, but its page has\ntwo lines. And two sentences.\n", true
}

// written gives a result in a format. A result can be gone through once, so it is made anew.
func written(t *testing.T, format string, rules []lint.Rule, files ...*source.File) string {
	t.Helper()
	f, ok := lint.FormatNamed(format)
	if !ok {
		t.Fatalf("no format %s", format)
	}
	r := lint.New(rules, lint.Options{Now: now, Selection: lint.Selection{Group: lint.All}}).Run(archive.Of(files...))
	r.Page, r.Version = page, "v1.2.3"
	var b bytes.Buffer
	if err := r.Write(lint.Output{Format: f, To: &b}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wide has what carets and columns get wrong: tabs, wide and combining characters, an emoji of
// several, CRLF, a long line.
const wide = "Title\r\n\n\ttab bad\n漢字 bad 字\ne\u0301 bad\n👩\u200d💻 bad poor\n" +
	"A long line with many words before it, so that the line does not fit and is cut on both sides: bad, and many more words behind it, of which nobody needs one.\n" +
	"so\nso\n"

func TestGoldens(t *testing.T) {
	files := []*source.File{
		source.New("2019/a b ü.md", []byte(wide)),
		source.New("b.md", []byte("nothing to see\n")),
		source.New("c:d.md", []byte("poor\n")),
	}
	for _, f := range lint.Formats {
		got := written(t, f.Name, toys, files...)
		golden := filepath.Join("testdata", f.Name+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got); d != "" {
			t.Errorf("%s (- golden, + now; rewrite with -update):\n%s", f.Name, d)
		}
		empty := written(t, f.Name, toys, source.New("b.md", []byte("nothing\n")))
		checkShape(t, f.Name, empty)
		checkShape(t, f.Name, got)
	}
}

// checkShape parses what has a grammar, and looks for lists that are null.
func checkShape(t *testing.T, format, text string) {
	t.Helper()
	switch format {
	case "json", "sarif", "gitlab", "rdjson":
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Errorf("%s is not JSON: %v", format, err)
		}
		if strings.Contains(text, "null") {
			t.Errorf("%s has a null:\n%s", format, text)
		}
	case "jsonl":
		for line := range strings.Lines(text) {
			if !json.Valid([]byte(line)) {
				t.Errorf("not JSON: %s", line)
			}
		}
	case "junit", "checkstyle":
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				return
			} else if err != nil {
				t.Errorf("%s is not XML: %v\n%s", format, err, text)
				return
			}
		}
	}
}

// hostile are texts that terminals, CI systems, spreadsheets, browsers and XML readers take orders
// from or break on.
var hostile = []string{
	"\x1b[31mred\x1b[0m", "\x1b[2J\x1b[H", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "\x1b]52;c;Y2F0\x1b\\",
	"\u009b31mC1", "\u009d0;x\u009c", "a\rb", "a\b\b\bb", "a\x00b", "a\x7fb", "a\vb\fc", "a\u0085b", "a\u2028b\u2029c",
	"x\n::error::no", "x\r\n::warning file=a,line=1::no", "\n::set-output name=a::b", "\n   ::error::no", "\n::stop-commands::t",
	"##[error]no", "x ##[group]y", "##vso[task.setvariable variable=a]b", "\n##vso[task.complete result=Failed;]x", "##teamcity[buildProblem description='x']", "##\u200b[error]x", "###[error]x",
	"section_start:1:x\r\x1b[0K", "%0A::error::no", "%25", "a%0Db", "title=x,file=y::z", "a;b]c", "a|b'c[d]|n",
	"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a,b\"c\n=1+1",
	"\u202etxt.exe\u202c", "a\u200bb\u200c\u200d\ufeff", "\u2066a\u2069", "\U000E0041\U000E007F", "a\u00adb",
	"<script>alert(1)</script>", "]]>", "&amp;&#0;", "<!-- x -->", "\"'><img src=x>", "</failure>", "\ufffe\uffff", "bad \xff\xfe utf8",
	"| a | b |\n|---|---|", "[x](javascript:alert(1))", "![x](http://e.example/p.png)", "@everyone #1 http://e.example", "`code` **bold** _it_ ~s~ \\", "- item", "1. x", "# head",
	"{{.}}", "${x}", "$(id)", "`id`", strings.Repeat("x", 3000), "",
}

var ordersAnywhere = regexp.MustCompile(`##(vso|teamcity)?\[`)

// TestHostile puts each text into every part of a finding that a report or its name decides.
func TestHostile(t *testing.T) {
	for _, evil := range hostile {
		rule := lint.Rule{Name: "toy", Summary: "the toy was found", Severity: lint.Error, Since: "0.1.0", Check: func(p *lint.Pass) {
			whole := source.Span{Start: 0, End: len(p.Report.File.Text)}
			p.Diagnose(lint.Diagnostic{Span: whole, Message: "message " + evil, Hint: evil,
				Related: []lint.Related{{Span: source.Span{}, Message: evil}},
				Fix:     &lint.Fix{Title: "write " + evil, Edits: []source.Edit{{Span: whole, New: evil}}}})
		}}
		file := source.New(evil+".md", []byte(evil+"\n"+evil))
		for _, f := range lint.Formats {
			got := written(t, f.Name, []lint.Rule{rule}, file)
			checkShape(t, f.Name, strings.ReplaceAll(got, "\"null\"", ""))
			for _, fault := range faults(t, f.Name, got) {
				t.Errorf("%s with %q: %s", f.Name, evil, fault)
			}
			for _, r := range got {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
					t.Errorf("%s with %q writes %q raw", f.Name, evil, r)
					break
				}
			}
			orders := 0
			for line := range strings.Lines(got) {
				trimmed := strings.TrimSpace(line)
				if strings.HasPrefix(trimmed, "::") {
					orders++
				}
				rest := line
				if f.Name == "azure" || f.Name == "teamcity" {
					rest = line[min(5, len(line)):]
				}
				if f.Name != "json" && ordersAnywhere.MatchString(rest) && !isJSON(f.Name) {
					t.Errorf("%s with %q gives an order: %s", f.Name, evil, line)
				}
			}
			if want := map[string]int{"github": 1}[f.Name]; orders != want {
				t.Errorf("%s with %q: %d lines are orders, want %d:\n%s", f.Name, evil, orders, want, got)
			}
			if message, ok := readBack(t, f.Name, got); ok {
				want := string([]rune("message " + evil))
				if !isJSON(f.Name) {
					want = lint.Visible(want)
				}
				if f.Name == "junit" || f.Name == "checkstyle" {
					want = strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(want)
				}
				if !strings.HasPrefix(message, want) {
					t.Errorf("%s gives back %q, want %q", f.Name, message, want)
				}
			}
		}
	}
}

func isJSON(format string) bool {
	return strings.HasPrefix(format, "json") || format == "sarif" || format == "gitlab" || format == "rdjson"
}

// readBack reads the message of the first finding as the format's reader would.
func readBack(t *testing.T, format, text string) (string, bool) {
	t.Helper()
	var v struct {
		Message     string
		Findings    []struct{ Message string }
		Diagnostics []struct{ Message string }
		Runs        []struct {
			Results []struct{ Message struct{ Text string } }
		}
		Files []struct {
			Errors []struct {
				Message string `xml:"message,attr"`
			} `xml:"error"`
		} `xml:"file"`
		Suites []struct {
			Cases []struct {
				Failure struct {
					Message string `xml:"message,attr"`
				} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	decode := json.Unmarshal
	if format == "junit" || format == "checkstyle" {
		decode = xml.Unmarshal
	}
	switch format {
	case "gitlab":
		var issues []struct{ Description string }
		if err := json.Unmarshal([]byte(text), &issues); err != nil {
			t.Fatal(err)
		}
		return issues[0].Description, true
	case "json", "jsonl", "sarif", "rdjson", "junit", "checkstyle":
		if err := decode([]byte(text), &v); err != nil {
			t.Fatalf("%s: %v", format, err)
		}
	}
	switch format {
	case "json":
		return v.Findings[0].Message, true
	case "jsonl":
		return v.Message, true
	case "rdjson":
		return v.Diagnostics[0].Message, true
	case "sarif":
		m := v.Runs[0].Results[0].Message.Text
		return "m" + strings.ReplaceAll(strings.TrimPrefix(m, "M"), "] (", "]("), true
	case "checkstyle":
		return v.Files[0].Errors[0].Message, true
	case "junit":
		return v.Suites[0].Cases[0].Failure.Message, true
	case "github":
		_, data, _ := strings.Cut(text[2:], "::")
		return strings.NewReplacer("%0A", "\n", "%0D", "\r", "%25", "%").Replace(data), true
	case "azure":
		_, data, _ := strings.Cut(text, ";]")
		return strings.NewReplacer("%0A", "\n", "%0D", "\r", "%AZP25", "%").Replace(data), true
	}
	return "", false
}

// TestSARIFForGitHub holds what code scanning asks for: nothing that it requires is empty, and every
// result names a rule that is there.
func TestSARIFForGitHub(t *testing.T) {
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name, SemanticVersion string
					Rules                 []struct {
						ID                                      string
						ShortDescription, FullDescription, Help struct{ Text, Markdown string }
						Properties                              struct{ Tags []string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI, URIBaseID string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
				PartialFingerprints struct{ PrimaryLocationLineHash string }
			}
		}
	}
	text := written(t, "sarif", toys, source.New("2019/a b ü.md", []byte(wide)))
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || log.Schema == "" || run.ColumnKind != "utf16CodeUnits" || run.Tool.Driver.Name == "" || run.Tool.Driver.SemanticVersion != "1.2.3" {
		t.Errorf("%s %s %s %+v", log.Schema, log.Version, run.ColumnKind, run.Tool.Driver)
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.ID == "" || r.ShortDescription.Text == "" || r.FullDescription.Text == "" || r.Help.Text == "" || r.Help.Markdown == "" || len(r.Properties.Tags) == 0 {
			t.Errorf("%+v", r)
		}
	}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || r.Message.Text == "" || len(r.PartialFingerprints.PrimaryLocationLineHash) < 16 {
			t.Errorf("%+v", r)
		}
		at := r.Locations[0].PhysicalLocation
		if at.ArtifactLocation.URI != "2019/a%20b%20%C3%BC.md" || at.ArtifactLocation.URIBaseID != "%SRCROOT%" || at.Region.StartLine < 1 || at.Region.StartColumn < 1 || at.Region.EndLine < at.Region.StartLine {
			t.Errorf("%+v", at)
		}
	}
	// The emoji before the word is five UTF-16 units.
	if at := run.Results[3].Locations[0].PhysicalLocation.Region; at.StartLine != 6 || at.StartColumn != 7 {
		t.Errorf("the word after the emoji is at %+v", at)
	}
}

// TestSARIFVersion: what is no version of a release is left out, for readers compare versions.
func TestSARIFVersion(t *testing.T) {
	for version, want := range map[string]bool{"v1.2.3": true, "0.1.0": true, "1.2.3-rc.1+x": true, "development": false, "v1": false, "": false} {
		r := lint.New(toys, lint.Options{}).Run(archive.Of())
		r.Version = version
		f, _ := lint.FormatNamed("sarif")
		var b bytes.Buffer
		if err := r.Write(lint.Output{Format: f, To: &b}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), `"semanticVersion":"`+strings.TrimPrefix(version, "v")+`"`); got != want {
			t.Errorf("%q: %t", version, got)
		}
	}
}

// TestSARIFLimit: a run holds no more than 25,000 results, hints do not crowd errors out, and what is
// left out is said.
func TestSARIFLimit(t *testing.T) {
	var files []*source.File
	for i := range 170 {
		files = append(files, source.New(fmt.Sprintf("%03d.md", i), []byte("Title\n"+strings.Repeat("so\nso\n", 150)+strings.Repeat("bad poor\n", 100))))
	}
	got := written(t, "sarif", toys, files...)
	for rule, want := range map[string]int{"word-bad": 12000, "word-poor": 8000, "word-so": 5000} {
		if n := strings.Count(got, `"ruleId":"`+rule+`"`); n != want {
			t.Errorf("%d of %s, want %d", n, rule, want)
		}
	}
	if want := fmt.Sprintf("%d more findings left out", 170*350-25000); !strings.Contains(got, want) {
		t.Errorf("nowhere stands: %s", want)
	}
}

// TestFromRoot: platforms know a file only by its path in the repository, people by the one they
// typed; and the fingerprint is the same from wherever the run is started.
func TestFromRoot(t *testing.T) {
	run := func(format, path string) string {
		r := lint.New(toys, lint.Options{Now: now, FromRoot: func(p string) string { return strings.TrimPrefix(p, "../") }}).Run(archive.Of(source.New(path, []byte("Title\nbad\n"))))
		f, _ := lint.FormatNamed(format)
		var b bytes.Buffer
		if err := r.Write(lint.Output{Format: f, To: &b}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, f := range lint.Formats {
		typed := map[string]bool{"text": true, "concise": true, "json": true, "jsonl": true, "junit": true, "checkstyle": true, "markdown": true}[f.Name]
		if got := run(f.Name, "../2019/a.md"); f.Name != "statistics" && strings.Contains(got, "./2019/a.md") != typed {
			t.Errorf("%s:\n%s", f.Name, got)
		}
	}
	if d := cmp.Diff(run("gitlab", "2019/a.md"), run("gitlab", "../2019/a.md")); d != "" {
		t.Error(d)
	}
}

// TestOneSuggestion: a fix of several edits is one suggestion, which nobody can take in part.
func TestOneSuggestion(t *testing.T) {
	swap := lint.Rule{Name: "toy-swap", Summary: "two lines are in the wrong order", Severity: lint.Error, Since: "0.1.0", Check: func(p *lint.Pass) {
		p.Diagnose(lint.Diagnostic{Span: source.Span{Start: 0, End: 1}, Message: "b before a",
			Fix: &lint.Fix{Title: "swap", Edits: []source.Edit{{Span: source.Span{Start: 6, End: 7}, New: "bb"}, {Span: source.Span{Start: 0, End: 1}, New: "a"}}}})
	}}
	got := written(t, "rdjson", []lint.Rule{swap}, source.New("a.md", []byte("b\n\nso\na\n")))
	if want := `"suggestions":[{"range":{"start":{"line":1,"column":1},"end":{"line":4,"column":2}},"text":"a\n\nso\nbb"}]`; !strings.Contains(got, want) {
		t.Errorf("no %s in\n%s", want, got)
	}
}

// TestGitHubLimits: of each severity ten annotations are written, and the last says how many more
// there are.
func TestGitHubLimits(t *testing.T) {
	got := written(t, "github", toys, source.New("a.md", []byte("Title\n"+strings.Repeat("bad poor\n", 25))))
	if n := strings.Count(got, "::error "); n != 10 {
		t.Errorf("%d errors", n)
	}
	if n := strings.Count(got, "::warning "); n != 10 {
		t.Errorf("%d warnings", n)
	}
	if n := strings.Count(got, "... and 15 more of this severity"); n != 2 {
		t.Errorf("the rest is said %d times", n)
	}
}

func TestMarkdownLimit(t *testing.T) {
	var files []*source.File
	for i := range 100 {
		files = append(files, source.New(fmt.Sprintf("%d.md", i), []byte(strings.Repeat("poor\n", 250))))
	}
	got := written(t, "markdown", toys, files...)
	if len(got) > 1<<20 {
		t.Errorf("%d bytes", len(got))
	}
	if !strings.Contains(got, " more\n") || !strings.Contains(got, "checked 100 reports") {
		t.Error("the rest is not counted, or the totals are missing")
	}
}

// TestMostAlike: of many findings of one rule in one report only so many are shown; all count.
func TestMostAlike(t *testing.T) {
	got := written(t, "concise", toys, source.New("a.md", []byte("Title\n"+strings.Repeat("bad poor\n", 250))))
	if n := strings.Count(got, "[word-bad]"); n != 200 {
		t.Errorf("%d are shown", n)
	}
	if n := strings.Count(got, "(and 50 more like it in this report)"); n != 2 {
		t.Errorf("the rest is said %d times", n)
	}
	if got := written(t, "json", toys, source.New("a.md", []byte("Title\n"+strings.Repeat("bad poor\n", 250)))); !strings.Contains(got, `"errors":250,"warnings":250`) {
		t.Error("not all are counted")
	}
}

func TestSeveralOutputs(t *testing.T) {
	file := source.New("a.md", []byte("Title\nbad\n"))
	var outputs []lint.Output
	buffers := make([]bytes.Buffer, len(lint.Formats))
	for i, f := range lint.Formats {
		outputs = append(outputs, lint.Output{Format: f, To: &buffers[i]})
	}
	r := lint.New(toys, lint.Options{Now: now}).Run(archive.Of(file))
	r.Page, r.Version = page, "v1.2.3"
	if err := r.Write(outputs...); err != nil {
		t.Fatal(err)
	}
	for i, f := range lint.Formats {
		if want := written(t, f.Name, toys, file); buffers[i].String() != want {
			t.Errorf("%s among others differs:\n%s", f.Name, cmp.Diff(want, buffers[i].String()))
		}
	}
	failing := lint.Output{Format: lint.Formats[0], To: failingWriter{}}
	var b bytes.Buffer
	r = lint.New(toys, lint.Options{Now: now}).Run(archive.Of(file))
	if err := r.Write(failing, lint.Output{Format: lint.Formats[1], To: &b}); err == nil || b.Len() == 0 {
		t.Errorf("one output fails: %v, and the other has %d bytes", err, b.Len())
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, fmt.Errorf("full") }
