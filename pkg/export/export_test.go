package export

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/render"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// testOptions are those under which the goldens are made.
func testOptions(t *testing.T) Options {
	t.Helper()
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Zone: zone, Theme: render.Theme{Organisation: "Example & Sons", Accent: "#0a7d5a", Footer: "Sent to all customers."},
		From: "Example <help@example.com>", Date: time.Date(2026, 2, 4, 9, 0, 0, 0, time.UTC)}
}

func cut(t testing.TB, name string, text []byte) *edition.Edition {
	t.Helper()
	e, _, err := edition.Cut(report.Parse(source.New(name, text)), edition.Options{
		Names:    map[string]string{"billing-api": "Payments", "invoice-store": "Invoices", "db": `"><script>alert(5)</script>`},
		Glossary: map[string]string{"store": "where invoices are kept"}})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func cutFile(t testing.TB, name string) *edition.Edition {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return cut(t, name, text)
}

func output(t testing.TB, x Exporter, e *edition.Edition, o Options) []byte {
	t.Helper()
	out, err := x.Output(e, o)
	if err != nil {
		t.Fatal(x.Name, err)
	}
	return out
}

// TestGolden holds each form of two editions, a usual and a hostile one, to the golden of its name. The
// page is not among them: its looks are held by the goldens of package render.
func TestGolden(t *testing.T) {
	for _, name := range []string{"edition", "hostile"} {
		e := cutFile(t, name+".in.md")
		for _, x := range Exporters {
			if x.Name == "html" {
				continue
			}
			t.Run(name+x.Extension, func(t *testing.T) {
				got := output(t, x, e, testOptions(t))
				golden := filepath.Join("testdata", name+x.Extension)
				if *update {
					if err := os.WriteFile(golden, got, 0o644); err != nil {
						t.Fatal(err)
					}
					return
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(string(want), string(got)); d != "" {
					t.Errorf("(- golden, + now; rewrite with -update)\n%s", d)
				}
			})
		}
	}
}

// TestSameFacts looks in every form for what all must say.
func TestSameFacts(t *testing.T) {
	e := cutFile(t, "edition.in.md")
	for _, x := range Exporters {
		shown := readers[x.Name](t, output(t, x, e, testOptions(t)))
		for _, fact := range []string{
			`Payments & invoices "down" <for an hour>`, "Payments, Invoices", "1 h 15 min", "Time until it was resolved",
			"from when the impact began", "8 min", "Time until it was noticed", "29 min", "2, of which 1 says when the next will come",
			"We are sorry.", "our status page", "payments that failed", "1,200", "HTTP/1.1 503 <Service Unavailable>",
			"store (where invoices are kept) could", "08:12", "03:12", "Roll changes out in steps", "Alert before the store is full",
		} {
			if x.Name == "json" { // which gives the facts as values
				fact = strings.NewReplacer("1 h 15 min", "4500", "8 min", "480", "29 min", "1740", "2, of which 1 says when the next will come", `"announced_next": 1`,
					"Payments, Invoices", "Payments", "Time until it was resolved", "time to resolve", "Time until it was noticed", "time to detect",
					"from when the impact began", "from impact begins to detected").Replace(fact)
			}
			if !strings.Contains(shown, fact) {
				t.Errorf("%s does not say %q:\n%s", x.Name, fact, shown)
			}
		}
	}
}

// TestSameOrder holds that every form for people tells the time in UTC before the customers', and the figures
// below the text.
func TestSameOrder(t *testing.T) {
	e := cutFile(t, "edition.in.md")
	for _, x := range Exporters {
		if x.Name == "json" {
			continue
		}
		shown, at := readers[x.Name](t, output(t, x, e, testOptions(t))), 0
		for _, what := range []string{"Began", "08:12", "03:12", "We are sorry.", "08:31", "03:31", "Alert before the store is full", "1 h 15 min", "from when the impact began", "of which 1 says"} {
			next := strings.Index(shown[at:], what)
			if next < 0 {
				t.Fatalf("%s does not say %q where it should:\n%s", x.Name, what, shown)
			}
			at += next
		}
		if strings.Contains(shown, "America/") {
			t.Errorf("%s names the zone as programs do:\n%s", x.Name, shown)
		}
	}
}

// TestSameText reads every form again and looks for the text of every block, in order.
func TestSameText(t *testing.T) {
	for _, name := range []string{"edition.in.md", "hostile.in.md"} {
		e := cutFile(t, name)
		var want []string
		for _, b := range newDocument(e, testOptions(t)).blocks {
			if b.Section.Within(report.TimelineKind) {
				continue // the page has the entries in a table of its own
			}
			want = append(want, texts(b)...)
		}
		var events []string
		for _, ev := range e.Report.Timeline.Events {
			events = append(events, ev.Text.Value)
		}
		for _, x := range Exporters {
			if x.Name == "json" {
				continue // TestSchema reads it
			}
			shown := readers[x.Name](t, output(t, x, e, testOptions(t)))
			for _, all := range [][]string{want, events} {
				at := 0
				for _, text := range all {
					text = strings.Join(strings.Fields(clean(text)), " ")
					i := strings.Index(shown[at:], text)
					if i < 0 {
						t.Errorf("%s of %s does not say, or not in its place, %q:\n%s", x.Name, name, text, shown)
						break
					}
					at += i + len(text)
				}
			}
		}
	}
}

// texts are the runs of text in a block that every form shows without anything in between.
func texts(b *report.Block) []string {
	var out []string
	for _, i := range b.Inlines {
		if i.Kind == report.TextInline || i.Kind == report.CodeInline {
			out = append(out, i.Text)
		}
	}
	if b.Kind == report.TableBlock { // whose header may stand before every cell
		for _, row := range b.Children[1:] {
			for _, cell := range row.Children {
				out = append(out, texts(cell)...)
			}
		}
		return out
	}
	for _, c := range b.Children {
		out = append(out, texts(c)...)
	}
	for line := range strings.Lines(b.Code) {
		out = append(out, line)
	}
	return out
}

// TestNothing refuses to publish an empty page.
func TestNothing(t *testing.T) {
	e := cut(t, "x.md", []byte("## Summary\n\nInternal.\n"))
	for _, x := range Exporters {
		if out, err := x.Output(e, Options{}); err != ErrEmpty || out != nil {
			t.Errorf("%s: %q, %v", x.Name, out, err)
		}
	}
}

// TestNoninterference changes everything that is withheld and compares the outputs byte by byte.
func TestNoninterference(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "edition.in.md"))
	if err != nil {
		t.Fatal(err)
	}
	other := bytes.Replace(text, []byte("title: Internal title"), []byte("title: Other\nid: x-17\nowner: somebody\nseverity: SEV1\ndetection: luck\nstarted: 2026-02-03 09:00"), 1)
	other = bytes.Replace(other, []byte("## Timeline\n"), []byte("## Root cause\n\nA secret [a]. 75 minutes.\n\n[a]: https://internal.example\n\n## Timeline\n\nAll on one day.\n\n- 2026-02-03 09:25 **Acknowledged** secret\n- 2026-02-03 09:26 **Status updates** secret\n"), 1)
	a, b := cut(t, "a.md", text), cut(t, "/home/somebody/b.md", append(other, "- [ ] secret\n\n## Lessons\n\nsecret\n"...))
	for _, x := range Exporters {
		if d := cmp.Diff(string(output(t, x, a, testOptions(t))), string(output(t, x, b, testOptions(t)))); d != "" {
			t.Errorf("%s tells withheld parts apart:\n%s", x.Name, d)
		}
	}
}

