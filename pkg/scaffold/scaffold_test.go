package scaffold

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// odd are answers that YAML, Markdown or a file name could take for something else.
var odd = []string{
	"Checkout rejected card payments", "yes", "No", "~", "null", "NULL", "true", "1.10", "010", "0x1F", "1e3", "2026-02-14", "12:30:45",
	"2026-02-14 14:02:03", ".inf", "- dash", "-", "? what", ": colon", "a: b", "a:b", "ends:", "# hash", "a #b", "a#b", "'single'", `"double"`,
	`back\slash`, "[list]", "{map}", "a, b", "& anchor", "* alias", "! tag", "| pipe", "> fold", "% percent", "@ at", "` tick", "<!-- x -->", "-->",
	"{{title}}", "{{nothing}}", "Größe überschritten", "決済が失敗", "платежи", "emoji 🔥 burns", "a\u00a0b", "zero\u200bwidth", "rtl \u202eabc", "x\ufe0f",
	"=", "==", "<<", "...", "---", "_under_", "*bold*", "[link](http://x)", "1. first", "2) second", "+ plus", "a | b", "~~gone~~", "&amp;", "\U0001F9D1\u200D\U0001F4BB",
	"it's 100% \"down\": `rm -rf` [x] {y}, & more # here", "C:\\path\\n", "e\u0301", "\u00e9",
}

// TestRenderReadsBack makes a report from every template with every odd answer: the report's
// parser and any reader of YAML get back what was answered, and the body says nothing else.
func TestRenderReadsBack(t *testing.T) {
	all, err := Templates(nil)
	if err != nil || len(all) < 3 {
		t.Fatalf("%d templates, %v", len(all), err)
	}
	for _, tm := range all {
		for _, s := range odd {
			a := Answers{Title: s, ID: s, Severity: s, Timezone: "Europe/Vienna", Services: []string{s, "db, main", "x"}, Owner: s, Started: "2026-02-14 14:02"}
			text, err := Render(tm, a)
			if err != nil {
				t.Errorf("%s with %q: %v", tm.Name, s, err)
				continue
			}
			front, _, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
			var got map[string]any
			if err := yaml.Unmarshal([]byte(front), &got); err != nil {
				t.Errorf("%s with %q: %v", tm.Name, s, err)
			}
			want := map[string]any{"title": s, "id": s, "template": tm.Name, "status": "draft", "severity": s, "timezone": "Europe/Vienna",
				"services": []any{s, "db, main", "x"}, "owner": s, "started": "2026-02-14 14:02"}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("%s with %q (-want +got):\n%s", tm.Name, s, d)
			}
			r := report.Parse(source.New("new.md", text))
			if r.Title.Value != s || len(r.Problems) > 0 {
				t.Errorf("%s with %q: title %q, problems %v", tm.Name, s, r.Title.Value, r.Problems)
			}
			if n := len(r.Timeline.Events); n != 1 || r.Timeline.Events[0].Phase.Value != report.ImpactBegins {
				t.Errorf("%s with %q: %d timeline entries", tm.Name, s, n)
			} else if at := r.Timeline.Events[0].At.Instant; !at.Equal(time.Date(2026, 2, 14, 13, 2, 0, 0, time.UTC)) {
				t.Errorf("%s: impact begins at %v", tm.Name, at)
			}
			if strings.Contains(string(text), "{{") && !strings.Contains(s, "{{") {
				t.Errorf("%s with %q: a placeholder is left", tm.Name, s)
			}
		}
	}
}

// TestRenderBody holds what a template says in its body to the characters that were answered.
func TestRenderBody(t *testing.T) {
	tm := Template{"own", []byte("# {{title}}\n\n{{title}}\n\n- {{owner}}\n\n| {{title}} | x |\n| --- | --- |\n| {{owner}} | y |\n\n<!-- {{title}} -->\n\nend\n")}
	blocks := func(text []byte) (shape []string) {
		r := report.Parse(source.New("own.md", text))
		for n := r.Doc.FirstChild(); n != nil; n = n.NextSibling() {
			shape = append(shape, n.Kind().String())
			if n.FirstChild() != nil {
				shape = append(shape, n.FirstChild().Kind().String())
			}
		}
		return append(shape, fmt.Sprint(len(r.Comments)))
	}
	plain, err := Render(tm, Answers{Title: "word", Owner: "word"})
	if err != nil {
		t.Fatal(err)
	}
	want := blocks(plain)
	for _, s := range odd {
		text, err := Render(tm, Answers{Title: s, Owner: s})
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if d := cmp.Diff(want, blocks(text)); d != "" {
			t.Errorf("%q turns the body into something else (-want +got):\n%s\n%s", s, d, text)
		}
	}
}

