package export

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestOwnMarkup holds that a withheld part may speak of what every page is written in, and of small numbers.
func TestOwnMarkup(t *testing.T) {
	r := report.Parse(source.New("in.md", []byte(`## Customer summary

1. You could not pay 192 times.
2. It took 10 minutes.

| What | How many |
| --- | --- |
| payments | 192 |

## Causes

The attributes `+"`tabindex`, `role`, `scope`, `colspan` and `class` of a `thead`, a `div` and a `main`, and `charset`, `datetime` and `viewport`"+`, were wrong.

## Corrective actions

| Action | Owner | Ticket |
| --- | --- | --- |
| Test the page | 10 | 192 |
`)))
	e, _, err := edition.Cut(r, edition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := guard.New(r, e, guard.Options{})
	for _, x := range Exporters {
		for _, l := range g.Check("in."+x.Name, x.Searched(output(t, x, e, testOptions(t)))) {
			t.Errorf("%s: %s %q: %s", x.Name, l.Class, l.Found, l.Why)
		}
	}
}
