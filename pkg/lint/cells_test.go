package lint

import "testing"

// TestCells holds the short way for ASCII to the long one for all text.
func TestCells(t *testing.T) {
	for _, s := range []string{"", "a", "abc", "four", "a longer text of ASCII", "ein längerer Text", "日本語の文", "a👩‍👩‍👧b"} {
		if got, want := width(s), cells.StringWidth(s); got != want {
			t.Errorf("%q is %d columns wide, want %d", s, got, want)
		}
		for n := range 24 {
			if got, want := truncate(s, n), cells.Truncate(s, n, ellipsis); got != want {
				t.Errorf("%q cut to %d columns: %q, want %q", s, n, got, want)
			}
			if got, want := truncateLeft(s, n), ellipsis+cells.TruncateLeft(s, n, ""); got != want {
				t.Errorf("%q without its first %d columns: %q, want %q", s, n, got, want)
			}
		}
	}
}
