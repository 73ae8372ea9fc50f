package report

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// tickets finds what a block, with the blocks inside it, names as tickets: links to issues, pull
// requests and the like, "#123", and keys such as OPS-77.
func (c *collector) tickets(n ast.Node) []Field[string] {
	var out []Field[string]
	add := func(value string, at source.Span) {
		for _, f := range out {
			if f.Value == value {
				return
			}
		}
		out = append(out, Field[string]{value, at})
	}
	next := c.r.firstPassage(n.Pos())
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			if isTicketLink(n.Destination) && !c.mentions(n) {
				add(string(n.Destination), c.destination(n))
			}
		case *ast.AutoLink:
			if u := n.URL(c.r.File.Text); isTicketLink(u) {
				add(string(u), source.Span{Start: n.Pos() + 1, End: n.Pos() + 1 + len(u)})
			}
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock:
			return
		case *ast.CodeSpan:
			return
		}
		if n.Type() == ast.TypeBlock {
			if next < len(c.r.Passages) && c.r.Passages[next].Node == n {
				bareTickets(c.r.Passages[next], add)
				next++
			} else if p := c.r.PassageOf(n); p != nil {
				bareTickets(p, add)
			}
		}
		for m := n.FirstChild(); m != nil; m = m.NextSibling() {
			walk(m)
		}
	}
	walk(n)
	return out
}

// mentions reports whether a link to a change speaks of it under another name, as of a piece of
// software, and so is no ticket of the action.
func (c *collector) mentions(l *ast.Link) bool {
	if !bytes.Contains(l.Destination, []byte("/pull")) && !bytes.Contains(l.Destination, []byte("/merge_requests/")) {
		return false
	}
	text := c.r.withCode(newPassage(c.r.File, l)).Text
	if strings.IndexFunc(text, unicode.IsDigit) >= 0 || strings.Contains(text, "http") {
		return false
	}
	for word := range strings.FieldsSeq(HeadingKey(text)) {
		switch word {
		case "pr", "prs", "pull", "mr", "merge", "request", "issue", "ticket", "change", "patch", "commit", "fix", "link", "here", "this", "tracked", "follow", "done":
			return false
		}
	}
	return strings.Count(text, " ") == 0
}

// destination is where a link's address stands: in the link, else its text, of which the address is
// defined elsewhere.
func (c *collector) destination(l *ast.Link) source.Span {
	p := newPassage(c.r.File, l)
	at := p.Full()
	start := max(at.End, l.Pos())
	line := c.r.File.Text[start:min(len(c.r.File.Text), start+len(l.Destination)+64)]
	if i := bytes.Index(line, l.Destination); i >= 0 && bytes.IndexByte(line[:i], '\n') < 0 {
		return source.Span{Start: start + i, End: start + i + len(l.Destination)}
	}
	if at.IsZero() {
		return source.Span{Start: l.Pos(), End: l.Pos() + 1}
	}
	return at
}

// bareTickets finds addresses, "#123" and issue keys in running text.
func bareTickets(p *Passage, add func(string, source.Span)) {
	s := p.Text
	for i := 0; i < len(s); {
		if !ticketHeads[s[i]] || i > 0 && isWord(s[i-1]) {
			i++
			continue
		}
		n := 0
		switch c := s[i]; {
		case c == 'h' && (strings.HasPrefix(s[i:], "https://") || strings.HasPrefix(s[i:], "http://")):
			n = urlLen(s[i:])
			if !isTicketLink([]byte(s[i : i+n])) {
				i += n
				continue
			}
		case c == '#':
			for n = 1; i+n < len(s) && s[i+n]-'0' < 10; n++ {
			}
			if n < 2 || n > 9 || i+n < len(s) && isWord(s[i+n]) {
				n = 0
			}
		case c >= 'A' && c <= 'Z':
			n = keyLen(s[i:])
		}
		if n == 0 {
			i++
			continue
		}
		add(s[i:i+n], p.Span(i, i+n))
		i += n
	}
}

// ticketHeads are the bytes that what bareTickets looks for begins with.
var ticketHeads = func() (t [256]bool) {
	for c := 'A'; c <= 'Z'; c++ {
		t[c] = true
	}
	t['h'], t['#'] = true, true
	return t
}()

func isWord(c byte) bool {
	return c-'0' < 10 || c|0x20-'a' < 26 || c == '_' || c == '-' || c == '/' || c == '.' || c == '&'
}

// urlLen is the length of an address without the punctuation of the sentence behind it.
func urlLen(s string) int {
	n := strings.IndexAny(s, " \t\n<>\"")
	if n < 0 {
		n = len(s)
	}
	return len(strings.TrimRight(s[:n], ".,;:!?)]*'"))
}

// keyLen is the length of an issue key such as OPS-77 at the start of s. Names of standards and
// formats that look like one are none.
func keyLen(s string) int {
	n := 0
	for n < len(s) && (s[n] >= 'A' && s[n] <= 'Z' || n > 0 && (s[n]-'0' < 10 || s[n] == '_')) {
		n++
	}
	if n < 2 || n > 10 || n >= len(s) || s[n] != '-' || notKeys[s[:n]] {
		return 0
	}
	d := n + 1
	for d < len(s) && s[d]-'0' < 10 {
		d++
	}
	if d == n+1 || d > n+7 || d < len(s) && (isWord(s[d]) && s[d] != '.') {
		return 0
	}
	return d
}

var notKeys = map[string]bool{"UTF": true, "ISO": true, "SHA": true, "RFC": true, "UTC": true, "GMT": true, "HTTP": true, "TLS": true, "AES": true, "RSA": true, "MD": true, "CVE": true, "CWE": true, "SEV": true, "P": true, "S": true, "US": true, "EU": true, "IPV": true, "H": true, "COVID": true, "Q": true, "AZ": true, "EC": true, "S3": true, "ARM": true, "X86": true}

// isTicketLink reports whether an address is that of an issue, a change, or a card in a tracker.
func isTicketLink(url []byte) bool {
	if len(url) < 10 || url[0] != 'h' {
		return false
	}
	for i, c := range url {
		if c != '/' && c != '.' || i+1 == len(url) || !ticketInitials[url[i+1]] {
			continue
		}
		for _, t := range ticketPaths {
			// "/issues/" is a ticket only with something behind it.
			rest := url[i+1:]
			if len(rest) > len(t) && string(rest[:len(t)]) == t && rest[len(t)] != '?' {
				return true
			}
		}
	}
	return false
}

// ticketPaths are what stands behind a slash of such an address, or behind a dot of its host.
var ticketPaths = []string{"issues/", "issue/", "pull/", "pulls/", "pull-requests/", "merge_requests/", "browse/", "ticket/", "tickets/", "show_bug.cgi?id=", "bug/", "bugs/",
	"story/", "stories/", "tasks/", "work_items/", "_workitems/edit/", "trello.com/c/", "app.asana.com/0/", "app.shortcut.com/", "bugs.launchpad.net/"}

var ticketInitials = [256]bool{'i': true, 'p': true, 'm': true, 'b': true, 't': true, 's': true, 'w': true, '_': true, 'a': true}