// TestGuard holds that what an exporter adds of its own is no alarm, and that whatever it does to a
// text the guard finds it.
func TestGuard(t *testing.T) {
	seeds := map[string]string{ // how the text says it, by what must not be said
		"Globex & Söhne": "**Globex** & Söhne", "Initech & Co": "INITECH &amp; Co", "Umbrella": "Um\u200bbrella", "blue-heron": "blue\u00ad-heron",
		"red-fox": "[status](https://status.example.com/red-fox)", "grey-owl": "[status](https://status.example.com/?q=%67rey-owl)",
		"pink-swan": ` style="pink-swan"`, "Wayne Works": "Wayne\\\nWorks",
	}
	public := []string{"Payments", "Invoices", "Europe/Berlin", "America/New_York", "status.example.com", "help@example.com", "store"}
	text, err := os.ReadFile(filepath.Join("testdata", "edition.in.md"))
	if err != nil {
		t.Fatal(err)
	}
	said := "We are sorry."
	for _, how := range seeds {
		said += "\n\nHit was " + how + " too."
	}
	o := testOptions(t)
	for _, clean := range []bool{true, false} {
		text := string(text)
		if !clean {
			text = strings.Replace(text, "We are sorry.", said, 1)
			text = strings.Replace(text, "Payments & invoices", "green-crow & invoices that are late and so on and so on, so that it takes many words", 1)
		}
		e := cut(t, "x.md", []byte(text))
		g := guard.New(report.Parse(source.New("x.md", []byte(text))), e, guard.Options{
			Customers: slices.Collect(maps.Keys(seeds)), Codenames: []string{"green-crow"}, Public: public})
		for _, x := range Exporters {
			found := map[string]bool{}
			for _, l := range g.Check("report", x.Searched(output(t, x, e, o))) {
				found[l.Hash] = true
				if strings.HasPrefix(l.Found, "Globex") { // whose first word is enough for the guard
					found[guard.Hash("Globex & Söhne")] = true
				}
				if clean {
					t.Errorf("%s: %q is taken for a %s (%s)", x.Name, l.Found, l.Class, l.Why)
				}
			}
			for name := range seeds {
				if !clean && !found[guard.Hash(name)] {
					t.Errorf("%s lets %q pass as %q", x.Name, name, seeds[name])
				}
			}
			if !clean && !found[guard.Hash("green-crow")] {
				t.Errorf("%s lets a title pass", x.Name)
			}
		}
	}
}

// TestSearched reads JSON as people do: what stands apart stays apart, and only runs of one text meet.
func TestSearched(t *testing.T) {
	got := string(slack.Searched([]byte(`{"services": ["a", "b"], "elements": [{"type": "text", "text": "c"}, {"type": "link", "url": "http://x", "text": "d"}], "text": "e\u0026"}`)))
	if d := cmp.Diff("cd\na\nb\n\ne&\nhttp://x\n", got); d != "" {
		t.Error(d)
	}
}
