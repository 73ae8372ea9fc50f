package edition

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestDoubts holds that a comment which was to withhold something stops the release of the part it stands at, and
// that so does a note to come back; and that other comments and words do not.
func TestDoubts(t *testing.T) {
	for text, want := range map[string]int{
		"The old copy is in use. <!-- internal: legal -->":                                          1,
		"The old copy is in use. <!-- INTERNAL ONLY -->":                                            1,
		"The old copy is in use. <!-- internl -->":                                                  1,
		"The old copy is in use. <!-- private -->":                                                  1,
		"The old copy is in use. <!-- do not publish yet -->":                                       1,
		"<!-- confidential -->\n\nThe old copy is in use.":                                          1,
		"The old copy is in use. <!-- internal -->":                                                 0,
		"The old copy is gone. <!-- see the runbook -->":                                            0,
		"The old copy is gone. <!-- pubilc -->":                                                     0,
		"The old copy is gone. <!-- internationally sold -->":                                       0,
		"[TODO check with legal] Nothing was lost.":                                                 1,
		"INTERNAL: two shops think of leaving.":                                                     1,
		"> **Internal**: do not tell them yet.":                                                     1,
		"[internal] the board knows.":                                                               1,
		"### Internal notes\n\nThe copy was old.":                                                   1,
		"### Not for customers\n\nThe copy was old.":                                                1,
		"- (draft, not sent) All is lost":                                                           1,
		"To the regulator: data may be lost.":                                                       1,
		"Dear [Name], dear {{ customer }}, all is well.":                                            2,
		"We lost 12 orders (tbc with legal) ???":                                                    2,
		"It is old. <!-- remove before publishing -->":                                              1,
		"Was it [sic] lost? It was (see below)?":                                                    0,
		"Internal servers were slow.":                                                               0,
		"| Cause |\n|---|\n| Internal |":                                                            0,
		"To the board members we owe thanks.":                                                       0,
		"Draft messages were lost: 12 of them.":                                                     0,
		"Nothing was lost. XXX":                                                                     1,
		"We repaid TBD euros; nothing was lost (TODO).":                                             2,
		"Nothing was lost. <!-- TODO: say how we know -->":                                          0,
		"Press `TODO` in the list. A todo list lost its items.":                                     0,
		"We lost {{number}} orders.":                                                                1,
		"- [Describe what was lost]":                                                                1,
		"Coming soon":                                                                               1,
		"You hear more on <date>. Ask <name>, or <name of the manager>!":                            3,
		"DRAFT - not approved by legal":                                                             2,
		">>> NEEDS SIGN-OFF":                                                                        1,
		"Legal: is this ok?":                                                                        1,
		"Please approve before Friday, thanks.":                                                     1,
		"INSERT NUMBER merchants were affected.":                                                    1,
		"Version 3 - final FINAL":                                                                   1,
		"XX merchants were affected from XX:XX on.":                                                 2,
		"(Note to self: ask legal whether we may say it)":                                           2,
		"Please approve the request in the app; legal advice is free, and size XX is out of stock.": 0,
		"The final step, FINAL in our notes, INSERT and UPDATE failed.":                             0,
		"<customer-name> was affected.":                                                             1,
		"It ended at <time>; see <link>.":                                                           2,
		"It ended at <time>8:00</time>.":                                                            0,
		"We are <b>sorry</b>; press <kbd>Enter</kbd>.<br/>":                                         0,
		"See <https://status.example.com> or <help@example.com>.":                                   0,
		"Write `<date>` into the field.":                                                            0,
		"Order XXX-1234 and XXXL shirts were sent twice.":                                           0,
	} {
		r := report.Parse(source.New("in.md", []byte("---\ntitle: x\n---\n\n<!-- private -->\n\nTODO\n\n## Customer summary\n\nWe are sorry.\n\n"+text+"\n")))
		e, _, err := Cut(r, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := Doubts(r, e)
		if len(got) != want {
			t.Errorf("%s: %+v", text, got)
		}
		for _, d := range got {
			if said := r.File.Slice(d.Span); !strings.Contains(text, said) || said == "" {
				t.Errorf("%s: the place is %q", text, said)
			}
		}
	}
}
