package guard

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func guarded(t *testing.T, text string, o Options) (*edition.Edition, *Guard) {
	t.Helper()
	r := report.Parse(source.New("in.md", []byte(text)))
	e, _, err := edition.Cut(r, edition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e, New(r, e, o)
}

// refused is the first thing that the guard finds in an output, as it stands there.
func refused(g *Guard, out []byte) string {
	for _, l := range g.Check("page.md", out) {
		return l.Found
	}
	return ""
}

// TestPublicPosts holds that the guard lets through what organisations tell their customers.
func TestPublicPosts(t *testing.T) {
	text, err := os.ReadFile("testdata/public.txt")
	if err != nil {
		t.Fatal(err)
	}
	posts := strings.Split(strings.TrimSpace(string(text)), "\n\n")
	if len(posts) < 200 {
		t.Fatalf("only %d posts", len(posts))
	}
	for _, post := range posts {
		e, g := guarded(t, "## Customer summary\n\n"+post+"\n\n## Contributing factors\n\nThe disk of the old server was full.\n", Options{})
		for _, l := range g.Check("page.md", e.Markdown) {
			t.Errorf("%s %q (%s) is refused in: %s", l.Class, l.Found, l.Why, post)
		}
	}
}

// TestCorpus counts what the guard says about a directory of public posts, one to a file. A section would end at
// the post's first heading of its level, a public range does not.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("POSTMORTEM_PUBLIC_POSTS")
	if dir == "" {
		t.Skip("POSTMORTEM_PUBLIC_POSTS names no directory of public posts")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	refused := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			continue
		}
		e, g := guarded(t, "<!-- public -->\n\n"+string(text)+"\n\n<!-- /public -->\n", Options{})
		if leaks := g.Check("page.md", e.Markdown); len(leaks) > 0 {
			refused++
			t.Logf("%s: %s %q", filepath.Base(f), leaks[0].Class, leaks[0].Found)
		}
	}
	if refused*50 > len(files) {
		t.Errorf("%d of %d are refused", refused, len(files))
	}
}

const namesEverything = `---
title: t
timezone: UTC
owner: Birgit Halvorsen
services: [ledger-api, search]
reviewers: [ottokar.wirth@initech.example]
---

## Customer summary

You could not pay. %s

## Timeline

| Time | Who | What |
|---|---|---|
| 2026-02-03 10:00 | Mehmet Yilmaz | the cluster ` + "`kafka-main-03`" + ` was read-only |

## Contributing factors

Ingrid Solheim saw the flag ` + "`drainMode`" + ` and the id ` + "`id`" + ` of Umbrella Foods on grafana.initech.example.

## Corrective actions

- [ ] Limit the drain (owner: Thandiwe Okonkwo, PAY-4711)
`

func TestForms(t *testing.T) {
	o := Options{
		People: []string{"Jean-Luc Oyelaran <jl@initech.example>", "@initech/ledger-core", "GitHub <noreply@github.com>", "dependabot[bot]"}, Customers: []string{"Vandelay Textiles GmbH", "Target"},
		Codenames: []string{"Blue Heron"}, Public: []string{"status.initech.example", "Initech"},
	}
	for _, c := range []struct{ text, want string }{
		{"Birgit did it.", "person"},
		{"B. Halvorsen did it.", "person"},
		{"BHalvorsen did it.", "person"},
		{"Halvorsen, Birgit did it.", "person"},
		{"It was birgit.halvorsen's work.", "person"},
		{"Ottokar Wirth did it.", "person"},
		{"Mehmet did it.", "person"},
		{"Ingrid did it.", "person"},
		{"We thank Oyelaran for it.", "person"},
		{"Ledger API was slow.", "service"},
		{"LedgerApi was slow.", "service"},
		{"The search was slow.", ""},
		{"kafka main 03 was slow.", "host"},
		{"It was read only.", ""},
		{"The id was wrong.", ""},
		{"Drain mode was on.", ""},
		{"The drainMode was on.", "setting or flag"},
		{"Vandelay Textiles could not pay.", "customer"},
		{"Our target is an hour.", ""},
		{"Target could not pay.", "customer"},
		{"We call it blue heron.", "code name"},
		{"See PAY 4711.", "ticket"},
		{"It takes 4711 orders.", ""},
		{"See https://status.initech.example/x.", ""},
		{"See <https://grafana.initech.example/x>.", "internal link"},
		{"Just in time.", ""},
		{"GitHub was slow.", ""},
	} {
		e, g := guarded(t, fmt.Sprintf(namesEverything, c.text), o)
		got := ""
		for _, l := range g.Check("page.md", e.Markdown) {
			got = string(l.Class)
			if len(l.Places) == 0 || l.Why == "" || l.Found == "" {
				t.Errorf("%s: %+v", c.text, l)
			}
			break
		}
		if got != c.want {
			t.Errorf("%s: refused for %q, want %q", c.text, got, c.want)
		}
	}
}