func TestRenderLeavesOutWhatIsEmpty(t *testing.T) {
	tm := Template{"own", []byte("---\r\ntitle: {{title}}\r\nowner: {{owner}}\r\nservices: {{services}}\r\n---\r\n\r\n- {{started}} **Impact begins**\r\n\r\nBy {{ owner }}.\r\n")}
	got, err := Render(tm, Answers{Title: "Slow"})
	if err != nil {
		t.Fatal(err)
	}
	if want := "---\r\ntitle: Slow\r\n---\r\n\r\n\r\n"; string(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRenderRefuses(t *testing.T) {
	for _, c := range []struct {
		text string
		a    Answers
		want string
	}{
		{"# {{titel}}\n", Answers{Title: "x"}, `template own, line 1: nothing fills in "titel"; did you mean "title"?`},
		{"a\nb {{reviewed by}}\n", Answers{Title: "x"}, `template own, line 2: nothing fills in "reviewed by"; there are title, id, template, status, severity, timezone, services, owner, started`},
		{"# {{title}}\n", Answers{Title: "a\nb"}, `the title "a\nb" cannot be written on one line`},
		{"# {{title}}\n", Answers{Title: "a\x1b[31m"}, `the title "a\x1b[31m" cannot be written on one line`},
		{"# {{title}}\n", Answers{Title: "\xff"}, `the title "\xff" cannot be written on one line`},
		{"---\ntitle: the {{title}}\n---\n", Answers{Title: "x"}, `template own changes the title "x" into "the x"`},
		{"---\nservices: {{title}}\n---\n", Answers{Title: "x"}, `template own changes the services [] into ["x"]`},
		{"---\ntitle: [{{title}}\n---\n", Answers{Title: "x"}, "template own makes a report that cannot be read: line "},
	} {
		_, err := Render(Template{"own", []byte(c.text)}, c.a)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}

func TestReadLine(t *testing.T) {
	for in, want := range map[string]string{
		" a b ":                  "a b",
		"":                       "!is empty",
		" \t ":                   "!is empty",
		"a\nb":                   "!holds the control character U+000A",
		"a\x00b":                 "!holds the control character U+0000",
		"\xffabc":                "!is not UTF-8",
		strings.Repeat("é", 200): strings.Repeat("é", 200),
		strings.Repeat("é", 201): "!has 201 characters; 200 are the most",
		"\u2028":                 "!is empty",
		"a\u2028b":               "!holds the control character U+2028",
	} {
		got, err := ReadLine(in)
		if err != nil {
			got = "!" + err.Error()
		}
		if got != want {
			t.Errorf("ReadLine(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReadList(t *testing.T) {
	for in, want := range map[string][]string{
		"":                nil,
		" , ":             nil,
		"checkout":        {"checkout"},
		"a, b,a , c d,":   {"a", "b", "c d"},
		"Kafka,ZooKeeper": {"Kafka", "ZooKeeper"},
	} {
		got, err := ReadList(in)
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("ReadList(%q): %v %s", in, err, d)
		}
	}
	if _, err := ReadList("a,b\x07"); err == nil {
		t.Error("a bell is a service")
	}
}

func TestReadZone(t *testing.T) {
	for in, want := range map[string]string{
		"UTC":             "UTC",
		" Europe/Vienna ": "Europe/Vienna",
		"+02:00":          "+02:00",
		"Local":           `!"Local" is not the name of a time zone: write UTC, or a region and a city as Europe/Vienna`,
		"Atlantis":        `!"Atlantis" is not the name of a time zone: write UTC, or a region and a city as Europe/Vienna`,
		"../etc/passwd":   `!"../etc/passwd" is not the name of a time zone: write UTC, or a region and a city as Europe/Vienna`,
		"bratislava":      `!"bratislava" is not the name of a time zone; Europe/Bratislava is`,
		"porto velho":     `!"porto velho" is not the name of a time zone; America/Porto_Velho is`,
		"IST":             `!"IST" means several zones: `,
		"":                "!is empty",
	} {
		got, err := ReadZone(in)
		if err != nil {
			got = "!" + err.Error()
		}
		if got != want && !(strings.HasSuffix(want, ": ") && strings.HasPrefix(got, want)) {
			t.Errorf("ReadZone(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestReadStart(t *testing.T) {
	const form = "write a date and a time as 2026-02-14 14:02"
	for in, want := range map[string]string{
		"2026-02-14 14:02":          "2026-02-14 14:02",
		" 2026-02-14T14:02 ":        "2026-02-14 14:02",
		"2026-02-14 14:02:09":       "2026-02-14 14:02:09",
		"~2026-02-14 14:02":         "~2026-02-14 14:02",
		"2026-02-14T13:02Z":         "2026-02-14 14:02",
		"2026-02-14 05:02 PST":      "2026-02-14 14:02",
		"2026-07-14 12:02 UTC":      "2026-07-14 14:02",
		"14 February 2026, 2:02 pm": "2026-02-14 14:02",
		"Feb 14, 2026 14:02":        "2026-02-14 14:02",
		"2026-02-14":                `!"2026-02-14" has no time of day: ` + form,
		"14:02":                     `!"14:02" has no full date: ` + form,
		"yesterday":                 `!"yesterday" is not a time: ` + form,
		"2026-02-14 14:02 or so":    `!"2026-02-14 14:02 or so" is not a time: ` + form,
		"2026-02-14 14:02-14:10":    `!"2026-02-14 14:02-14:10" is a span of time: ` + form,
		"2026-02-30 14:02":          `!"2026-02-30 14:02": `,
		"2026-02-14 25:02":          `!"2026-02-14 25:02": `,
		"03/04/2026 10:00":          `!"03/04/2026 10:00": `,
		"2026-03-29 02:30":          `!"2026-03-29 02:30": `,
		"2026-02-14 10:00 IST":      `!"2026-02-14 10:00 IST": `,
		"":                          "!is empty",
	} {
		got, err := ReadStart(in, "Europe/Vienna")
		if err != nil {
			got = "!" + err.Error()
		}
		if got != want && !(strings.HasSuffix(want, `": `) && strings.HasPrefix(got, want)) {
			t.Errorf("ReadStart(%q) = %q, want %q", in, got, want)
		}
	}
	if got, err := ReadStart("2026-02-14T13:02Z", "-05:00"); err != nil || got != "2026-02-14 08:02" {
		t.Errorf("in a fixed zone: %q, %v", got, err)
	}
}

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"Checkout rejected card payments":   "2026-02-14-checkout-rejected-card-payments.md",
		"  API: 5xx — 30% of /v1/ calls!  ": "2026-02-14-api-5xx-30-of-v1-calls.md",
		"Größe überschritten":               "2026-02-14-größe-überschritten.md",
		"決済が失敗":                             "2026-02-14-決済が失敗.md",
		"can't log in":                      "2026-02-14-cant-log-in.md",
		"../../etc/passwd":                  "2026-02-14-etc-passwd.md",
		"!!!":                               "2026-02-14-incident.md",
		strings.Repeat("word ", 30):         "2026-02-14-word-word-word-word-word-word-word-word-word-word.md",
		strings.Repeat("x", 80):             "2026-02-14-" + strings.Repeat("x", 50) + ".md",
	} {
		if got := (Answers{Title: in, Started: "~2026-02-14 14:02"}).FileName(); got != want {
			t.Errorf("file name of %q: %q, want %q", in, got, want)
		}
	}
	if got := (Answers{Title: "Slow"}).FileName(); got != "slow.md" {
		t.Errorf("without a start: %q", got)
	}
}

func TestTemplates(t *testing.T) {
	all, err := Templates(fstest.MapFS{
		"standard.md": {Data: []byte("<!-- optional -->\n<!-- Ours. And more. -->\n\n## Timeline\n")},
		"short.md":    {Data: []byte("## Timeline\n\n## Why <!-- optional -->\n")},
		"notes.txt":   {Data: []byte("no template")},
		"sub/deep.md": {Data: []byte("no template")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tm := range all {
		names = append(names, tm.Name)
	}
	if d := cmp.Diff([]string{"google-sre", "lightweight", "short", "standard"}, names); d != "" {
		t.Error(d)
	}
	if got := all[3].Summary(); got != "Ours" {
		t.Errorf("summary %q", got)
	}
	schemas := Schemas(all)
	if s := schemas["short"](); len(s.Sections) != 2 || s.Sections[0].Optional || !s.Sections[1].Optional {
		t.Errorf("schema of short: %+v", s)
	}
	if s := schemas["standard"](); len(s.Sections) != 1 {
		t.Errorf("the built-in standard was not replaced: %+v", s)
	}
	if _, err := Templates(fstest.MapFS{"big.md": {Data: make([]byte, maxTemplate+1)}}); err == nil {
		t.Error("a template above the limit was read")
	}
}

// FuzzRender looks for an answer that comes back as something else; Render itself compares.
func FuzzRender(f *testing.F) {
	for _, s := range odd {
		f.Add(s)
	}
	all, err := Templates(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		line, err := ReadLine(s)
		if err != nil {
			return
		}
		text, err := Render(all[0], Answers{Title: line, Owner: line, Services: []string{line}, Severity: line, ID: Slug(line), Timezone: "UTC", Started: "2026-02-14 14:02"})
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		front, _, _ := strings.Cut(strings.TrimPrefix(string(text), "---\n"), "\n---\n")
		var got struct{ Title, Owner any }
		if err := yaml.Unmarshal([]byte(front), &got); err != nil || got.Title != line || got.Owner != line {
			t.Fatalf("%q came back as %v, %v, %v", line, got.Title, got.Owner, err)
		}
	})
}
