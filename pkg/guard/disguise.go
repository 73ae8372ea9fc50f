package guard

import (
	"bytes"
	"html"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// step undoes one thing that a format, or a writer, can put over a text. Each is linear.
type step struct {
	name  string
	needs string // characters of which one must be there
	undo  func(*reading) *reading
}

// encodings stand in the order in which formats wrap one another: a mail holds a page, a page holds
// text. Undoing one loses nothing.
var encodings = []step{
	{"quoted-printable", "=", unquotePrintable},
	{"escapes", `\`, unescape},
	{"percent encoding", "%", unpercent},
	{"character references", "&", unentity},
}

// marks are what stands inside a text without being read. Each loses what it takes out, so they come
// after the encodings.
var marks = []step{
	{"tags", "<", untag},
	{"emphasis marks", "*~`", unemphasise},
	{"links", "]", unlink},
}

// unquotePrintable reads a mail's =XX and soft line ends. Without the header that announces it an
// equals sign means itself.
func unquotePrintable(v *reading) *reading {
	if !bytes.Contains(bytes.ToLower(v.text), []byte("quoted-printable")) {
		return v
	}
	return rewrite(v, '=', func(s []byte) (string, int) {
		if bytes.HasPrefix(s, []byte("=\n")) {
			return "", 2
		}
		if bytes.HasPrefix(s, []byte("=\r\n")) {
			return "", 3
		}
		return hexByte(s)
	})
}

func unpercent(v *reading) *reading { return rewrite(v, '%', hexByte) }

// hexByte reads the two hexadecimal digits behind a sign.
func hexByte(s []byte) (string, int) {
	if len(s) < 3 {
		return "", 0
	}
	b, err := strconv.ParseUint(string(s[1:3]), 16, 8)
	if err != nil {
		return "", 0
	}
	return string([]byte{byte(b)}), 3
}

// rewrite replaces what read understands, wherever the sign stands; read gives the replacement and
// how many bytes it stands for, 0 for none.
func rewrite(v *reading, sign byte, read func([]byte) (string, int)) *reading {
	out := &reading{text: make([]byte, 0, len(v.text)), at: make([]int32, 0, len(v.text)+1)}
	for i := 0; i < len(v.text); {
		k := bytes.IndexByte(v.text[i:], sign)
		if k < 0 {
			out.copyOf(v, i, len(v.text))
			break
		}
		out.copyOf(v, i, i+k)
		i += k
		by, n := read(v.text[i:])
		if n == 0 {
			by, n = string(sign), 1
		}
		out.addString(by, v.at[i])
		i += n
	}
	return out.end(v.at[len(v.text)])
}

// unescape reads the backslashes of Markdown, JSON and JavaScript.
func unescape(v *reading) *reading {
	return rewrite(v, '\\', func(s []byte) (string, int) {
		if len(s) < 2 {
			return "", 0
		}
		switch c := s[1]; {
		case c == 'u' || c == 'x':
			return codePoint(s)
		case c == 'n' || c == 'r' || c == 't':
			return "\n", 2
		case c == '\n':
			return "\n", 2
		case c > ' ' && c < 0x7F && !letterOrDigit(c):
			return string(c), 2
		}
		return "", 0
	})
}

// codePoint reads \uXXXX, two of them for one character where JSON needs that, \u{XXXX} and \xXX.
func codePoint(s []byte) (string, int) {
	if s[1] == 'x' {
		if r, ok := hexRune(s, 2, 4); ok {
			return string(r), 4
		}
		return "", 0
	}
	if end := bytes.IndexByte(s[:min(len(s), 12)], '}'); end > 3 && s[2] == '{' {
		if r, ok := hexRune(s, 3, end); ok {
			return string(r), end + 1
		}
	}
	r, ok := hexRune(s, 2, 6)
	if !ok {
		return "", 0
	}
	if utf16.IsSurrogate(r) && len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if low, ok := hexRune(s, 8, 12); ok {
			return string(utf16.DecodeRune(r, low)), 12
		}
	}
	return string(r), 6
}

func hexRune(s []byte, from, to int) (rune, bool) {
	if to > len(s) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s[from:to]), 16, 31)
	return rune(n), err == nil
}

