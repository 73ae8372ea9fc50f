package export

import "testing"

// TestFileName holds that files are named after the day and the title that the edition tells, and that one which tells
// neither has no name of its own.
func TestFileName(t *testing.T) {
	const summary = "## Customer summary\n\nWe are sorry.\n\n## Timeline\n\n"
	for _, c := range []struct{ report, want string }{
		{summary + "- 2026-02-03 10:12 UTC **Impact begins** a <!-- public -->\n", "2026-02-03-incident-report"},
		{"---\ncustomer-title: Payments failed!\n---\n\n" + summary, "payments-failed"},
		{summary + "- 2026-02-04 10:20 UTC b <!-- public -->\n- 2026-02-03 10:12 UTC a <!-- public -->\n", "2026-02-03-incident-report"},
		{summary + "- 2026-02-02 10:20 UTC **Detected** b <!-- public -->\n- 2026-02-03 10:12 UTC **Impact begins** a <!-- public -->\n", "2026-02-03-incident-report"},
		{summary + "- 2026-02-03 10:12 UTC a\n- 10:12 b <!-- public -->\n", "2026-02-03-incident-report"},
		{summary + "- 2026-02-03 10:12 UTC a\n- not dated b <!-- public -->\n", ""},
	} {
		name, own := FileName(cut(t, "x.md", []byte(c.report)))
		if own != (c.want != "") || own && name != c.want {
			t.Errorf("%s: %s, %v", c.report, name, own)
		}
	}
}
