package lint_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/rules"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// replacing is a rule that finds a word and would replace it.
func replacing(name, old, new string, safe bool) lint.Rule {
	return lint.Rule{Name: name, Summary: "a word is there", Severity: lint.Error, Since: "0.1.0", Check: func(p *lint.Pass) {
		for at := range words(p, old) {
			p.Diagnose(lint.Diagnostic{Span: at, Message: "found", Fix: &lint.Fix{Title: old + " to " + new, Safe: safe, Edits: []source.Edit{{Span: at, New: new}}}})
		}
	}}
}

func TestFix(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		rules            []lint.Rule
		unsafe           bool
		made             int
	}{
		{"all of one kind at once", "a a", "b b", []lint.Rule{replacing("x", "a", "b", true)}, false, 2},
		{"an unsafe one is left", "a b", "a c", []lint.Rule{replacing("x", "a", "z", false), replacing("y", "b", "c", true)}, false, 1},
		{"an unsafe one is asked for", "a b", "z c", []lint.Rule{replacing("x", "a", "z", false), replacing("y", "b", "c", true)}, true, 2},
		{"of two at one place the second has its turn", "ab", "cx", []lint.Rule{replacing("x", "ab", "cb", true), replacing("y", "b", "x", true)}, false, 2},
		{"what makes matters worse is not made", "a", "a", []lint.Rule{replacing("x", "a", "aa", true)}, false, 0},
		{"only what makes matters worse is left out", "a b", "a c", []lint.Rule{replacing("x", "a", "dd", true), replacing("y", "b", "c", true), replacing("z", "d", "d", true)}, false, 1},
		{"what would go in circles is not made", "a", "a", []lint.Rule{replacing("x", "a", "b", true), replacing("y", "b", "a", true)}, false, 0},
	} {
		l := lint.New(c.rules, lint.Options{})
		got := l.Fix(source.New("a.md", []byte(c.text)), c.unsafe)
		if string(got.Text) != c.want || len(got.Titles) != c.made {
			t.Errorf("%s: %q after %v, want %q", c.name, got.Text, got.Titles, c.want)
		}
	}
}

func TestFixLeavesTheBaseline(t *testing.T) {
	rules := []lint.Rule{replacing("x", "old", "mended", true)}
	b := &lint.Baseline{}
	t.Chdir(t.TempDir())
	for _, path := range []string{"b.md", "a.md", "c.md"} {
		if err := os.WriteFile(path, nil, 0o644); err != nil { // a report that is there has not been moved
			t.Fatal(err)
		}
		for d := range lint.New(rules, lint.Options{}).Run(archive.Of(source.New(path, []byte("an old one\n\n"+path+" is old\n")))).Findings {
			b.Record(&d)
		}
	}
	b, err := lint.ParseBaseline("", b.Text())
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"b.md":  "an old one\n\na mended two\n\nb.md is old\n\nan mended one\n",
		"bb.md": "an mended one\n\na mended two\n\nb.md is mended\n\nan mended one\n",
		"a.md":  "an old one\n\na mended two\n\nb.md is mended\n\nan mended one\n",
		"0.md":  "an mended one\n\na mended two\n\nb.md is mended\n\nan mended one\n",
	} {
		got := lint.New(rules, lint.Options{Baseline: b}).Fix(source.New(path, []byte("an old one\n\na old two\n\nb.md is old\n\nan old one\n")), false)
		if string(got.Text) != want {
			t.Errorf("%s: %q, want %q", path, got.Text, want)
		}
	}
}

var fixReports = flag.Int("reports", 300, "how many mutated reports TestFixLaws fixes")

