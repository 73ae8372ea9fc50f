package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicTimeZoneless = lint.Rule{
	Name:     "public-time-zoneless",
	Summary:  "customers read a clock time in prose without its zone",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Report.Comments) == 0 && p.Report.Section(report.CustomerSummary) == nil || inUTC(p.Report) {
			return
		}
		public := edition.Public(p.Report)
		for i := range p.Report.Claims {
			c := &p.Report.Claims[i]
			if c.Kind != report.ClaimTime || !c.Stamp.Has.Any(moment.HasClock) || c.Stamp.Has.Any(moment.HasZone|moment.HasRelative) {
				continue
			}
			if end := c.Stamp.Until; end != nil && end.Has.Any(moment.HasZone) {
				continue
			}
			for _, s := range public {
				if s.Contains(c.Span) {
					p.Diagnose(lint.Diagnostic{
						Span:    c.Span,
						Message: fmt.Sprintf("customers read %s here without a zone, beside a timeline in UTC", c.Stamp.Text),
						Hint:    "write the time in UTC and say so, or add its zone",
					})
					break
				}
			}
		}
	},
}

// inUTC reports whether all times of the report are in UTC as they stand.
func inUTC(r *report.Report) bool {
	for _, zone := range []string{r.Meta.Timezone.Value, r.Timeline.Zone.Value} {
		switch strings.ToUpper(zone) {
		case "UTC", "GMT", "Z":
			return true
		}
	}
	return false
}
