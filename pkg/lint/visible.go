package lint

import (
	"fmt"
	"strings"
	"unicode"
)

// Visible gives s in a form that is safe to print on a terminal and in a CI log: control
// characters, bidirectional controls and characters that show nothing are written as \u{...}, and
// a tab or line end as a blank. Reports are untrusted, and terminals and CI systems take orders.
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			b.WriteByte(' ')
		case hidden(r):
			fmt.Fprintf(&b, `\u{%X}`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hidden(r rune) bool {
	if r >= ' ' && r < 0x7F {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == 0x2028 || r == 0x2029 || unicode.Is(unicode.Co, r) ||
		unicode.Is(unicode.Variation_Selector, r) && r != 0xFE0F || r == 0x3164 || r == 0x115F || r == 0x1160 || r == 0xFFA0
}
