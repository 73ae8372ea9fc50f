package guard

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestServices holds that a paragraph which calls a service without a public name is refused, and that everyday words
// are none.
func TestServices(t *testing.T) {
	for said, refused := range map[string]bool{
		"The part called billing was slow.":              false,
		"The part called Payments was slow.":             true,
		"Payments were late.":                            false,
		"The checkout and your search were slow.":        false,
		"The API and the gateway were slow.":             false,
		"The ledger was slow.":                           true,
		"Kafka was slow.":                                true,
		"It was kafka.":                                  true,
		"It was the ORDERS API.":                         true,
		"It was the Orders API.":                         true,
		"It was OrdersApi.":                              true,
		"We take orders by an API, and orders API keys.": false,
		"The notifier was slow.":                         true,
		"It was the **Orders** API.":                     true,
	} {
		r := report.Parse(source.New("in.md", []byte("---\nservices: [billing, Payments, search, checkout, ledger, Kafka, auth, Orders API, gateway, notifier, API]\n---\n\n## Customer summary\n\n"+said+"\n")))
		e, _, err := edition.Cut(r, edition.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if leaks := New(r, e, Options{}).Check("page.md", e.Markdown); refused != (len(leaks) > 0) {
			t.Errorf("%q: %v", said, leaks)
		}
	}
}
