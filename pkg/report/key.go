package report

import (
	"github.com/openpostmortem/postmortem/pkg/prose"
	"strings"
	"unicode"
	"unicode/utf8"
)

// HeadingKey is a heading in the form the vocabulary uses: lower case, letters and digits only,
// "&" as "and", without numbering, and without what stands in brackets or behind a dash when
// something is left.
func HeadingKey(s string) string {
	var b [64]byte
	return string(appendKey(b[:0], s))
}

// keyBytes are the ASCII letters and digits, in lower case; zero for all other bytes.
var keyBytes = func() (t [256]byte) {
	for c := range t {
		if b := byte(c); b|0x20-'a' < 26 || prose.Digit(b) {
			t[c] = b | 0x20 // a digit stays what it is
		}
	}
	return t
}()

// appendKey appends the HeadingKey of s.
func appendKey(to []byte, s string) []byte {
	for s != "" && s[0] < utf8.RuneSelf && keyBytes[s[0]] == 0 {
		s = s[1:]
	}
	if s != "" && s[0] >= utf8.RuneSelf {
		s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	s = trimNumbering(s)
	gap := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if k := keyBytes[c]; k != 0 {
			if gap && len(to) > 0 {
				to = append(to, ' ')
			}
			to, gap = append(to, k), false
			continue
		}
		switch {
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(s[i:])
			i += n - 1
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				if gap && len(to) > 0 {
					to = append(to, ' ')
				}
				to, gap = utf8.AppendRune(to, unicode.ToLower(r)), false
			case r == '’' || unicode.Is(unicode.Mn, r):
			default:
				gap = true
			}
		case c == '\'':
		case c == '&' || c == '+':
			if len(to) > 0 {
				to = append(to, " and"...)
			}
			gap = true
		case i > 0 && (c == '(' || c == '[' || c == ' ' && aside(s[i+1:])):
			return to
		default:
			gap = true
		}
	}
	return to
}

// initial is the first letter of a text, in lower case, if its HeadingKey begins with that letter, with a
// digit or is empty; false where more than a glance is needed to tell. It is zero without a letter.
func initial(s string) (c byte, ok bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			return 0, false
		case c|0x20-'a' < 26:
			return c | 0x20, trimNumbering(s[i:]) == s[i:]
		}
	}
	return 0, true
}

// aside reports whether a text begins with a dash or a bar before a blank, which sets off what follows.
func aside(s string) bool {
	if s == "" || s[0]|0x20-'a' < 26 {
		return false
	}
	for _, mark := range [...]string{"- ", "| ", "– ", "— "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

// trimNumbering takes "1.", "2)", "3.1", "IV.", "A." from the start of a heading.
func trimNumbering(s string) string {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
		i++
	}
	if i == 0 {
		for i < len(s) && i < 4 && strings.IndexByte("IVX", s[i]) >= 0 {
			i++
		}
		if i == 0 && len(s) > 1 && s[0] >= 'A' && s[0] <= 'H' {
			i = 1
		}
		if i == 0 || i >= len(s) || s[i] != '.' && s[i] != ')' {
			return s
		}
	}
	rest := strings.TrimLeft(s[i:], ".):- \t")
	if rest == "" || len(rest) == len(s[i:]) && i < len(s) {
		return s // "5whys": the digits belong to the word
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) || strings.HasPrefix(strings.ToLower(rest), "why") {
		return s
	}
	return rest
}
