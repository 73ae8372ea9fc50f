package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible gives s in a form that is safe to print on a terminal and in a CI log, on a line that
// begins with something else: control characters, bidirectional controls and characters that show
// nothing are written as \u{...}, a tab or line end as a blank, a byte that is not UTF-8 as U+FFFD. Reports are untrusted, and
// terminals and CI systems take orders.
func Visible(s string) string {
	if printable(s) {
		return disarm(s)
	}
	if !utf8.ValidString(s) {
		s = string([]rune(s))
	}
	s = disarm(s)
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

// printable reports whether all of a text is ASCII that a terminal shows.
func printable(s string) bool {
	for i := range len(s) {
		if s[i]-' ' >= 0x7F-' ' {
			return false
		}
	}
	return true
}

// disarm breaks what Azure Pipelines, TeamCity and older GitHub runners take for an order wherever
// on a line it stands: ##[...], ##vso[...] and ##teamcity[...].
func disarm(s string) string {
	if !strings.Contains(s, "##") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "##")
		if i < 0 {
			return b.String() + s
		}
		word := strings.TrimLeftFunc(s[i+2:], func(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || hidden(r)) })
		b.WriteString(s[:i+1])
		if strings.HasPrefix(word, "[") {
			b.WriteString(`\u{23}`)
			s = s[i+2:]
		} else {
			s = s[i+1:]
		}
	}
}

// startable is a Visible text with which a line may begin: GitHub takes orders after "::" there.
func startable(s string) string {
	if s = Visible(s); strings.HasPrefix(strings.TrimSpace(s), "::") {
		return "./" + s
	}
	return s
}

func hidden(r rune) bool {
	if r >= ' ' && r < 0x7F {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == 0x2028 || r == 0x2029 || unicode.Is(unicode.Co, r) ||
		unicode.Is(unicode.Variation_Selector, r) && r != 0xFE0F || r == 0x3164 || r == 0x115F || r == 0x1160 || r == 0xFFA0
}
