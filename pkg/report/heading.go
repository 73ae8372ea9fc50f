package report

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// headingText is a heading's text and what it names.
type headingText struct {
	passage *Passage
	name    string
	kind    Kind
	sure    certainty
}

func (c *cutter) heading(h *ast.Heading, text headingText) {
	at := c.r.lineStart(h.Pos())
	s := &Section{heading: h, Level: h.Level, Heading: Field[string]{text.name, text.passage.Full()}, Kind: text.kind, sure: text.sure}
	if s.Heading.Span.IsZero() {
		s.Heading.Span = source.Span{Start: at, End: at}
	}
	s.told = h.Level > 1 && c.r.markedPublic(h)
	c.open(s, at, c.r.headingEnd(h))
	if c.isTitle(s) {
		s.Kind = Other
	}
	s.named = s.Kind
	if s.Kind != Other && !c.plain {
		c.named = 0
	}
	s.Kind = s.inParent()
}

// markedPublic reports whether a heading ends in the mark that makes its section public.
func (r *Report) markedPublic(h *ast.Heading) bool {
	for n := h.LastChild(); n != nil; n = n.PreviousSibling() {
		if raw, ok := n.(*ast.RawHTML); ok && raw.Segments.Len() == 1 {
			at := raw.Segments.At(0)
			text := strings.TrimSuffix(strings.TrimPrefix(string(at.Value(r.File.Text)), "<!--"), "-->")
			return strings.EqualFold(strings.TrimSpace(text), "public")
		}
	}
	return false
}

// headingEnd is the offset of the line below a heading; a setext heading has its underline too.
func (r *Report) headingEnd(h *ast.Heading) int {
	last := h.Pos()
	if l := h.Lines(); l.Len() > 0 {
		last = l.At(l.Len() - 1).Stop
	}
	n := r.File.LineAt(max(last, h.Pos()))
	if text := r.File.Text; h.Pos() < len(text) && text[h.Pos()] != '#' {
		n++
	}
	if n >= r.File.Lines() {
		return len(r.File.Text)
	}
	return r.File.Line(n + 1).Start
}

// cleanHeading trims what decorates a heading: emoji, as characters or as ":warning:", and closing
// hashes.
func cleanHeading(s string) string {
	for {
		s = strings.TrimFunc(s, func(r rune) bool {
			return unicode.IsSpace(r) || r == '#' || unicode.Is(unicode.So, r) || unicode.Is(unicode.Mn, r) || r == '\u200d'
		})
		rest := trimShortcode(s)
		if rest == s {
			return s
		}
		s = rest
	}
}

// trimShortcode takes the name of an emoji between colons from the start or the end of a heading.
func trimShortcode(s string) string {
	if strings.HasPrefix(s, ":") {
		if name, rest, ok := strings.Cut(s[1:], ":"); ok && isShortcode(name) && rest != "" {
			return rest
		}
	}
	if strings.HasSuffix(s, ":") {
		inner := s[:len(s)-1]
		if i := strings.LastIndexByte(inner, ':'); i > 0 && isShortcode(inner[i+1:]) {
			return inner[:i]
		}
	}
	return s
}

func isShortcode(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i]; !(c-'a' < 26 || c-'0' < 10 || c == '_' || c == '+' || c == '-') {
			return false
		}
	}
	return len(name) > 1
}