// unentity reads named and numeric character references, also those without their semicolon, which
// browsers read too.
func unentity(v *reading) *reading {
	return rewrite(v, '&', func(s []byte) (string, int) {
		n := 1
		for n < len(s) && n < 34 && (letterOrDigit(s[n]) && s[n] < utf8.RuneSelf || n == 1 && s[n] == '#') {
			n++
		}
		if n < len(s) && s[n] == ';' {
			n++
		}
		text := html.UnescapeString(string(s[:n]))
		if text == string(s[:n]) {
			return "", 0
		}
		return text, n
	})
}

// inside are the tags that do not end a word.
var inside = strings.Fields("a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr tspan")

// untag takes out tags and comments. Tags inside a word leave nothing, others a line end.
func untag(v *reading) *reading {
	return rewrite(v, '<', func(s []byte) (string, int) {
		if bytes.HasPrefix(s, []byte("<!--")) {
			if end := bytes.Index(s[:min(len(s), maxTag)], []byte("-->")); end > 0 {
				return "", end + 3
			}
			return "", 0
		}
		n := 1
		if n < len(s) && s[n] == '/' {
			n++
		}
		from := n
		for n < len(s) && (letterOrDigit(s[n]) || s[n] == ':' || s[n] == '-') {
			n++
		}
		if n == from {
			return "", 0
		}
		name := strings.ToLower(string(s[from:n]))
		end := bytes.IndexByte(s[n:min(len(s), n+maxTag)], '>')
		if end < 0 || strings.Contains(name, ":") && bytes.HasPrefix(s[n:], []byte("//")) {
			return "", 0
		}
		if slices.Contains(inside, name) {
			return "", n + end + 1
		}
		return "\n", n + end + 1
	})
}

// untagInside takes out the comments and tags that stand inside another tag, as those of an address do in which they
// were percent encoded. No format writes such.
func untagInside(v *reading) *reading {
	var inner []match
	for from := 0; ; {
		k := bytes.IndexByte(v.text[from:], '<')
		if k < 0 || from+k+1 >= len(v.text) {
			break
		}
		start := from + k + 1
		from = start
		if !letter(v.text[start]) {
			continue
		}
		s := v.text[start:min(len(v.text), start+maxTag)]
		end := bytes.IndexByte(s, '>')
		open := bytes.IndexByte(s, '<')
		if end < 0 || open < 0 || open > end {
			continue
		}
		inner = append(inner, match{start + open, start + end + 1})
		from = start + end + 1
	}
	if inner == nil {
		return v
	}
	out := &reading{how: "tags"}
	from := 0
	for _, m := range inner {
		out.copyOf(v, from, m.start)
		from = m.end
	}
	out.copyOf(v, from, len(v.text))
	return out.end(v.at[len(v.text)])
}

// maxTag bounds how far the end of a tag is looked for, so that a text of "<" stays linear.
const maxTag = 4 << 10

// unemphasise takes out Markdown's marks of emphasis, of code and of what is struck out.
func unemphasise(v *reading) *reading {
	out := &reading{text: make([]byte, 0, len(v.text)), at: make([]int32, 0, len(v.text)+1)}
	for i, c := range v.text {
		if c != '*' && c != '~' && c != '`' {
			out.add(c, v.at[i])
		}
	}
	return out.end(v.at[len(v.text)])
}

// unlink takes out the targets of Markdown's links; their texts stay.
func unlink(v *reading) *reading {
	out := &reading{text: make([]byte, 0, len(v.text)), at: make([]int32, 0, len(v.text)+1)}
	for i := 0; i < len(v.text); i++ {
		switch c := v.text[i]; c {
		case '[':
		case ']':
			if i+1 < len(v.text) && v.text[i+1] == '(' {
				if end := bytes.IndexByte(v.text[i:min(len(v.text), i+maxTag)], ')'); end > 0 {
					i += end
				}
			}
		default:
			out.add(c, v.at[i])
		}
	}
	return out.end(v.at[len(v.text)])
}
