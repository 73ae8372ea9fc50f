package export

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var pairs = flag.Int("pairs", 300, "how many pairs of reports to compare that differ only in withheld parts")

// writer makes reports whose public parts are always the same.
type writer struct{ *rand.Rand }

func (w writer) one(of ...string) string { return of[w.IntN(len(of))] }

// some gives each of the texts or not, in any order.
func (w writer) some(of ...string) []string {
	var out []string
	for _, i := range w.Perm(len(of)) {
		if w.IntN(3) == 0 {
			out = append(out, of[i])
		}
	}
	return out
}

func (w writer) name() string {
	return w.one("Ada", "kafka-main-03", "OPS-", "zebra", "1.2.3.4", "Übung", "x|y", "75 min") + fmt.Sprint(w.IntN(900))
}

// meta is front matter of which an edition takes the title for customers, the zone and the services.
func (w writer) meta() string {
	fixed := []string{"customer-title: Payments failed", "timezone: Europe/Berlin", "services: [billing-api]"}
	for _, s := range w.some("title: "+w.name()[:3], "id: x-17", "owner: "+w.one("Ada", "[Ada, Bob]"), "severity: SEV"+fmt.Sprint(1+w.IntN(4)), "detection: luck", "status: "+w.one("draft", "final", "in-review"),
		"template: "+w.one("standard", "lightweight", "none"), "started: 2026-02-03 08:00", "resolved: 2026-02-03 22:00", "reviewers: [Eve]", "custom:\n  deep: [1, {a: b}]", "tags: [a, b]", "# "+w.name()) {
		fixed = append(fixed, s)
	}
	w.Shuffle(len(fixed), func(i, j int) { fixed[i], fixed[j] = fixed[j], fixed[i] })
	return "---\n" + strings.Join(fixed, "\n") + "\n---\n"
}

// block is withheld text of any kind that ends where it ends.
func (w writer) block() string {
	n := w.name()
	return w.one(
		"A paragraph about "+n+".\n", "- item "+n+"\n  - nested\n\n      code\n", "| a | b |\n|---|---|\n| "+strings.ReplaceAll(n, "|", "")+" | <b> |\n", "```\n"+n+"\n## Not a heading\n```\n",
		"> quote "+n+"\n", "[r]: https://"+w.one("a", "b")+".example/"+w.one("x", "y")+" \"t\"\n", "[^1]: note "+n+"\n", "[R]: <https://c.example>\n", "<!-- guidance "+n+" -->\n", "<div>"+n+"</div>\n",
		"![x](a.png)\n", "Text [^1] and [r].\n", "***\n", "1. one\n2. "+n+"\n", "\tindented "+n+"\n", "- 2026-02-0"+w.one("1", "4", "9")+" 10:00 CET **"+w.one("Resolved", "Impact begins", "Detected", "Status update")+"** "+n+" <!-- internal -->\n",
		"All times are in "+w.one("CET", "PST", "UTC")+".\n", "- [ ] do it (owner: "+w.one("Ada", "Bob")+", due 2026-03-0"+w.one("1", "2")+")\n", "<!-- internal -->\n\nin "+n+"\n\n<!-- /internal -->\n",
		"**Resolved** at 10:00.\n", "2026-02-03 11:00 UTC something\n", "Text\\\n  more  \nlines\t"+n+"\n", "&amp; &#60;b> "+n+"\n")
}

func (w writer) section() string {
	var b strings.Builder
	b.WriteString(w.one("##", "###") + " " + w.one("Impact", "Timeline", "Timeline (all times in PST)", "Contributing factors", "Corrective actions", "Lessons", "Notes", "2026-02-05", "What is public", "Summary") + "\n\n")
	for range w.IntN(4) {
		b.WriteString(w.block() + "\n")
	}
	return b.String()
}

// report has the same public parts in the same order, and around them anything.
func (w writer) report() []byte {
	row := func() string {
		if w.IntN(2) == 0 {
			return ""
		}
		return "| 2026-02-03 09:3" + fmt.Sprint(w.IntN(10)) + " | " + w.one("Ada", "Bob") + " | " + strings.ReplaceAll(w.name(), "|", "") + w.one(" <!-- internal -->", "") + " |\n"
	}
	item := func(s string) string {
		if w.IntN(2) == 0 {
			return ""
		}
		return "- " + strings.ReplaceAll(w.name(), "\n", " ") + " " + s + "\n"
	}
	pub := []string{
		"## Customer summary\n\nYou could not pay. See [our page](https://status.example.com/1), [r] and [^1].\n\n" + w.one("", "<!-- internal -->\n\n"+w.block()+"\n<!-- /internal -->\n\n") + "We are *sorry*.\n\n",
		"## Timeline\n\n| Time | Who | What |\n|---|---|---|\n" + row() + "| 2026-02-03 09:12 | " + w.one("Ada", "Bob") + " | **Impact begins** it began <!-- public --> |\n" + row() +
			"| 2026-02-03 09:20 | " + w.one("Ada", "Bob") + " | **Status update** we look into it |\n" + row() + "| 2026-02-03 10:12 | x | **Resolved** it ended <!-- public --> |\n" + row() + "\n",
		"## Impact\n\n" + item("a") + "- You could not pay <!-- public -->\n" + item("b") + "\n",
		"## Corrective actions\n\n" + item("(owner: Ada)") + "- [ ] Test the backup (owner: " + w.one("Ada", "Bob") + ", OPS-" + fmt.Sprint(w.IntN(99)) + ") <!-- public -->\n" + item("(due 2026-05-01)") + "\n",
		"## What went well\n\n" + w.one("", "5. x\n", "1. "+w.name()+"\n", "- x\n", "9) x\n") + "2. Mails waited <!-- public -->\n" + w.one("", "3. x\n") + "\n",
		"## Contributing factors\n\n<!-- public -->\n\nA queue was full.\n\n<!-- /public -->\n\n",
	}
	var b strings.Builder
	b.WriteString(w.meta() + "\n")
	for _, p := range pub {
		for range w.IntN(3) {
			// A section of a deeper level would be a part of the public one before it; one of a higher
			// level would hold those after it, and the kind of what holds a marked part is read.
			b.WriteString("## Internal\n\n" + w.section())
		}
		b.WriteString(p)
	}
	for range w.IntN(3) {
		b.WriteString("## Internal\n\n" + w.section())
	}
	b.WriteString(w.one("", "```\nnever closed\n", "<!-- never closed", "    code"))
	text := b.String()
	switch w.IntN(5) {
	case 0:
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case 1:
		text = "\ufeff" + text
	}
	return []byte(text)
}

// TestPairs holds that two reports which differ only in what is withheld are published in the same
// bytes, in every form: whatever stands in front matter, sections, rows, items, definitions and comments
// that are not public, in any order, behind any byte order mark and line ends.
func TestPairs(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(41, uint64(*pairs)))}
	outputs := func(text []byte) [][]byte {
		e, _, err := edition.Cut(report.Parse(source.New("x.md", text)), edition.Options{Names: map[string]string{"billing-api": "Payments"}})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		var out [][]byte
		for _, x := range Exporters {
			out = append(out, output(t, x, e, Options{}))
		}
		name, _ := FileName(e)
		return append(out, []byte(name))
	}
	first := w.report()
	want := outputs(first)
	for range *pairs {
		text := w.report()
		for i, got := range outputs(text) {
			if !bytes.Equal(want[i], got) {
				t.Fatalf("output %d tells these apart:\n%s\n%s\n=====\n%s", i, cmp.Diff(string(want[i]), string(got)), first, text)
			}
		}
	}
}
