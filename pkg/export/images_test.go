package export

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestNoImage holds that nothing of a picture is published: not what it is called, shows, links to or is
// made of, wherever it stands. In the fixture all of that begins with "zz".
func TestNoImage(t *testing.T) {
	e := cutFile(t, "images.in.md")
	for _, x := range Exporters {
		out := output(t, x, e, testOptions(t))
		for _, text := range [][]byte{out, x.Searched(out), []byte(readers[x.Name](t, out))} {
			if at := bytes.Index(text, []byte("zz")); at >= 0 {
				t.Errorf("%s tells of a picture: %s", x.Name, text[max(0, at-80):min(len(text), at+80)])
			}
		}
		shown := readers[x.Name](t, out)
		for _, kept := range []string{"About it", "We are sorry.", "seen", "item", "quote", "it began", "Do it"} {
			if !strings.Contains(shown, kept) {
				t.Errorf("%s does not say %q:\n%s", x.Name, kept, shown)
			}
		}
	}
}

// TestLinksOfEntries holds that an entry of the timeline and an action keep where their links lead, if
// anybody may go there.
func TestLinksOfEntries(t *testing.T) {
	e := cut(t, "x.md", []byte(`---
timezone: UTC
---

## Timeline

- 2026-02-03 09:12 **Impact begins** it began, see [the page](https://status.example.com/x) and [the wiki](../wiki.md) <!-- public -->
- 2026-02-03 09:20 **Status update** [posted](https://status.example.com/y "a title") <!-- public -->
- 2026-02-03 10:12 **Resolved** R&amp;D said ~~no~~ *yes* to `+"`x_y`"+` <https://status.example.com/z> <!-- public -->

## Corrective actions

| Action | Owner |
| --- | --- |
| Say it on [our blog](https://blog.example.com/) <!-- public --> | [Ann](https://people.example.com/ann) |
`))
	for _, x := range Exporters {
		out := output(t, x, e, testOptions(t))
		text := string(slices.Concat(out, x.Searched(out)))
		for _, address := range []string{"https://status.example.com/x", "https://status.example.com/y", "https://status.example.com/z", "https://blog.example.com/"} {
			if !strings.Contains(text, address) {
				t.Errorf("%s does not lead to %s:\n%s", x.Name, address, out)
			}
		}
		shown := readers[x.Name](t, out)
		for _, no := range []string{"wiki.md", "a title", "people.example", "Ann"} {
			if strings.Contains(text, no) {
				t.Errorf("%s tells %q:\n%s", x.Name, no, out)
			}
		}
		for _, said := range []string{"the wiki", "R&D said", "x_y", "yes to"} {
			if !strings.Contains(shown, said) {
				t.Errorf("%s does not say %q:\n%s", x.Name, said, shown)
			}
		}
	}
}
