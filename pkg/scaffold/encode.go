package scaffold

import (
	"fmt"
	"strings"
	"unicode"
)

// YAML writes s so that every reader of YAML gets the same string back. What is plainly a word or a
// sentence stands as it is; all else is put between double quotes, where YAML has one rule and not
// twelve.
func YAML(s string) string { return yamlScalar(s, false) }

func yamlScalar(s string, inList bool) string {
	if plainYAML(s) && !(inList && strings.ContainsAny(s, ",[]{}")) {
		return s
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F || !unicode.IsPrint(r) && r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// YAMLList writes texts as a list in brackets.
func YAMLList(all []string) string {
	items := make([]string, len(all))
	for i, s := range all {
		items[i] = yamlScalar(s, true)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// plainYAML reports whether s, unquoted, is a string to YAML 1.1 and 1.2 alike: it begins with a
// letter, or is a date and time; it holds no mark that ends or turns a plain value; and it is none
// of the words that YAML takes for something else.
func plainYAML(s string) bool {
	switch strings.ToLower(s) {
	case "", "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	if !unicode.IsLetter([]rune(s)[0]) && !dated(s) {
		return false
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(" -_/.,()+%'&@;!?=[]{}*", r):
		case r == ':':
			if i+1 == len(s) || s[i+1] == ' ' {
				return false
			}
		case r == '#':
			if s[i-1] == ' ' {
				return false
			}
		default:
			return false
		}
	}
	return s[len(s)-1] != ' '
}

// dated reports whether s begins with a date and does not end there: YAML takes a date alone, and
// a time with seconds, for a value of its own kind.
func dated(s string) bool {
	const date = "0000-00-00"
	if len(s) <= len(date) || s[len(date)] == ' ' && strings.Count(s, ":") != 1 || s[len(date)] == 'T' {
		return false
	}
	for i := range date {
		if date[i] == '-' && s[i] != '-' || date[i] == '0' && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// markdown writes s so that it reads as these characters and nothing else in the running text of
// a paragraph, a heading, a list item or a table cell, and cannot end a comment.
func markdown(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		inWord := i > 0 && i+1 < len(runes) && alnum(runes[i-1]) && alnum(runes[i+1])
		switch {
		case strings.ContainsRune("\\`*[]<>|~&", r),
			r == '_' && !inWord,
			r == '#' && (i == 0 || i+1 == len(runes)),
			strings.ContainsRune("-+=", r) && i == 0,
			(r == '.' || r == ')') && i > 0 && allDigits(runes[:i]):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func allDigits(rs []rune) bool {
	for _, r := range rs {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
