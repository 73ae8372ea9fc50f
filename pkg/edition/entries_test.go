package edition

import (
	"fmt"
	"strings"
	"testing"
)

// TestWithheldSiblings holds that an item among entries is in the edition whether those beside it, which are withheld,
// have a time or none, and so is what is public below one of them.
func TestWithheldSiblings(t *testing.T) {
	const report = "---\ntimezone: UTC\n---\n\n## Timeline\n\n1. %[1]s\n   - The shops were told <!-- public -->\n2. We waited <!-- public -->\n3. %[1]s\n\n" +
		"It was <!-- public -->\n\n### %[1]s\n\n- over <!-- public -->\n"
	var first string
	for i, withheld := range []string{"a secret", "2026-02-03 10:00 a secret", "2026-02-03 10:00 **Resolved** a secret", "10:00 a secret"} {
		got, _ := cut(t, fmt.Sprintf(report, withheld), Options{})
		if i == 0 {
			first = got
		}
		for _, said := range []string{"- The shops were told\n- We waited\n", "It was\n", "- over\n"} {
			if !strings.Contains(got, said) {
				t.Errorf("%q: %q is missing in\n%s", withheld, said, got)
			}
		}
		if strings.Contains(got, "secret") || got != first {
			t.Errorf("%q:\n%s\nand not\n%s", withheld, got, first)
		}
	}
}
