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

// writer makes reports whose public parts are the same for the same shape.
type writer struct {
	*rand.Rand
	shape uint64 // decides what the public parts are and how they are marked
}

// shown chooses among what is public, which stays the same while the shape does.
func (w writer) shown() writer { return writer{rand.New(rand.NewPCG(7, w.shape)), w.shape} }

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
	fixed := []string{w.shown().one("customer-title: Payments failed", "customer-title: Payments failed for an hour"), "timezone: Europe/Berlin", "services: [billing-api]"}
	fixed = append(fixed, w.some("title: "+w.name()[:3], "id: x-17", "owner: "+w.one("Ada", "[Ada, Bob]"), "severity: SEV"+fmt.Sprint(1+w.IntN(4)), "detection: luck", "status: "+w.one("draft", "final", "in-review"),
		"template: "+w.one("standard", "lightweight", "none"), "started: 2026-02-03 08:00", "resolved: 2026-02-03 22:00", "reviewers: [Eve]", "custom:\n  deep: [1, {a: b}]", "tags: [a, b]", "# "+w.name(),
		"detected: 2026-02-0"+w.one("3", "4")+" 08:10", "mitigated: 2026-02-03 21:00", "commander: "+w.one("Ada", "Bob"), "customers: ["+w.name()[:3]+"]", "participants:\n  - Ada\n  - Bob", "note: |\n  "+w.one("Resolved at 10:00.", "All times in PST"), "recurs: [x-16]")...)
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
		"| Action | Owner | Due | Status |\n|---|---|---|---|\n| "+w.one("Test the backup", "Buy disks")+" | Ada | 2026-05-01 | "+w.one("done", "won't do", "open", "?")+" |\n", "- ["+w.one("x", " ")+"] "+w.one("Test the backup", "~~Buy disks~~", "Buy disks (done)")+"\n",
		"<!-- postmortem-ignore "+w.one("summary-missing", "impact-vague until=2027-01-01")+": "+n+" -->\n", "[a file](files/"+w.one("a", "b")+".pdf)\n",
		"**Resolved** at 10:00.\n", "2026-02-03 11:00 UTC something\n", "Text\\\n  more  \nlines\t"+n+"\n", "&amp; &#60;b> "+n+"\n")
}

