package claim

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// A sentence may speak of a part of the incident; what is no plain statement of the whole is not held
// against the timeline.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		text    string
		subject Subject
		plain   bool
	}{
		{"The outage lasted 5 minutes", OfIncident, true},
		{"The total downtime was 5 minutes", OfIncident, true},
		{"Downtime: 5 minutes", OfIncident, true},
		{"A first outage of 5 minutes went unnoticed", OfUnknown, false},
		{"An outage of 5 minutes followed", OfIncident, false},
		{"An outage of 5 minutes in the EU followed", OfUnknown, false},
		{"An expired certificate caused an outage of 5 minutes", OfIncident, false},
		{"Checkout was down for 5 minutes", OfIncident, false},
		{"On 14 February 2026 the service was completely unavailable for 5 minutes", OfIncident, false},
		{"The database was unavailable for 5 minutes during the failover", OfUnknown, false},
		{"The database was unavailable for 5 minutes", OfUnknown, false},
		{"Users in Asia were down for 5 minutes", OfUnknown, false},
		{"The site was down for 5 minutes as well", OfUnknown, false},
		{"The EU was down for 20 minutes, the US for 5 minutes", OfUnknown, false},
		{"Customers of Foo saw an outage of 5 minutes because of their own retries", OfUnknown, false},
		{"It took 5 minutes to recover", OfMitigation, false},
		{"It took 5 minutes to recover after the second gateway took over", OfUnknown, false},
		{"Checkout rejected every card payment for 5 minutes because a certificate had expired", OfIncident, false},
		{"For 5 minutes, customers could not pay", OfIncident, false},
		{"Checkout failed for customers who had waited for 5 minutes", OfUnknown, false},
		{"Checkout failed to alert for 5 minutes", OfUnknown, false},
		{"We could not find the cause for 5 minutes", OfUnknown, false},
		{"Checkout was unavailable for 5 minutes while the gateway restarted", OfUnknown, false},
		{"An outage of 5 minutes is what we plan for", OfUnknown, false},
		{"It took us 5 minutes to restore service", OfMitigation, false},
		{"It took us 5 minutes to recover the lost orders", OfUnknown, false},
		{"It took support 5 minutes to resolve the tickets", OfUnknown, false},
		{"Customers could not pay in the EU for 5 minutes", OfUnknown, false},
		{"Checkout worked. Customers could not pay for 5 minutes", OfPart, false}, // not what the summary opens with
		{"Checkout failed for 5 minutes every hour", OfUnknown, false},
		{"Sessions could not be renewed for 5 minutes", OfUnknown, false},
		{"The incident was detected after 5 minutes, by an alert", OfDetection, true},
		{"We detected the problem within 5 minutes", OfDetection, true},
		{"We detected the problem within 5 minutes of the deploy", OfUnknown, false},
		{"We should have detected it within 5 minutes", OfUnknown, false},
		{"It was not detected within 5 minutes", OfUnknown, false},
		{"We resolved the incident within 5 minutes", OfMitigation, true},
		{"The ticket was resolved within 5 minutes", OfUnknown, false},
	} {
		claims := Find(report.Parse(source.New("r.md", []byte("---\ntitle: Payments rejected\nservices: [checkout]\n---\n## Summary\n\n"+c.text+".\n"))))
		if len(claims) == 0 {
			t.Errorf("%q: no claim", c.text)
			continue
		}
		d := claims[0]
		for _, o := range claims {
			if o.Kind == Duration {
				d = o
			}
		}
		if d.Subject != c.subject || d.Definite != c.plain {
			t.Errorf("%q: %q speaks of %q, plainly %v; want %q, %v", c.text, d.Text, d.Subject, d.Definite, c.subject, c.plain)
		}
	}
}
