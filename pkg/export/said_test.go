package export

import (
	"strings"
	"testing"
	"time"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/render"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

const saidReport = "---\ncustomer-title: Payments failed\ntimezone: UTC\n---\n\n## Customer summary\n\nWe are sorry. You could not pay in 48 of the shops, as [our page](https://status.example.com/a) says.\n\n- a first item\n- a second one\n\n" +
	"## Timeline\n\n- 2026-02-03 09:12 **Impact begins** Payments fail <!-- public -->\n- 2026-02-03 10:00 **Resolved** Payments work <!-- public -->\n"

func editionOf(t *testing.T, text string) *edition.Edition {
	t.Helper()
	e, _, err := edition.Cut(report.Parse(source.New("x.md", []byte(text))), edition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestSaid holds that how an output looks, who sent it and the zone beside UTC are not what it says,
// and that a word, a time, a link and an item are.
func TestSaid(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	e := editionOf(t, saidReport)
	for _, x := range Exporters {
		said := func(e *edition.Edition, o Options) string {
			out, err := x.Output(e, o)
			if err != nil {
				t.Fatal(err)
			}
			return strings.Join(x.Said(out), "\n")
		}
		plain := said(e, Options{})
		other := Options{From: "Help <help@example.com>", Date: time.Date(2026, 2, 4, 0, 0, 0, 0, time.UTC), Theme: render.Theme{Accent: "#123456"}}
		if x.Name != "json" { // this names the zone, so that ZoneOf finds it
			other.Zone = berlin
		}
		if got := said(e, other); got != plain {
			t.Errorf("%s says something else:\n%s\n\n%s", x.Name, plain, got)
		}
		for _, change := range [][2]string{{"We are", "We were"}, {"48", "49"}, {"10:00", "10:02"}, {"example.com/a", "example.com/b"}, {"- a second one\n", ""}, {"Payments failed", "Payments lost"}} {
			if said(editionOf(t, strings.Replace(saidReport, change[0], change[1], 1)), Options{}) == plain {
				t.Errorf("%s does not tell %q from %q", x.Name, change[0], change[1])
			}
		}
	}
}

// TestZoneOf holds that every output tells the zone whose times it has beside UTC, and none where it has none.
func TestZoneOf(t *testing.T) {
	york, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	e := editionOf(t, saidReport)
	for _, x := range Exporters {
		for _, zone := range []*time.Location{york, nil} {
			out, err := x.Output(e, Options{Zone: zone})
			if err != nil {
				t.Fatal(err)
			}
			if got := ZoneOf(x.Searched(out)); (got == nil) != (zone == nil) || got != nil && got.String() != zone.String() {
				t.Errorf("%s with times of %v tells %v", x.Name, zone, got)
			}
		}
	}
}

// TestSaidInEveryPart holds that what only some readers see is said too: the page of a mail, the numbers and
// the states in JSON.
func TestSaidInEveryPart(t *testing.T) {
	e := editionOf(t, saidReport+"\n## Corrective actions\n\n- [ ] Test the copy <!-- public -->\n")
	for name, change := range map[string][2]string{"email": {"<p", "<p style=3D\"\">Not so. </p><p"}, "json": {"2880", "2881"}, "JSON": {`"done": false`, `"done": true`}} {
		x, _ := Named(strings.ToLower(name))
		out, err := x.Output(e, Options{})
		if err != nil {
			t.Fatal(err)
		}
		other := strings.Replace(string(out), change[0], change[1], 1)
		if other == string(out) || strings.Join(x.Said(out), "\n") == strings.Join(x.Said([]byte(other)), "\n") {
			t.Errorf("%s does not tell %q from %q", name, change[0], change[1])
		}
	}
}
