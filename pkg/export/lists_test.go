package export

import (
	"strings"
	"testing"
)

// TestListsThatMeet holds that two numbered lists whose text between them is withheld do not become one, and that one
// which counts on does.
func TestListsThatMeet(t *testing.T) {
	e := editionOf(t, "## Customer summary\n\n1. Open the page.\n2. Press reset.\n\nSECRET <!-- internal -->\n\n1. Write to us.\n\nSECRET <!-- internal -->\n\n2. Wait.\n\nSECRET <!-- internal -->\n\n1. Sleep.\n")
	for _, c := range []struct{ form, want string }{
		{"markdown", "2. Press reset.\n\n1) Write to us.\n2) Wait.\n\n1. Sleep.\n"},
		{"statuspage", "2. Press reset.\n\n***\n\n1. Write to us.\n2. Wait.\n\n***\n\n1. Sleep.\n"},
		{"text", "2. Press reset.\n\n1. Write to us.\n2. Wait.\n\n1. Sleep.\n"},
		{"confluence", "<li>Press reset.</li></ol>\n<ol><li>Write to us.</li><li>Wait.</li></ol>\n<ol><li>Sleep.</li></ol>"},
	} {
		x, _ := Named(c.form)
		if out := string(output(t, x, e, Options{})); !strings.Contains(out, c.want) {
			t.Errorf("%s:\n%s\nwant in it:\n%s", c.form, out, c.want)
		}
	}
}
