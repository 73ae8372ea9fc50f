package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestForCustomers holds what customers will read of a report: entries (~), the record itself (+), and what has to be stated
// elsewhere (!).
func TestForCustomers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"## Customer summary\n\nOne.\n\nTwo. <!-- internal -->\n\n> Three.\n", "One!"},
		{"# Title <!-- public -->\n\nOne.\n", ""},
		{"# Title <!-- public -->\n\nOne. <!-- public -->\n", "Title! One!"},
		{"**Customer summary:** Kim writes it\n\nOne.\n", ""},
		{"## What you should know <!-- public -->\n\nOne.\n\n### More\n\n- Two.\n- Three. <!-- internal -->\n", "One! Two!"},
		{"## Impact <!-- public -->\n\nOne.\n", "One+"},
		{"## Impact\n\nOne. <!-- public -->\n\nTwo.\n", "One+"},
		{"## Impact\n\nOne.\n\n## Customer impact <!-- public -->\n\nTwo.\n", "Two!"},
		{"## Summary <!-- public -->\n\nOne.\n", "One!"},
		{"## Customer summary\n\nOne.\n\n## Timeline (UTC) <!-- public -->\n\n- 2026-02-03 10:00 **Impact begins** Two\n- 2026-02-03 10:05 **Status update** Three\n", "One! 2026-02-03~"},
		{"## Customer summary\n\nOne.\n\n## Corrective actions <!-- public -->\n\n| Action | Owner | Status |\n|---|---|---|\n| Two | Kim | open |\n| Three | Kim | won't do |\n", "One! Two~"},
	} {
		p := &lint.Pass{Report: report.Parse(source.New("r.md", []byte(c.text)))}
		x := forCustomers.Of(p)
		var got []string
		for _, ps := range p.Report.Passages {
			word := strings.Trim(strings.Fields(ps.Text)[0], ".:")
			switch {
			case x.inTold[ps]:
				got = append(got, word+"!")
			case x.inProse[ps]:
				got = append(got, word+"+")
			default:
				for _, entry := range x.all {
					if entry == ps {
						got = append(got, word+"~")
					}
				}
			}
		}
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s\n(- want, + got)\n%s", c.text, d)
		}
	}
}
