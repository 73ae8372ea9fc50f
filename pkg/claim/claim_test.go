package claim

import (
	"testing"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// A title states a duration as any sentence does, and its place is the file's.
func TestTitleClaims(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"Checkout outage of 45 minutes", "45 minutes"},
		{`"Checkout: outage of 45 minutes"`, "45 minutes"},
		{`"Checkout \u2013 outage of 45 minutes"`, ""}, // written with an escape: no place to point at
		{"Checkout outage", ""},
	} {
		r := report.Parse(source.New("r.md", []byte("---\ntitle: "+c.title+"\n---\n\n## Impact\n\nNone.\n")))
		got := ""
		for _, claim := range Find(r) {
			got += r.File.Slice(claim.Span)
			if claim.Subject != OfIncident || claim.Low != 45*60 {
				t.Errorf("%s: %v s of %q, want 2700 s of the incident", c.title, claim.Low, claim.Subject)
			}
		}
		if got != c.want {
			t.Errorf("%s: claims %q, want %q", c.title, got, c.want)
		}
	}
}
