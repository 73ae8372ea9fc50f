package guard

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// A public name does not lift what stands on the organisation's own lists.
func TestPublicNameOnAList(t *testing.T) {
	r := report.Parse(source.New("in.md", []byte("## Customer summary\n\nPayments failed.\n")))
	e, _, err := edition.Cut(r, edition.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := New(r, e, Options{Customers: []string{"Nordbank"}, Public: []string{"Lumen Pay for Nordbank", "Lumen Pay"}})
	if leaks := g.Check("page.html", []byte("Lumen Pay for Nordbank")); len(leaks) == 0 {
		t.Error("a customer's name passes inside a public name")
	}
	if leaks := g.Check("page.html", []byte("Lumen Pay")); len(leaks) > 0 {
		t.Errorf("a public name is refused: %v", leaks)
	}
}

// A public name and the sender of a message do not lift what a withheld part names besides the service.
func TestPublicNameTells(t *testing.T) {
	text := "---\nservices: [print-api]\n---\n\n## Customer summary\n\nPrinting failed.\n\n## Contributing factors\n\nThe disk of pgmaster-fra3 was full. Print API was slow for Globex. The customer Globex had called Lumenia.\n"
	o := Options{
		People: []string{"Marisol Quintero"}, Names: []string{"printing on pgmaster-fra3", "printing", "Print API", "Lumenia Print", "Lumenia"},
		Sender: []string{"Globex Care", "globex@lumenia.example", "desk@lumenia.example", "Marisol Quintero"},
	}
	_, g := guarded(t, text, o)
	refuses(t, g, map[string]string{
		"printing on pgmaster-fra3": "pgmaster-fra3",
		"Print API":                 "",
		"Lumenia Print":             "",
		"Globex Care":               "Globex",
		"Marisol Quintero":          "Marisol Quintero",
		"<desk@lumenia.example>":    "",
		"globex@lumenia.example":    "globex",
	})
}

// TestPublicNameOfAPerson: an organisation that is called like a person may write its name twice in a
// row, which a list of people would have the other way around.
func TestPublicNameOfAPerson(t *testing.T) {
	text := "## Customer summary\n\nPrinting failed.\n\n## Causes\n\nMary Kestrel and Mary Kestrel Ltd were down. Jane Kestrel saw it.\n"
	_, g := guarded(t, text, Options{Names: []string{"Mary Kestrel"}})
	refuses(t, g, map[string]string{
		"<title>Mary Kestrel</title><p>Mary Kestrel</p>": "",
		"Mary Kestrel / Mary Kestrel":                    "",
		"Mary Kestrel and Jane Kestrel":                  "Jane Kestrel",
		"Jane Kestrel":                                   "Jane Kestrel",
	})
}

// refuses holds what of some outputs, each by itself, is refused first; empty if nothing is.
func refuses(t *testing.T, g *Guard, want map[string]string) {
	t.Helper()
	for out, want := range want {
		if got := refused(g, []byte(out)); got != want {
			t.Errorf("%s: refused is %q, want %q", out, got, want)
		}
	}
}
