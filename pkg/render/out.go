package render

import (
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/renderer/html"
)

// out collects a page. Markup comes only from literals of this package, through raw; everything
// that a report or an option says goes through one of the other methods, which escape it so that
// it can stand both between tags and inside a double-quoted attribute.
//
// It has the methods of goldmark's util.BufWriter, so that goldmark's own text writer, which knows
// backslash escapes and entities, can write to it.
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
	for _, c := range s {
		if c == '\\' || c == '&' || c < ' ' && c != '\n' && c != '\t' {
			html.DefaultWriter.Write(o, s)
			return
		}
	}
	o.text(string(s))
}

func (o *out) int(n int) { o.b = strconv.AppendInt(o.b, int64(n), 10) }

// num writes a length or a place in a picture, to a tenth of a pixel.
func (o *out) num(f float64) {
	s := strconv.AppendFloat(o.b, f, 'f', 1, 64)
	if len(s) > 2 && s[len(s)-1] == '0' && s[len(s)-2] == '.' {
		s = s[:len(s)-2]
	}
	o.b = s
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

func (o *out) Available() int { return cap(o.b) - len(o.b) }
func (o *out) Buffered() int  { return 0 }
func (o *out) Flush() error   { return nil }

func (o *out) Write(p []byte) (int, error) {
	o.b = append(o.b, p...)
	return len(p), nil
}

func (o *out) WriteByte(c byte) error {
	o.b = append(o.b, c)
	return nil
}

func (o *out) WriteRune(r rune) (int, error) {
	n := len(o.b)
	o.b = utf8.AppendRune(o.b, r)
	return len(o.b) - n, nil
}

func (o *out) WriteString(s string) (int, error) {
	o.b = append(o.b, s...)
	return len(s), nil
}