// TestFixLaws mutates reports and fixes them with every rule of the catalogue: fixing twice is
// fixing once, no rule finds more than before, and what is outside of the edits stays. The reports of
// a directory that POSTMORTEM_CORPUS names are taken instead of generated ones.
func TestFixLaws(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	l := lint.New(rules.All(), lint.Options{Now: now, Selection: lint.Selection{Group: lint.All}})
	n := *fixReports
	if testing.Short() {
		n = 30
	}
	var texts [][]byte
	for i := range 7 {
		texts = append(texts, generated(uint64(i)))
	}
	least := n / 4
	if dir := os.Getenv("POSTMORTEM_CORPUS"); dir != "" {
		texts, least = nil, n/20
		a, err := archive.Find([]string{dir}, archive.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range a.Paths() {
			f, err := a.Read(path)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, f.Text)
		}
	}
	changed, single := 0, 0
	titles := map[string]int{}
	for i := range n {
		lines := strings.SplitAfter(string(texts[i%len(texts)]), "\n")
		for range 1 + rnd.IntN(6) {
			a, b := rnd.IntN(len(lines)), rnd.IntN(len(lines))
			switch rnd.IntN(9) {
			case 0:
				lines[a], lines[b] = lines[b], lines[a]
			case 1:
				lines[a] = ""
			case 2:
				lines[a] = lines[b] + lines[a]
			case 3:
				lines[a] = "<!-- postmortem-ignore action-mix: not now -->\n\n" + lines[a]
			case 4:
				b = min(a+1+rnd.IntN(3), len(lines)-1)
				lines[a], lines[b] = lines[b], lines[a]
			case 5:
				lines[a] = strings.NewReplacer("1", "7", "9", "2", "0", "4").Replace(lines[a])
			case 6:
				lines[a] = strings.NewReplacer("UTC", "", "timezone:", "zone:").Replace(lines[a])
			case 7:
				lines[a] = strings.Replace(lines[a], " ", "\u200b ", 1)
			case 8:
				i := strings.LastIndexByte(strings.TrimRight(lines[a], "| \r\n"), '|')
				lines[a] = lines[a][:max(i, 0)] + lines[a][max(i, 0)+(len(lines[a])-max(i, 0))/2:]
			}
		}
		text := strings.Join(lines, "")
		if i%5 == 4 {
			text = "\ufeff" + strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
		}
		f := source.New("a.md", []byte(text))
		found := l.Check(report.Parse(f))
		before := perRule(found)
		once := l.Fix(f, i%2 == 0)
		if string(once.Text) != string(f.Text) {
			changed++
		}
		for _, title := range once.Titles {
			titles[title]++
		}
		if len(once.Titles) == 1 {
			single++
			if !splicedByOne(f, found, once) {
				t.Errorf("%d: %q changed more than its edits say:\n%s", i, once.Titles[0], cmp.Diff(string(f.Text), string(once.Text)))
			}
		}
		for rule, n := range perRule(once.Left) {
			if n > before[rule] {
				t.Errorf("%d: %s finds %d after the fixes and %d before", i, rule, n, before[rule])
			}
		}
		twice := l.Fix(source.New("a.md", once.Text), i%2 == 0)
		if d := cmp.Diff(string(once.Text), string(twice.Text)); d != "" {
			t.Errorf("%d: fixing twice is not fixing once:\n%s", i, d)
		}
	}
	if changed < least {
		t.Errorf("only %d of %d were changed: the test does not test", changed, n)
	}
	t.Logf("%d of %d reports were changed, %d by a single fix: %v", changed, n, single, titles)
}

// splicedByOne reports whether the edits of one of the findings, and nothing else, make the text
// what it is after its fix.
func splicedByOne(f *source.File, found []lint.Diagnostic, once lint.Fixed) bool {
	for _, d := range found {
		if d.Fix == nil || d.Fix.Title != once.Titles[0] {
			continue
		}
		edits := slices.SortedFunc(slices.Values(d.Fix.Edits), func(a, b source.Edit) int { return a.Span.Start - b.Span.Start })
		spliced, at := "", 0
		for _, e := range edits {
			spliced += string(f.Text[at:e.Span.Start]) + e.New
			at = e.Span.End
		}
		if spliced+string(f.Text[at:]) == string(once.Text) {
			return true
		}
	}
	return false
}

func perRule(found []lint.Diagnostic) map[string]int {
	n := map[string]int{}
	for _, d := range found {
		n[d.Rule]++
	}
	return n
}

// TestFingerprints edits a report elsewhere: every finding keeps its name, and no two share one.
func TestFingerprints(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 9))
	text := "Title\n\nFirst bad paragraph.\n\nSecond, poor.\n\n- bad item\n- bad item\n\nbad bad bad\n"
	names := func(text string) map[string]bool {
		out := map[string]bool{}
		for d := range lint.New(toys, lint.Options{}).Run(archive.Of(source.New("a.md", []byte(text)))).Findings {
			if out[d.Fingerprint()] {
				t.Errorf("two findings share %s in\n%s", d.Fingerprint(), text)
			}
			out[d.Fingerprint()] = true
		}
		return out
	}
	want := names(text)
	if len(want) != 7 {
		t.Fatalf("%d findings", len(want))
	}
	blocks := strings.SplitAfter(text, "\n\n")
	for i := range 200 {
		edited := make([]string, len(blocks))
		copy(edited, blocks)
		at := rnd.IntN(len(edited))
		switch i % 3 {
		case 0:
			edited[at] = "Something new.\n\n" + edited[at]
		case 1:
			edited[0], edited[1] = edited[1], edited[0]
		case 2:
			edited[1] = "First\nbad   paragraph.\n\n"
		}
		if d := cmp.Diff(want, names(strings.Join(edited, ""))); d != "" {
			t.Fatalf("after an edit elsewhere:\n%s\n%s", strings.Join(edited, ""), d)
		}
	}
}

