package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// gravest reports whether a severity is the highest of its scale: SEV1, S1, P1, Sev-0, critical.
func gravest(severity string) bool {
	key := strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return r
	}, severity))
	switch key {
	case "sev1", "sev0", "s1", "s0", "p1", "p0", "1", "0", "critical", "severity1", "severity0", "priority1", "major":
		return true
	}
	return false
}

// drawsOnComms reports whether a lesson or an action of the report is about telling customers: a long
// silence is then no oversight of the report.
func drawsOnComms(r *report.Report) bool {
	for _, ps := range r.Passages {
		s := ps.Section
		if !s.Within(report.WentPoorly) && !s.Within(report.Lessons) && !s.Within(report.ActionsKind) {
			continue
		}
		for w := range eachWord(ps.Text) {
			switch w.low {
			case "status", "statuspage", "update", "updates", "inform", "informed", "notify", "notified", "silence", "heard", "announce", "told":
				return true
			}
			if strings.HasPrefix(w.low, "communicat") {
				return true
			}
		}
	}
	return false
}
