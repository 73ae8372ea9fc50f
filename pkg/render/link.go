package render

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// safeURL decides whether a link may be followed. It takes the destination as Markdown has it and
// gives the address to write: http, https and mailto, paths relative to the page, and fragments.
// Everything else is refused, whatever it may be: the list says what is known to be harmless.
func safeURL(destination []byte) (string, bool) {
	for _, c := range destination {
		if c < ' ' || c == 0x7f {
			return "", false
		}
	}
	u := string(util.URLEscape(destination, true))
	// A browser reads a backslash as a slash, so "\\host" would be an address of its own.
	u = strings.ReplaceAll(u, `\`, "%5C")
	for _, c := range []byte(u) {
		if c <= ' ' || c == 0x7f {
			return "", false
		}
	}
	if strings.HasPrefix(u, "//") {
		return "", false // another host, or on a page opened from disk a file share
	}
	scheme, _, found := strings.Cut(u, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return u, true
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		rest := u[len(scheme)+1:]
		return u, strings.HasPrefix(rest, "//") && len(rest) > 2
	case "mailto":
		return u, true
	}
	return "", false
}

// openLink writes the start of a link and reports whether there is one to close. A refused link
// leaves its text.
func (p *page) openLink(destination, title []byte) bool {
	u, ok := safeURL(destination)
	if !ok {
		return false
	}
	if rest, ok := strings.CutPrefix(u, "#"); ok {
		u = "#" + p.anchors.target(rest)
	}
	p.raw(`<a`)
	p.attr("href", u)
	if len(title) > 0 {
		p.raw(` title="`)
		p.markdown(title)
		p.raw(`"`)
	}
	p.raw(`>`)
	return true
}

// bareLinks writes text in which addresses stand as they are, and links them.
func (p *page) bareLinks(s []byte) {
	text := string(s)
	written := 0
	for from := 0; ; {
		at, n := bareURL(text, from)
		if n == 0 {
			break
		}
		from = at + n
		u := s[at:from]
		p.markdown(s[written:at])
		written = from
		linked := p.openLink(util.UnescapePunctuations(u), nil)
		p.markdown(u)
		if linked {
			p.raw("</a>")
		}
	}
	p.markdown(s[written:])
}

// bareURL finds the first http or https address in s, looking from an offset; n is 0 if there is
// none. The address ends at a blank or a bracket, and does not take the full stop after it.
func bareURL(s string, from int) (at, n int) {
	for {
		i := strings.Index(s[from:], "://")
		if i < 0 {
			return 0, 0
		}
		i += from
		start := i
		for start > from && isLetter(s[start-1]) {
			start--
		}
		from = i + 3
		if scheme := strings.ToLower(s[start:i]); scheme != "http" && scheme != "https" || start > 0 && isDigit(s[start-1]) {
			continue
		}
		end := len(s)
		if j := strings.IndexAny(s[from:], " \t\n<>\"`|"); j >= 0 {
			end = from + j
		}
		if end = from + len(trimURL(s[from:end])); end > from {
			return start, end - start
		}
	}
}

// trimURL takes off what ends a sentence and not an address: full stops, and brackets that the
// address did not open.
func trimURL(u string) string {
	extra := strings.Count(u, ")") - strings.Count(u, "(")
	for {
		u = strings.TrimRight(u, ".,;:!?*_~'\\")
		if extra <= 0 || !strings.HasSuffix(u, ")") {
			return u
		}
		u = u[:len(u)-1]
		extra--
	}
}

func isLetter(c byte) bool { return c|0x20-'a' < 26 }
func isDigit(c byte) bool  { return c-'0' < 10 }