func (w writer) section() string {
	var b strings.Builder
	b.WriteString(w.one("##", "###") + " " + w.one("Impact", "Timeline", "Timeline (all times in PST)", "Contributing factors", "Corrective actions", "Lessons", "Notes", "2026-02-05", "What is public", "Summary") + "\n\n")
	for range w.IntN(4) {
		b.WriteString(w.block() + "\n" + w.one("", "", "", "### "+w.name()+"\n\n", "#### Deeper\n\n", "Underlined\n---\n\n"))
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
		return "- " + w.one("", "[x] ", "[ ] ") + strings.ReplaceAll(w.name(), "\n", " ") + " " + s + "\n" + w.one("", "", "  - nested "+w.name()+"\n", "\n", "\n  More of it.\n\n")
	}
	nested := func() string { return w.one("", "", "  - below "+w.name()+"\n", "  1. "+w.name()+"\n  2. x\n") }
	note := func() string {
		return w.one("", "", " <!-- "+strings.ReplaceAll(w.name(), "-", "")+" -->", " <!-- postmortem-ignore summary-missing: "+w.one("a", "b")+" -->")
	}
	between := func() string {
		return w.one("", "", "<!-- "+strings.ReplaceAll(w.name(), "-", "")+" -->\n\n", "<!-- postmortem-ignore summary-missing: "+w.one("a", "b")+" -->\n\n", "![x](img/"+w.one("a", "b")+".png)\n\n", "<div>"+w.one("a", "b")+"</div>\n\n", w.block()[:0])
	}
	action := func() string {
		return w.one("", "| "+w.one("Test it", "Hire")+" | Ada | 2026-0"+w.one("1", "9")+"-01 | | "+w.one("done", "open", "won't do", "?", "deferred")+w.one("", " <!-- internal -->")+" |\n")
	}
	source := w.one("", " "+w.one("#ops", "log")+" |")
	column := map[bool]string{true: " Source |"}[source != ""]
	rule := map[bool]string{true: "---|"}[source != ""]
	shown := w.shown()
	opens := shown.one("## Customer summary\n\n", "## What you saw <!-- public -->\n\n", "## Notes\n\n<!-- public -->\n\n")
	closes := ""
	if strings.HasPrefix(opens, "## Notes") {
		closes = "<!-- /public -->\n\n"
	}
	stamp, sep, end, head := "| 2026-02-03 ", " | ", " |", "| Time | Who | What |"+column+"\n|---|---|---|"+rule+"\n"
	who := func() string { return w.one("Ada", "Bob") + " | " }
	if shown.IntN(2) == 0 {
		stamp, sep, end, head, source, row, who = "- 2026-02-03 ", " ", "", "", "", func() string {
			return w.one("", "- 2026-02-03 09:3"+fmt.Sprint(w.IntN(10))+" "+w.name()+w.one("", " <!-- internal -->", "\n  - below")+"\n")
		}, func() string { return "" }
	}
	pub := []string{
		opens + between() + "You could not pay. See [our page](https://status.example.com/1" + w.one("", ` "a"`, ` "b"`) + "), [r] and [^1]." + note() + "\n\n" + w.one("", "<!-- internal -->\n\n"+w.block()+"\n<!-- /internal -->\n\n") + between() + "We are *sorry*." + note() + "\n\n```" + w.one("", "text", "go") + "\nexit 1\n```\n\n" + between() + closes,
		"## Timeline\n\n" + between() + head + row() + stamp + "09:12" + sep + who() + "**Impact begins** it began <!-- public -->" + end + source + "\n" + row() +
			stamp + "09:20" + sep + who() + "**Status update** we look into it" + end + source + "\n" + row() + stamp + "10:12" + sep + who() + "**Resolved** it ended <!-- public -->" + end + source + "\n" + row() + "\n",
		"## Impact\n\n" + between() + item("a") + "- You could not pay <!-- public -->\n" + nested() + item("b") + "- Mails were late <!-- public -->\n" + nested() + item("c") + "\n",
		"## Corrective actions\n\n" + item("(owner: Ada)") + "- [ ] Test the backup (owner: " + w.one("Ada", "Bob") + ", OPS-" + fmt.Sprint(w.IntN(99)) + ") <!-- public -->\n" + nested() + item("(due 2026-05-01)") + "- [x] Warn earlier (owner: " + w.one("Ada", "Bob") + ") <!-- public -->\n" + item("(done)") + "\n",
		"## What went well\n\n" + w.one("", "5. x\n", "1. "+w.name()+"\n", "- x\n", "9) x\n") + "2. Mails waited <!-- public -->\n" + w.one("", "3. x\n") + "\n",
		"## Contributing factors\n\n<!-- public -->\n\n" + between() + "A queue was full.\n\n" + between() + "<!-- /public -->\n\n",
		"## Follow-up work\n\n| Action | Owner | Due | Ticket | Status |\n|---|---|---|---|---|\n" + action() + "| Buy disks <!-- public --> | " + w.one("Ada", "Bob") + " | 2026-05-01 | OPS-" + fmt.Sprint(w.IntN(99)) + " | open |\n" + action() + "\n",
	}
	shown.Shuffle(len(pub), func(i, j int) { pub[i], pub[j] = pub[j], pub[i] })
	var b strings.Builder
	b.WriteString(w.meta() + "\n" + w.one("", "", "# "+strings.ReplaceAll(w.name(), "|", "")+"\n\n", "# T\n\n"+w.block()+"\n"))
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
	b.WriteString("## Internal\n\n" + w.one("", "```\nnever closed\n", "<!-- never closed", "    code"))
	text := b.String()
	switch w.IntN(5) {
	case 0:
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case 1:
		text = "\ufeff" + text
	}
	return []byte(text)
}

// pairsOfShape is how many reports are compared with the first of the same public parts.
const pairsOfShape = 50

// TestPairs holds that two reports which differ only in what is withheld are published in the same
// bytes, in every form: whatever stands in front matter, sections, rows, columns, items, definitions, comments and
// actions that are not public, in any order, behind any byte order mark and line ends; and however the public parts
// are marked and ordered.
func TestPairs(t *testing.T) {
	w := writer{rand.New(rand.NewPCG(41, uint64(*pairs))), 0}
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
	var first []byte
	var want [][]byte
	for n := range *pairs {
		if n%pairsOfShape == 0 {
			w.shape++
			first = w.report()
			want = outputs(first)
		}
		text := w.report()
		for i, got := range outputs(text) {
			if !bytes.Equal(want[i], got) {
				t.Fatalf("output %d tells these apart:\n%s\n%s\n=====\n%s", i, cmp.Diff(string(want[i]), string(got)), first, text)
			}
		}
	}
}
