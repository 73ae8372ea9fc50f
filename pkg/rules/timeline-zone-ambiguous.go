package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var timelineZoneAmbiguous = lint.Rule{
	Name:     "timeline-zone-ambiguous",
	Summary:  "an entry has a zone abbreviation that means several zones, or one that does not fit the season",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var first *report.Event
		more := 0
		for _, e := range p.Report.Timeline.Events {
			switch k := e.At.ProblemKind; {
			case k != moment.AmbiguousZone && k != moment.WrongSeason:
			case first == nil:
				first = e
			default:
				more++
			}
		}
		if first == nil {
			return
		}
		at, stated := stampSpan(first), p.Report.Timeline.Zone
		by := !first.At.Has.Any(moment.HasZone) && stated.Written()
		if by {
			at = stated.Span
		}
		if at == p.Report.Meta.Timezone.Span && first.At.ProblemKind == moment.AmbiguousZone {
			return // meta-timezone-unknown says so
		}
		message := first.At.Problem
		if what := p.Report.File.Slice(at); !strings.HasPrefix(message, what) {
			message = what + ": " + message
		}
		switch {
		case by && more > 0:
			message += fmt.Sprintf(", and %d entries go by it", more+1)
		case more > 0:
			message += fmt.Sprintf(", and %d more like it", more)
		}
		p.Diagnose(lint.Diagnostic{Span: at, Message: message, Hint: zonesMeant(first.At.Zone)})
	},
}

// zonesMeant says how to write what a zone may be meant for.
func zonesMeant(z moment.Zone) string {
	switch {
	case len(z.Ambiguous) > 0:
		var regions []string
		for _, m := range z.Ambiguous {
			regions = append(regions, m.Region)
		}
		return "write which is meant: " + strings.Join(regions, ", ") + ", or UTC"
	case z.Fixed && z.Loc != nil:
		return fmt.Sprintf("write %s for what clocks there showed, or UTC%+03d:%02d for %s all year", z.Loc, z.Offset/3600, max(z.Offset, -z.Offset)%3600/60, z.Name)
	}
	return "write the zone as UTC or as a city: Europe/Berlin"
}
