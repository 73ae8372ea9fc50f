package edition

import (
	"strings"
	"testing"
)

// TestIntroduction holds that what stands in front of the first entry of a public paragraph is read, and no line of
// a withheld one is.
func TestIntroduction(t *testing.T) {
	const entry = "**2026-02-03 10:00 UTC, investigating**: Orders are slow.\n\n**2026-02-03 10:30 UTC, monitoring**: Orders are fast.\n\n**2026-02-03 10:40 UTC, resolved**: All is well.\n"
	for _, c := range []struct{ text, want string }{
		{"<!-- public -->\n\nOrders were slow\n" + entry + "\n<!-- /public -->\n", "\n\nOrders were slow\n\n- 2026"},
		{"<!-- public -->\n\n" + entry + "\n<!-- /public -->\n", "\n\n- 2026"},
		{"Orders were slow\n" + entry, ""},
	} {
		got, _ := cut(t, c.text, Options{})
		if !strings.Contains(got, c.want) || c.want == "" && strings.Contains(got, "Orders were slow") {
			t.Errorf("%s\n%s", c.text, got)
		}
	}
}
