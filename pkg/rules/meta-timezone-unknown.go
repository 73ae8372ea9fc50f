package rules

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/near"
)

var metaTimezoneUnknown = lint.Rule{
	Name:     "meta-timezone-unknown",
	Summary:  "the front matter's time zone is not one, or is several",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		tz := p.Report.Meta.Timezone
		if !tz.Written() {
			return
		}
		zone, ok := moment.ParseZone(tz.Value)
		switch {
		case !ok:
			p.Diagnose(lint.Diagnostic{Span: tz.Span, Message: fmt.Sprintf("%q is not a time zone", tz.Value), Hint: cmp.Or(near.Hint(tz.Value, moment.ZoneNames), "write a region and a city, as America/New_York, or UTC")})
		case len(zone.Ambiguous) > 0 && p.Policy.AmbiguousZones[strings.ToUpper(tz.Value)] == "":
			p.Diagnose(lint.Diagnostic{Span: tz.Span, Message: fmt.Sprintf("%q may be the time of %s", tz.Value, placesOf(zone)), Hint: zonesMeant(zone)})
		}
	},
}

func placesOf(z moment.Zone) string {
	var out []string
	for _, m := range z.Ambiguous {
		out = append(out, m.Place)
	}
	return strings.Join(out, " or ")
}