func TestBaseline(t *testing.T) {
	run := func(text string, b *lint.Baseline) *lint.Totals {
		r := lint.New(toys, lint.Options{Baseline: b}).Run(archive.Of(source.New("a.md", []byte(text))))
		for range r.Findings {
		}
		return r.Totals
	}
	b := &lint.Baseline{}
	for d := range lint.New(toys, lint.Options{}).Run(archive.Of(source.New("a.md", []byte("Title\n\nbad bad\n\npoor\n")))).Findings {
		b.Record(&d)
	}
	text := b.Text()
	b, err := lint.ParseBaseline("", text)
	if err != nil {
		t.Fatal(err)
	}
	if string(b.Text()) != string(text) {
		t.Errorf("written again it differs:\n%s\n%s", text, b.Text())
	}
	for _, c := range []struct {
		text                string
		known, found, stale int
	}{
		{"Title\n\nbad bad\n\npoor\n", 3, 0, 0},
		{"New\n\nnew\n\npoor\n\nbad bad\n", 3, 0, 0},
		{"Title\n\nbad bad\n\npoor\n\nbad bad\n", 3, 2, 0},
		{"Title\n\nbad bad bad\n\npoor\n", 1, 3, 2},
		{"Title\n", 0, 0, 3},
	} {
		totals := run(c.text, b)
		stale := 0
		for _, e := range totals.Stale {
			stale += e.Count
		}
		if got := [3]int{totals.Known, totals.AtLeast(lint.Hint), stale}; got != [3]int{c.known, c.found, c.stale} {
			t.Errorf("%q: known, found, stale are %v, want %d %d %d", c.text, got, c.known, c.found, c.stale)
		}
		if left := run(c.text, b.Without(totals.Stale)); len(left.Stale) > 0 || left.Known != totals.Known {
			t.Errorf("%q: pruned it has %d stale entries and knows %d", c.text, len(left.Stale), left.Known)
		}
	}
	for _, bad := range []string{"", "{}", `{"version":2,"findings":[]}`, `{"version":1,"findings":[{"path":"a"}]}`, `{"version":1,"more":1}`, "null"} {
		if _, err := lint.ParseBaseline("", []byte(bad)); err == nil {
			t.Errorf("%q was taken for a baseline", bad)
		}
	}
}

// TestBaselineFollows moves reports: what a baseline knows of a report that is no more holds for the one in
// which most of it is found, and for no other.
func TestBaselineFollows(t *testing.T) {
	t.Chdir(t.TempDir())
	at := func(path, text string) *source.File {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return source.New(path, []byte(text))
	}
	old, other := "Title\n\nbad bad\n\npoor\n", "Other\n\npoor\n"
	b := &lint.Baseline{}
	for d := range lint.New(toys, lint.Options{}).Run(archive.Of(source.New("old.md", []byte(old)), at("other.md", other))).Findings {
		b.Record(&d)
	}
	b, err := lint.ParseBaseline("", b.Text())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name                string
		files               []*source.File
		known, found, stale int
		moved               string
	}{
		{"moved", []*source.File{at("new.md", old)}, 3, 0, 0, "new.md"},
		{"moved and edited", []*source.File{at("new.md", "Title\n\nbad bad\n\nmended\n\npoor day\n")}, 2, 1, 1, "new.md"},
		{"another report with a little of it", []*source.File{at("new.md", "New\n\npoor\n")}, 0, 1, 3, ""},
		{"moved and copied", []*source.File{at("a.md", old), at("b.md", old)}, 3, 3, 0, "a.md"},
		{"a copy of one that is there", []*source.File{at("new.md", other)}, 0, 1, 3, ""},
		{"one that is there, and the moved one", []*source.File{at("other.md", other), at("new.md", old)}, 4, 0, 0, "new.md"},
	} {
		r := lint.New(toys, lint.Options{Baseline: b}).Run(archive.Of(c.files...))
		for range r.Findings {
		}
		stale := 0
		for _, e := range r.Totals.Stale {
			stale += e.Count
		}
		if got := [3]int{r.Totals.Known, r.Totals.AtLeast(lint.Hint), stale}; got != [3]int{c.known, c.found, c.stale} || r.Totals.Moved["old.md"] != c.moved {
			t.Errorf("%s: known, found, stale are %v, want %d %d %d; moved %v", c.name, got, c.known, c.found, c.stale, r.Totals.Moved)
		}
		if c.moved == "" {
			continue
		}
		next, err := lint.ParseBaseline("", b.Without(r.Totals.Stale).Following(r.Totals.Moved).Text())
		if err != nil {
			t.Fatal(err)
		}
		again := lint.New(toys, lint.Options{Baseline: next}).Run(archive.Of(c.files...))
		for range again.Findings {
		}
		if again.Totals.Known != c.known || len(again.Totals.Moved) > 0 || len(again.Totals.Stale) > 0 {
			t.Errorf("%s: brought up to date it knows %d, with %d stale and %v moved", c.name, again.Totals.Known, len(again.Totals.Stale), again.Totals.Moved)
		}
	}
}

