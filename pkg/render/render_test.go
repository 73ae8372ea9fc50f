package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the golden pages")

func pageOf(t *testing.T, text string, o Options) string {
	t.Helper()
	var page bytes.Buffer
	if err := HTML(&page, report.Parse(source.New("report.md", []byte(text))), o); err != nil {
		t.Fatal(err)
	}
	if _, err := strict(page.String()); err != nil {
		t.Error(err)
	}
	return page.String()
}

// body is what a page says, without its styles.
func body(page string) string {
	_, b, _ := strings.Cut(page, "<body>\n")
	return b
}

// TestGolden holds the pages of testdata/*.md against testdata/*.html.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := body(pageOf(t, string(text), Options{Findings: []Finding{
			{Severity: "error", Rule: "action-owner-missing", Line: 7, Column: 3, Message: "the action has no owner"},
			{Severity: "hint", Rule: "impact-unquantified", Line: 9, Column: 1, Message: "a <hint>"},
		}}))
		golden := strings.TrimSuffix(name, ".md") + ".html"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", golden, diff)
		}
	}
}

// What an author wrote is on the page, word for word, wherever it stands.
func TestNothingIsLost(t *testing.T) {
	const text = `---
title: Nothing is lost
timezone: UTC
---

before the first heading w00

# w01 heading

> [!WARNING] w02
> w03

> [!NOTE]
> w04

## Timeline

w10 prose

- 2026-01-10 10:00 **Impact begins** w11 *w12* ` + "`w13`" + ` [w14](https://example.com)

  w15 second paragraph
  - w16 nested
- w17 no time at all
- 2026-01-10 10:30 - w18
- 2026-01-10 10:31 <https://example.com/w19>

| Time | Note | Link |
| --- | --- | --- |
| 2026-01-10 11:00 | w20 | w21 |

### 2026-01-11

1. 10:00 w22

10:30 w23

## Corrective actions

- [ ] w30 (owner: w31) by 2026-02-01
  - w32
- w33

| Action | Owner | Remarks |
| --- | --- | --- |
| w34 | w35 | w36 |

## Rest

<div>w40</div>

<w41> text w42[^1] ![w43](nowhere.png) ![w44](https://example.com/a.png) <w45@example.com>

[^1]: w46

    w47 code

` + "```unknown\nw48\n```\n\n    w49\n\n" + `* * *
Setext w50
----------
w51\
w52 &amp; \* w53
[w54](javascript:alert(1)) ~~w55~~ **w56 _w57_**

####### w58 is no heading
`
	seen, err := strict(pageOf(t, text, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z') }) {
		if len(w) == 3 && w[0] == 'w' && isDigit(w[1]) && isDigit(w[2]) && !strings.Contains(seen, w) {
			t.Errorf("%s is not on the page", w)
		}
	}
}

// TestCorpus holds the same against real reports: POSTMORTEM_CORPUS names a directory of them.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_CORPUS")
	if dir == "" {
		t.Skip("POSTMORTEM_CORPUS names no directory of reports")
	}
	files, err := filepath.Glob(filepath.Join(dir, "reports", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r := report.Parse(source.New(name, text))
		var page bytes.Buffer
		if err := HTML(&page, r, Options{}); err != nil {
			t.Fatal(err)
		}
		seen, err := strict(page.String())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, p := range r.Passages {
			if p.Section.Within(report.TimelineKind) && p.Node.Parent().Kind() == extast.KindTableHeader {
				continue // the page has headings of its own
			}
			for _, w := range words.FindAllStringIndex(p.Text, -1) {
				at := p.Span(w[0], w[1])
				if !strings.Contains(seen, p.Text[w[0]:w[1]]) && !inStamp(r, at) {
					t.Errorf("%s:%d: %q is not on the page", name, r.File.LineAt(at.Start), p.Text[w[0]:w[1]])
				}
			}
		}
	}
}

var words = regexp.MustCompile(`\pL+`)

// inStamp reports whether a place is in an entry's time, which the page writes in its own form.
func inStamp(r *report.Report, at source.Span) bool {
	for _, e := range r.Timeline.Events {
		if at.Overlaps(source.Span{Start: e.At.OuterStart, End: e.At.OuterEnd}) {
			return true
		}
	}
	return false
}

func TestCommentsAreNotShown(t *testing.T) {
	page := pageOf(t, "## A <!-- secret1 -->\n\n<!-- secret2\n\nsecret3 -->\n\n- b <!-- secret4 -->\n\n| a |\n| --- |\n| c <!-- secret5 --> |\n\nd <!-- secret6\nsecret7 --> e\n", Options{})
	if i := strings.Index(page, "secret"); i >= 0 {
		t.Errorf("a comment is on the page: %.60q", page[i:])
	}
}

func TestPictures(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n..."
	files := fstest.MapFS{
		"a b.png":     {Data: []byte(png)},
		"img/x.jpg":   {Data: []byte("\xff\xd8\xff...")},
		"vector.png":  {Data: []byte("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")},
		"large.png":   {Data: append([]byte(png), make([]byte, pictureMax)...)},
		"secret.conf": {Data: []byte("password")},
	}
	for _, c := range []struct{ in, want string }{
		{"![two words](<a b.png>)", `<img src="data:image/png;base64,iVBORw0KGgouLi4=" alt="two words">`},
		{"![](a%20b.png)", `<img src="data:image/png;base64,iVBORw0KGgouLi4=" alt="">`},
		{"![x](img/x.jpg \"t\")", `<img src="data:image/jpeg;base64,/9j/Li4u" alt="x" title="t">`},
		{"![x](./img/../img/x.jpg?raw=true#f)", `<img src="data:image/jpeg;base64,/9j/Li4u" alt="x">`},
		{"![x](data:image/gif;base64,R0lGODlhAQ==)", `<img src="data:image/gif;base64,R0lGODlhAQ==" alt="x">`},
		{"![x](vector.png)", `<span class="missing">Picture not shown: x</span>`},
		{"![x](large.png)", `<span class="missing">Picture not shown: x</span>`},
		{"![x](secret.conf)", `<span class="missing">Picture not shown: x</span>`},
		{"![x](../a.png)", `<span class="missing">Picture not shown: x</span>`},
		{"![x](/etc/a.png)", `<span class="missing">Picture not shown: x</span>`},
		{"![x](img)", `<span class="missing">Picture not shown: x</span>`},
		{"![x](https://example.com/a.png)", `<a href="https://example.com/a.png">Picture: x</a>`},
		{"[![x](https://example.com/a.png)](https://example.com)", `<a href="https://example.com"><span class="missing">Picture not shown: x</span></a>`},
	} {
		if page := pageOf(t, c.in+"\n", Options{Files: files}); !strings.Contains(page, "<p>"+c.want+"</p>") {
			t.Errorf("%s is not %s in %s", c.in, c.want, body(page))
		}
	}
}

func TestPicturesAreBoundedTogether(t *testing.T) {
	data := append([]byte("GIF89a"), make([]byte, pictureMax-6)...)
	r := report.Parse(source.New("report.md", []byte(strings.Repeat("![x](a.gif)\n\n", 6))))
	var page bytes.Buffer
	if err := HTML(&page, r, Options{Files: fstest.MapFS{"a.gif": {Data: data}}}); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(page.Bytes(), []byte("<img")); n != picturesMax/pictureMax {
		t.Errorf("%d pictures of %d MiB are in the page", n, pictureMax>>20)
	}
}

// Levels are not skipped, whatever the author did, and every id is its own.
func TestHeadings(t *testing.T) {
	page := pageOf(t, "---\ntitle: T\n---\n\n#### Deep\n\n# Top\n\n### Skipped\n\n###### More\n\n## Top\n\n##\n\n## <b>\n\n> # Quoted\n\n[up](#top) [gone](#nowhere)\n", Options{})
	var got []string
	for line := range strings.Lines(body(page)) {
		if _, h, ok := strings.Cut(line, `<div class="heading">`); ok {
			h, _, _ = strings.Cut(h, `<a class`)
			got = append(got, h)
		}
	}
	want := []string{`<h2 id="s-deep">Deep</h2>`, `<h2 id="s-top">Top</h2>`, `<h3 id="s-skipped">Skipped</h3>`, `<h4 id="s-more">More</h4>`,
		`<h3 id="s-top-1">Top</h3>`, `<h3 id="s-section-1">&lt;b&gt;</h3>`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, link := range []string{`<a href="#s-top">up</a>`, `<a href="#s-nowhere">gone</a>`, `<p class="heading-in"><strong>Quoted</strong></p>`} {
		if !strings.Contains(page, link) {
			t.Errorf("%s is not on the page", link)
		}
	}
}

func TestTitleIsSaidOnce(t *testing.T) {
	for _, title := range []string{"Only a heading", kind} {
		page := body(pageOf(t, "# "+title+"\n\ntext\n\n# Another\n\nx\n", Options{}))
		if n := strings.Count(page, title); n != 1 {
			t.Errorf("the title stands %d times in %s", n, page)
		}
	}
}

// A report that breaks a bound gives a page that says so, with the beginning of its source.
func TestRefused(t *testing.T) {
	text := "# Deep\n\n" + strings.Repeat("> ", 200) + "<script>\n" + strings.Repeat("x\n", sourceShown)
	page := pageOf(t, text, Options{})
	if !strings.Contains(page, "Not rendered") || !strings.Contains(page, "&gt; &lt;script&gt;") || len(page) > 8*sourceShown {
		t.Errorf("the page of %d bytes does not say so", len(page))
	}
}

func TestDraftIsMarked(t *testing.T) {
	hint := Options{Findings: []Finding{{Severity: "hint", Message: "m"}}}
	for _, c := range []struct {
		status string
		o      Options
		want   bool
	}{
		{"draft", Options{}, true}, {"draft", hint, true}, {"final", hint, false}, {"final", Options{}, false},
		{"final", Options{Findings: []Finding{{Severity: "warning", Message: "m"}}}, true},
	} {
		if got := strings.Contains(pageOf(t, "---\nstatus: "+c.status+"\n---\n\nx\n", c.o), `class="checks"`); got != c.want {
			t.Errorf("%s with %v: marked %v", c.status, c.o.Findings, got)
		}
	}
}

// TestDaysInOrder holds that a day without a time, which began before the entries below it in another zone, heads none of
// them.
func TestDaysInOrder(t *testing.T) {
	page := pageOf(t, "## Timeline (UTC)\n\n- 2026-02-03 18:40 a\n- 2026-02-04 b\n- 2026-02-03 19:00 c\n- 2026-02-04 00:01 d\n- 2026-02-05 e\n", Options{})
	var days []string
	for _, row := range strings.Split(page, `<tr class="day"><th colspan="3" scope="rowgroup">`)[1:] {
		day, _, _ := strings.Cut(row, " February")
		days = append(days, day)
	}
	if got := strings.Join(days, ", "); got != "Tuesday 3, Wednesday 4, Thursday 5" {
		t.Errorf("the days are %s", got)
	}
	if !strings.Contains(page, "4 February, time not given") {
		t.Error("the day of the entry without a time is not told")
	}
}
