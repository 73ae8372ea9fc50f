package rules

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

func TestHastened(t *testing.T) {
	for text, want := range map[string]claim.Subject{
		"We noticed at once.": claim.OfDetection,
		"Our monitoring alerted us immediately, and our engineers looked.":    claim.OfDetection,
		"We were immediately alerted to the failures and found the cause.":    claim.OfDetection,
		"Within minutes, our alerts paged the team, who were alerted.":        claim.OfUnknown, // whom they paged is not read
		"Within minutes, our monitoring alerted us.":                          claim.OfDetection,
		"The problem was detected right away.":                                claim.OfDetection,
		"We detected the problem within a few minutes.":                       claim.OfDetection,
		"Our on-call engineers responded within minutes.":                     claim.OfAnswer,
		"We immediately began to investigate.":                                claim.OfAnswer,
		"The team started working on it immediately.":                         claim.OfAnswer,
		"Customers noticed at once.":                                          claim.OfUnknown,
		"We immediately alerted our provider.":                                claim.OfUnknown,
		"Orders failed immediately after the change.":                         claim.OfUnknown,
		"We noticed immediately after the first complaint.":                   claim.OfUnknown,
		"We did not notice at once.":                                          claim.OfUnknown,
		"From now on we will be alerted at once.":                             claim.OfUnknown,
		"The cause was immediately detected.":                                 claim.OfUnknown,
		"We rolled the change back immediately.":                              claim.OfUnknown,
		"All nodes failed at once, and we noticed.":                           claim.OfUnknown,
		"It returned to normal within a few minutes once we had noticed.":     claim.OfUnknown,
		"The change was reviewed and immediately deployed by the night shift": claim.OfUnknown,
	} {
		p := &lint.Pass{Report: report.Parse(source.New("r.md", []byte(text+"\n")))}
		got := claim.OfUnknown
		for h := range said(p, promptPhrases) {
			if got = hastened(h); got != claim.OfUnknown {
				break
			}
		}
		if got != want {
			t.Errorf("%q hastens %q, want %q", text, got, want)
		}
	}
}
