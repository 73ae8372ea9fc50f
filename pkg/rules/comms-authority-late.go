package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var commsAuthorityLate = lint.Rule{
	Name:     "comms-authority-late",
	Summary:  "an authority was told later after the detection than the law that the report names allows",
	Severity: lint.Warning,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		t := &p.Report.Timeline
		aware := t.First(report.Detected)
		if aware == nil {
			return
		}
		for _, e := range t.Events {
			c := clockOf(e.Text.Value)
			if c == nil {
				continue
			}
			// Only the first notice to an authority runs against the clock.
			if low, _, ok := aware.Until(e); ok && low > c.within {
				p.Diagnose(lint.Diagnostic{Span: stampSpan(e),
					Message: fmt.Sprintf("the notice to the authority came %s after the detection; %s allows %s", moment.Length(low), c.law, moment.Length(c.within)),
					Hint:    "say why it was late, which the law asks for too, or correct the time",
					Related: []lint.Related{eventPlace(aware)}})
			}
			return
		}
	},
}

// clock is the time within which a law wants an authority told, from when one is aware of it.
type clock struct {
	law         string
	within      time.Duration
	authorities []string
}

var clocks = []clock{
	{"article 33 of the GDPR", 72 * time.Hour, []string{"supervisory authority", "data protection authority", "data protection commission", "information commissioner", " ico ", " cnil ", " dpa ", " dpc ", " gdpr "}},
	{"article 23 of NIS 2", 24 * time.Hour, []string{" nis2 ", " nis 2 ", "early warning to the csirt"}},
}

// clockOf is the clock that an entry about a notice to an authority is held against, nil for any other entry.
func clockOf(text string) *clock {
	low := " " + strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune(".,;:()", r) {
			return ' '
		}
		return r
	}, text)) + " "
	if !strings.Contains(low, "notif") && !strings.Contains(low, "reported to") && !strings.Contains(low, "early warning") || strings.Contains(low, " not ") || strings.Contains(low, "whether") || strings.Contains(low, "deadline") {
		return nil
	}
	for i := range clocks {
		for _, a := range clocks[i].authorities {
			if strings.Contains(low, a) {
				return &clocks[i]
			}
		}
	}
	return nil
}
