package report

import "testing"

// FuzzInitial holds the glance at a text to its key: the key begins with the letter that initial gives, or
// with none of ASCII's.
func FuzzInitial(f *testing.F) {
	for _, s := range []string{"", "none", "N/A", "1. TBD", "IV. Done", "A) none", "(fixed)", "2019-03-28", "2nd try", "- x", "[x] yes", "«done»", "ünten", "'tis", "& co", "XII) no", "B.none", "5whys"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := initial(s)
		key := HeadingKey(s)
		if ok && key != "" && key[0]|0x20-'a' < 26 && key[0] != c {
			t.Fatalf("the key of %q is %q, and its initial %q", s, key, c)
		}
	})
}
