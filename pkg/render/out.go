package render

import (
	"bytes"
	"html"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// out collects a page. Markup comes only from literals of this package, through raw; everything
// that a report or an option says goes through one of the other methods, which escape it so that
// it can stand both between tags and inside a double-quoted attribute.
type out struct{ b []byte }

func (o *out) raw(markup string) { o.b = append(o.b, markup...) }

// text escapes plain text.
func (o *out) text(s string) {
	from := 0
	for i := 0; i < len(s); i++ {
		var esc string
		switch c := s[i]; {
		case c == '<':
			esc = "&lt;"
		case c == '>':
			esc = "&gt;"
		case c == '&':
			esc = "&amp;"
		case c == '"':
			esc = "&quot;"
		case c == '\'':
			esc = "&#39;"
		case c < ' ' && c != '\n' && c != '\t' || c == 0x7f:
			// HTML allows no control characters but these two, not even as references.
			esc = "\uFFFD"
		case c < utf8.RuneSelf:
			continue
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError || n > 1 {
				i += n - 1
				continue
			}
			esc = "\uFFFD"
		}
		o.b = append(o.b, s[from:i]...)
		o.b = append(o.b, esc...)
		from = i + 1
	}
	o.b = append(o.b, s[from:]...)
}

// markdown writes a piece of Markdown text: its escapes and entities are resolved, then it is escaped.
func (o *out) markdown(s []byte) {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		o.text(string(s))
		return
	}
	plain := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			plain = append(plain, s[i+1])
			i += 2
			continue
		case s[i] == '&':
			if ref := reference(s[i:]); ref != "" {
				plain = append(plain, html.UnescapeString(ref)...)
				i += len(ref)
				continue
			}
		}
		plain = append(plain, s[i])
		i++
	}
	o.text(string(plain))
}

// reference gives the character reference at the start of s: "&amp;", "&#38;", "&#x26;", or nothing.
// The semicolon is needed, which HTML itself does not always ask for.
func reference(s []byte) string {
	end := bytes.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return ""
	}
	name := s[1:end]
	if name[0] == '#' {
		digits := strings.ToLower(string(name[1:]))
		hex, isHex := strings.CutPrefix(digits, "x")
		if isHex && hex != "" && len(hex) <= 6 && strings.Trim(hex, "0123456789abcdef") == "" ||
			!isHex && digits != "" && len(digits) <= 7 && strings.Trim(digits, "0123456789") == "" {
			return string(s[:end+1])
		}
		return ""
	}
	if _, known := util.LookUpHTML5EntityByName(string(name)); known {
		return string(s[:end+1])
	}
	return ""
}

func (o *out) int(n int) { o.b = strconv.AppendInt(o.b, int64(n), 10) }

// num writes a length or a place in a picture, to a tenth of a pixel.
func (o *out) num(f float64) {
	tenths := int64(math.Round(f * 10))
	if tenths < 0 {
		o.raw("-")
		tenths = -tenths
	}
	o.b = strconv.AppendInt(o.b, tenths/10, 10)
	if tenths%10 != 0 {
		o.b = append(o.b, '.', byte('0'+tenths%10))
	}
}

// attr writes a blank, a name from a literal, and an escaped value.
func (o *out) attr(name, value string) {
	o.raw(" ")
	o.raw(name)
	o.raw(`="`)
	o.text(value)
	o.raw(`"`)
}

// element writes plain text as the whole of an element that has no attributes.
func (o *out) element(name, text string) {
	o.raw("<")
	o.raw(name)
	o.raw(">")
	o.text(text)
	o.raw("</")
	o.raw(name)
	o.raw(">")
}
