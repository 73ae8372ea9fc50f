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

// bareLinks writes text in which addresses stand as they are, and links them. The address ends at
// a blank or a bracket, and does not take the full stop after it.
func (p *page) bareLinks(s []byte) {
	for {
		i, n := bareURL(s)
		if n == 0 {
			p.markdown(s)
			return
		}
		p.markdown(s[:i])
		u := s[i : i+n]
		if p.openLink(u, nil) {
			p.markdown(u)
			p.raw("</a>")
		} else {
			p.markdown(u)
		}
		s = s[i+n:]
	}
}

// bareURL finds the first http or https address in s; n is 0 if there is none.
func bareURL(s []byte) (at, n int) {
	t := string(s)
	for from := 0; ; {
		i := strings.Index(t[from:], "://")
		if i < 0 {
			return 0, 0
		}
		i += from
		from = i + 3
		start := i
		for start > 0 && isLetter(t[start-1]) {
			start--
		}
		if scheme := strings.ToLower(t[start:i]); scheme != "http" && scheme != "https" || start > 0 && isDigit(t[start-1]) {
			continue
		}
		end := from + strings.IndexAny(t[from:]+" ", " \t\n<>\"`|")
		u := strings.TrimRight(t[start:end], ".,;:!?*_~'")
		for strings.HasSuffix(u, ")") && strings.Count(u, ")") > strings.Count(u, "(") {
			u = strings.TrimRight(u[:len(u)-1], ".,;:!?*_~'")
		}
		if len(u) > from-start {
			return start, len(u)
		}
	}
}

func isLetter(c byte) bool { return c|0x20-'a' < 26 }
func isDigit(c byte) bool  { return c-'0' < 10 }
