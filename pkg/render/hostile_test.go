package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// places are where a payload may stand in a report.
var places = map[string]func(payload, line string) string{
	"raw":           func(p, _ string) string { return "# T\n\n" + p + "\n" },
	"link":          func(_, l string) string { return "[x](<" + l + ">)\n" },
	"bare link":     func(_, l string) string { return "[x](" + l + ")\n" },
	"link title":    func(_, l string) string { return "[x](https://example.com \"" + l + "\")\n" },
	"picture":       func(_, l string) string { return "![" + l + "](" + l + ")\n" },
	"picture title": func(_, l string) string { return "![x](p.png '" + l + "')\n" },
	"reference":     func(_, l string) string { return "[x]\n\n[x]: " + l + "\n" },
	"autolink":      func(_, l string) string { return "<" + l + ">\n" },
	"footnote":      func(p, _ string) string { return "a[^1]\n\n[^1]: " + strings.ReplaceAll(p, "\n", "\n    ") + "\n" },
	"fence":         func(p, l string) string { return "```" + l + "\n" + p + "\n```\n" },
	"code in language": func(p, _ string) string {
		return "~~~html\n" + p + "\n~~~\n\n~~~sh\n" + p + "\n~~~\n\n~~~diff\n-" + p + "\n~~~\n"
	},
	"code span":  func(_, l string) string { return "``" + l + "``\n" },
	"heading":    func(_, l string) string { return "# " + l + "\n\n## " + l + "\n\n### " + l + "\n\nx\n" },
	"heading id": func(_, l string) string { return "## x {#" + l + "}\n\n## y {" + l + "}\n" },
	"table":      func(_, l string) string { return "| " + l + " | b |\n| --- | --- |\n| " + l + " | x |\n" },
	"quote":      func(_, l string) string { return "> [!NOTE]\n> " + l + "\n\n> " + l + "\n" },
	"task":       func(_, l string) string { return "- [x] " + l + "\n- [ ] " + l + "\n" },
	"fragment":   func(_, l string) string { return "[x](#" + l + ")\n" },
	"front matter": func(_, l string) string {
		q, _ := json.Marshal(l)
		s := string(q)
		return "---\ntitle: " + s + "\nid: " + s + "\nstatus: " + s + "\nseverity: " + s + "\ntimezone: " + s + "\nservices: [" + s + "]\nowner: " + s +
			"\nreviewers: [" + s + "]\ndetection: " + s + "\n---\n\nx\n"
	},
	"timeline": func(_, l string) string {
		return "## Timeline\n\n- 2026-01-10 10:00 UTC **Impact begins** " + l + "\n- 2026-01-10 11:00 UTC **Resolved** a " + l + "\n- " + l + "\n"
	},
	"timeline table": func(_, l string) string {
		return "## Timeline\n\n| Time | Who | What |\n| --- | --- | --- |\n| 2026-01-10 10:00 UTC | " + l + " | " + l + " |\n| 2026-01-10 11:00 UTC | x | y |\n"
	},
	"undated timeline": func(_, l string) string {
		return "## Timeline\n\n- not dated **Impact begins** " + l + "\n- not dated **Resolved** " + l + "\n"
	},
	"actions": func(_, l string) string {
		return "## Corrective actions\n\n| Action | Owner | Due | Ticket | Status |\n| --- | --- | --- | --- | --- |\n| " + l + " | " + l + " | " + l + " | " + l + " | " + l + " |\n\n- [ ] " + l + "\n"
	},
}

func hostilePages(t *testing.T, payloads []string) (pages int) {
	t.Helper()
	for _, payload := range payloads {
		line := strings.Join(strings.Fields(payload), " ")
		for place, in := range places {
			var page bytes.Buffer
			r := report.Parse(source.New("report.md", []byte(in(payload, line))))
			o := Options{
				Theme:    Theme{Organisation: payload, Accent: payload, Footer: payload},
				Findings: []Finding{{Severity: payload, Rule: payload, Message: payload, Line: 1}, {Severity: "error"}},
			}
			if err := HTML(&page, r, o); err != nil {
				t.Fatal(err)
			}
			pages++
			if _, err := strict(page.String()); err != nil {
				t.Errorf("%s: %q: %v", place, payload, err)
			}
			page.Reset()
			if err := Index(&page, []Entry{EntryOf(r, payload+".html", o)}, o.Theme); err != nil {
				t.Fatal(err)
			}
			if _, err := strict(page.String()); err != nil {
				t.Errorf("index: %q: %v", payload, err)
			}
		}
	}
	return pages
}

// Nothing that a report says becomes part of the page's markup.
func TestHostile(t *testing.T) {
	text, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		t.Fatal(err)
	}
	hostilePages(t, strings.Split(strings.TrimSuffix(string(text), "\n"), "\n"))
}

// TestHostileSets holds the pages against larger sets: POSTMORTEM_HOSTILE names a directory of
// JSON lines, each with a "payload".
func TestHostileSets(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_HOSTILE")
	if dir == "" {
		t.Skip("POSTMORTEM_HOSTILE names no directory of payloads")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no payloads in %s: %v", dir, err)
	}
	var payloads []string
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 4<<20)
		for lines.Scan() {
			var p struct{ Payload string }
			if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
				t.Fatal(err)
			}
			payloads = append(payloads, p.Payload)
		}
	}
	t.Logf("%d payloads, %d pages", len(payloads), hostilePages(t, payloads))
}

func FuzzHTML(f *testing.F) {
	text, err := os.ReadFile("testdata/hostile.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte("---\ntitle: x\n---\n## Timeline\n\n- 2026-01-10 10:00 **Impact begins** a `b` [c](d)\n  - e\n\n## Actions\n\n- [x] do\n"))
	f.Add([]byte("## Timeline\n\n### 10 January\n\n10:00 a\n\n1. 11:00 b\n\n| Time | x |\n|-|-|\n| 12:00 | *y* |\n"))
	f.Add([]byte("a[^1]\n\n[^1]: b\n\n> [!NOTE]\n> c\n\n<b>\n\n```go\nx\n```\n\xff\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<14 {
			return
		}
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			if err := HTML(w, report.Parse(source.New("x.md", text)), Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := strict(a.String()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Fatal("the same report gave two pages")
		}
	})
}