// TestSinks holds that what a format puts over a text hides nothing.
func TestSinks(t *testing.T) {
	_, g := guarded(t, fmt.Sprintf(namesEverything, ""), Options{})
	for _, c := range []struct{ name, out string }{
		{"page.html", `<p title="k">a</p><p>kafka-<b>main</b>-03</p>`},
		{"page.html", `<p data-x="kafka&#45;main&hyphen;03">a</p>`},
		{"page.html", `<!-- kafka-main-03 -->`},
		{"page.html", `<a href="https://example.com/?q=kafka%2dmain%2D03">x</a>`},
		{"page.html", `<img src="data:image/png;base64,iVBORw0KGgAAAAQQdEVYdENvbW1lbnQAa2Fma2EtbWFpbi0wMwAAAAA=">`},
		{"page.svg", `<svg><desc>kafka-main-03</desc></svg>`},
		{"page.json", `{"text":"\u006bafka-main\u002d03"}`},
		{"page.eml", "Content-Transfer-Encoding: quoted-printable\n\nthe kafka=2Dma=\nin-03 node"},
		{"page.eml", "Content-Transfer-Encoding: base64\n\nPHA+aXQgd2FzIHRoZSBub2RlICYjMTA3O2Fma2EtbWFpbi0wMyB0aGF0IHdhcyBmdWxs\nIGFsbCB0aGUgdGltZTwvcD4=\n"},
		{"kafka-main-03.html", "nothing"},
		{"page.txt", "6b61666b612d6d61696e2d3033"},
		{"page.md", "[x](https://status.example.com/?q=6b61666b612d6d61696e2d3033)"},
		{"page.md", "[x](https://status.example.com/p/6b61666b612d6d61696e2d3033/a)"},
		{"page.md", "[x](https://status.example.com/p/a2Fma2EtbWFpbi0wMw==)"},
		{"page.md", "[x](https://status.example.com/ab/a2Fma2EtbWFpbi0wMw)"},
		{"page.md", "[x](https://status.example.com/ab/a2Fma2EtbWFpbi0wMw/more?q=1)"},
		{"page.md", "[x](https://status.example.com/?q=a2Fma2EtbWFpbi0wMw)"},
		{"page.md", "[x](https://status.example.com/?a=b=a2Fma2EtbWFpbi0wMw)"},
	} {
		if len(g.Check(c.name, []byte(c.out))) == 0 {
			t.Errorf("%s passes: %s", c.name, c.out)
		}
	}
	if l := g.Check("page.html", []byte(`<p>It <a href="https://example.com/?q=%C2%ADi%C2%ADl">was</a> full.</p>`)); len(l) > 0 {
		t.Errorf("%+v", l)
	}
}

