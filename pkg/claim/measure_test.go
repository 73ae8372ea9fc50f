package claim

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestSubjects(t *testing.T) {
	for text, want := range map[string]Subject{
		"Time to detection: 64 minutes":                                 OfDetection,
		"- **TTD:** 64 minutes":                                         OfDetection,
		"MTTD 4 min / TTR: 64 minutes":                                  OfMitigation, // the last one
		"Detection took 64 minutes":                                     OfDetection,
		"**Duration**: ~64 minutes":                                     OfIncident,
		"Duration of the backup: 64 minutes":                            OfUnknown,
		"Retry delay: 64 minutes":                                       OfUnknown,
		"| Metric | Value |\n|---|---|\n| TTA | 64 minutes |":           OfAnswer,
		"| Duration |\n|---|\n| 64 minutes |":                           OfIncident,
		"| Region | Duration |\n|---|---|\n| a | 1 h |\n| b | 2 h |":    OfUnknown,
		"The outage lasted over 64 minutes":                             OfIncident,
		"| Metric | Target |  |\n|---|---|---|\n| TTA | 64 minutes | |": OfUnknown,
		"| Metric | Actual |  |\n|---|---|---|\n| TTA | 64 minutes | |": OfAnswer,
		"MTTR: 64 minutes":                                              OfUnknown,
		"1,200 users were affected.":                                    OfAffected,
		"1,200 users were affected by double charges.":                  OfUnknown,
		"It affected more than 1,200 users.":                            OfAffected,
		"about 1,200 affected users in Italy":                           OfUnknown,
		"1,200 users were affected by the outage.":                      OfAffected,
		"In total 1,200 users could not pay.":                           OfAffected,
		"1,200 users could not pay.":                                    OfUnknown,
	} {
		claims := Find(report.Parse(source.New("r.md", []byte("## Impact\n\n"+text+"\n"))))
		if len(claims) == 0 {
			t.Errorf("%q: no claim", text)
		} else if c := claims[len(claims)-1]; c.Subject != want {
			t.Errorf("%q: %q speaks of %q, want %q", text, c.Text, c.Subject, want)
		}
	}
}

func TestBounds(t *testing.T) {
	for text, want := range map[string]moment.Bound{
		"1,200 users":           moment.Exactly,
		"about 1,200 users":     moment.Exactly,
		"more than 1,200 users": moment.AtLeast,
		"at least 1,200 users":  moment.AtLeast,
		"up to 1,200 users":     moment.AtMost,
		"under 1,200 users":     moment.AtMost,
		"over 3 hours":          moment.AtLeast,
		"less than 3 hours":     moment.AtMost,
	} {
		claims := Find(report.Parse(source.New("r.md", []byte("## Impact\n\n"+text+"\n"))))
		if len(claims) != 1 || claims[0].Bound != want {
			t.Errorf("%q: %+v, want bound %v", text, claims, want)
		}
	}
}