// TestCompare runs a rule that compares reports, with the findings in the files where they belong
// and suppressions that count.
func TestCompare(t *testing.T) {
	twin := lint.Rule{Name: "title-twin", Summary: "two reports have one title", Severity: lint.Warning, Since: "0.1.0",
		Facts: func(p *lint.Pass) []lint.Fact {
			return []lint.Fact{{Span: p.Report.Title.Span, Key: p.Report.Title.Value, Note: "the first"}}
		},
		Compare: func(c *lint.Comparison) {
			first := map[string]lint.Fact{}
			for _, f := range c.Facts {
				if other, twice := first[f.Key]; twice {
					c.Diagnose(f, lint.Diagnostic{Message: "the title is that of " + other.Path()}, other)
				} else {
					first[f.Key] = f
				}
			}
		}}
	unused := lint.Rule{Name: lint.SuppressionUnused, Summary: "a suppression hides nothing", Severity: lint.Warning, Since: "0.1.0", Firm: true, Late: true, Check: (*lint.Pass).Flawed}
	ignore := "<!-- postmortem-ignore title-twin: meant -->\n"
	var files []*source.File
	for i, text := range []string{"# A\n", "# B\n", "# A\n", ignore + "# A\n", ignore + "# C\n", "---\nstatus: draft\n---\n# B\n"} {
		files = append(files, source.New(fmt.Sprintf("%d.md", i), []byte(text)))
	}
	l := lint.New([]lint.Rule{unused, twin}, lint.Options{})
	r := l.Run(archive.Of(files...))
	var got []string
	for d := range r.Findings {
		line := fmt.Sprintf("%s:%d %s %s", d.File.Path, d.File.LineAt(d.Span.Start), d.Severity, d.Message)
		for _, rel := range d.Related {
			line += fmt.Sprintf(" (%s: %s)", rel.File.Path, rel.Message)
		}
		got = append(got, line)
	}
	want := []string{
		"2.md:1 warning the title is that of 0.md (0.md: the first)",
		"4.md:1 warning this suppression of title-twin hides nothing",
		"5.md:4 hint the title is that of 1.md (1.md: the first)",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if r.Totals.Suppressed != 1 || r.Totals.Reports != 6 {
		t.Errorf("%+v", r.Totals)
	}
}

func TestSelection(t *testing.T) {
	grouped := []lint.Rule{replacing("a", "a", "", true), replacing("b", "a", "", true), replacing("c", "a", "", true)}
	grouped[1].Group, grouped[2].Group = lint.Strict, lint.All
	for _, c := range []struct {
		s    lint.Selection
		want string
	}{
		{lint.Selection{}, "a:error"},
		{lint.Selection{Group: lint.Strict}, "a:error b:error"},
		{lint.Selection{Group: lint.All}, "a:error b:error c:error"},
		{lint.Selection{Rules: map[string]lint.Severity{"a": lint.Off, "c": lint.Hint}}, "c:hint"},
		{lint.Selection{Overrides: []lint.Override{
			{Match: func(p string) bool { return p == "x.md" }, Rules: map[string]lint.Severity{"a": lint.Off}},
			{Match: func(p string) bool { return true }, Rules: map[string]lint.Severity{"b": lint.Warning}},
		}}, "a:error b:warning"},
	} {
		var got []string
		for _, d := range lint.New(grouped, lint.Options{Selection: c.s}).Check(report.Parse(source.New("y.md", []byte("a")))) {
			got = append(got, d.Rule+":"+d.Severity.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v gives %v, want %s", c.s, got, c.want)
		}
	}
}