func TestAllow(t *testing.T) {
	now := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	text := fmt.Sprintf(namesEverything, "See PAY-4711.")
	for _, c := range []struct {
		name  string
		allow Allowed
		want  int
	}{
		{"it holds", Allowed{Hash("pay-4711"), "Birgit", "the customer knows it", now.AddDate(0, 1, 0)}, 0},
		{"it has ended", Allowed{Hash("PAY-4711"), "Birgit", "the customer knows it", now.AddDate(0, -1, 0)}, 1},
		{"nobody answers for it", Allowed{Hash("PAY-4711"), "", "the customer knows it", now.AddDate(0, 1, 0)}, 1},
		{"it has no reason", Allowed{Hash("PAY-4711"), "Birgit", "", now.AddDate(0, 1, 0)}, 1},
		{"it is another", Allowed{Hash("PAY-4712"), "Birgit", "the customer knows it", now.AddDate(0, 1, 0)}, 1},
	} {
		e, g := guarded(t, text, Options{Allow: []Allowed{c.allow}, Now: now})
		leaks := g.Check("page.md", e.Markdown)
		if len(leaks) != c.want {
			t.Errorf("%s: %+v", c.name, leaks)
		}
		if len(leaks) == 1 && leaks[0].Hash != Hash("PAY-4711") {
			t.Errorf("%s: the hash %s would not allow it", c.name, leaks[0].Hash)
		}
	}
}

// TestSecretsAreCut holds that what the guard says of a secret does not tell it.
func TestSecretsAreCut(t *testing.T) {
	value := "Hunter" + fmt.Sprint(7*3) + "x!"
	e, g := guarded(t, "## Customer summary\n\nThe password: "+value+" was old.\n", Options{})
	leaks := g.Check("page.md", e.Markdown)
	if len(leaks) != 1 || leaks[0].Class != Secret || strings.Contains(fmt.Sprintf("%+v", leaks[0]), value) {
		t.Errorf("%+v", leaks)
	}
}

// BenchmarkHostile shows that the time a check takes grows with the size of the output alone: compare
// the MB/s of the two sizes.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{"<", "&#", "\\u", "%", "a", "A1-", "@", "](", "*a", "a.", "10.", "://", "0f", "<!--", "é", "Jane Doe ", "a_", "a-", "x1-", "ab12", "0x", "a/", "&amp;", "%41", "QUJD", "port 1 ", "at ", "word ", "A. "} {
		for _, size := range []int{64 << 10, 256 << 10} {
			b.Run(fmt.Sprintf("%s/%dKiB", unit, size>>10), func(b *testing.B) {
				text := []byte(strings.Repeat(unit, size/len(unit)))
				g := New(report.Parse(source.New("", nil)), nil, Options{People: []string{"Jane Doe"}})
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					g.Check("x", text)
				}
			})
		}
	}
}

// TestMany holds that a flood of findings is cut short.
func TestMany(t *testing.T) {
	g := New(report.Parse(source.New("", nil)), nil, Options{People: []string{"Jane Doe"}})
	if n := len(g.Check("x", []byte(strings.Repeat("Jane Doe, ", 5000)))); n != maxFindings {
		t.Errorf("%d findings", n)
	}
}

// FuzzCheck holds that any output can be looked through, and that what is found lies inside it.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{"kafka-main-03", "&#x6b;afka", "a3Fma2E=", "\\u006b", "=\n", "<b", "\xff%ff", "ｋ", "\u200b"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, text, out string) {
		r := report.Parse(source.New("in.md", []byte("## Customer summary\n\nx\n\n## Causes\n\n"+text)))
		g := New(r, nil, Options{Forbidden: []string{text}})
		for _, l := range g.Check("name", []byte(out)) {
			if l.Offset < -1 || l.Offset > len(out) || l.Named.End > len(r.File.Text) {
				t.Errorf("%+v", l)
			}
		}
	})
}

func TestAutomaton(t *testing.T) {
	a := newAutomaton([]string{"he", "she", "his", "hers", "", "s"})
	var got []string
	a.find([]byte("ushers"), func(p, end int) { got = append(got, fmt.Sprint(p, " ", end)) })
	if d := cmp.Diff([]string{"5 2", "1 4", "0 4", "3 6", "5 6"}, got); d != "" {
		t.Error(d)
	}
}

// TestExpressions compiles every expression, which nobody else may ask for.
func TestExpressions(t *testing.T) {
	for _, r := range recognisers() {
		if r.form() == nil {
			t.Errorf("%s has no expression", r.why)
		}
	}
}
