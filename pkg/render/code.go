package render

import "strings"

// code writes a block of code, with colours if its language is known. It can be scrolled with the
// keyboard, so it has a name.
func (p *page) code(lang string, text []byte) {
	p.codes++
	p.raw(`<div class="scroll code" role="group" tabindex="0" aria-label="Code `)
	p.int(p.codes)
	if lang != "" {
		p.raw(", ")
		p.text(lang)
	}
	p.raw(`"><pre><code>`)
	if l := languageOf(lang); l != nil {
		p.highlight(l, string(text))
	} else {
		p.text(string(text))
	}
	p.raw("</code></pre></div>\n")
}

// token is what a piece of code is; its value is the class on the page.
type token string

const (
	plainToken   token = ""
	commentToken token = "c"
	stringToken  token = "s"
	numberToken  token = "n"
	keywordToken token = "k"
	nameToken    token = "p" // of a property, an option, a tag
	addedToken   token = "i"
	removedToken token = "d"
	promptToken  token = "m"
)

// highlight colours code in one pass from left to right. It knows comments, strings, numbers and
// keywords and no grammar: that is enough to read a snippet by, costs time in proportion to its
// length whatever it holds, and cannot fail on half a program.
func (p *page) highlight(l *language, s string) {
	if l.lines == nil {
		p.scan(l, s)
		return
	}
	for line := range strings.Lines(s) {
		t, n, inner := l.lines(line)
		p.token(t, line[:n])
		if in := languageOf(inner); in != nil {
			p.scan(in, line[n:])
		} else {
			p.text(line[n:])
		}
	}
}

func (p *page) scan(l *language, s string) {
	from := 0
	for i := 0; i < len(s); {
		t, n := l.next(s, i)
		if t == plainToken {
			i += n
			continue
		}
		p.text(s[from:i])
		p.token(t, s[i:i+n])
		i += n
		from = i
	}
	p.text(s[from:])
}

func (p *page) token(t token, s string) {
	if t == plainToken {
		p.text(s)
		return
	}
	p.raw(`<span class="` + string(t) + `">`)
	p.text(s)
	p.raw("</span>")
}

// next reads one token of s at i, of at least one byte.
func (l *language) next(s string, i int) (token, int) {
	c := s[i]
	for _, mark := range l.line {
		// "#" inside a word or an address is no comment.
		if strings.HasPrefix(s[i:], mark) && (mark != "#" || i == 0 || s[i-1] <= ' ' || s[i-1] == ';') {
			return commentToken, lineLength(s[i:])
		}
	}
	if l.open != "" && strings.HasPrefix(s[i:], l.open) {
		if n := strings.Index(s[i+len(l.open):], l.close); n >= 0 {
			return commentToken, len(l.open) + n + len(l.close)
		}
		return commentToken, len(s) - i
	}
	switch {
	case strings.IndexByte(l.quotes, c) >= 0:
		n := quoted(s[i:], c, l.raw)
		if l.keyed && follows(s[i+n:], ':') {
			return nameToken, n
		}
		return stringToken, n
	case isDigit(c):
		n := 1
		for i+n < len(s) && (isWord(s[i+n]) || s[i+n] == '.' && i+n+1 < len(s) && isDigit(s[i+n+1])) {
			n++
		}
		return numberToken, n
	case isWord(c):
		n := 1
		for i+n < len(s) && (isWord(s[i+n]) || s[i+n] == '-' && l.dashes) {
			n++
		}
		w := s[i : i+n]
		if l.fold {
			w = strings.ToLower(w)
		}
		switch {
		case l.keyed && follows(s[i+n:], ':') || l.assigned && startsLine(s, i) && follows(s[i+n:], '='):
			return nameToken, n
		case l.words[w]:
			return keywordToken, n
		case l.tags && i > 0 && (s[i-1] == '<' || s[i-1] == '/'):
			return nameToken, n
		}
		return plainToken, n
	case c == '-' && l.options && (i == 0 || s[i-1] == ' ') && i+1 < len(s) && (isLetter(s[i+1]) || s[i+1] == '-'):
		n := 1
		for i+n < len(s) && (isWord(s[i+n]) || s[i+n] == '-') {
			n++
		}
		return nameToken, n
	}
	return plainToken, 1
}

func lineLength(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}

// quoted is the length of the string literal at the start of s. One that its line does not close
// ends with the line, unless its quotes may span lines.
func quoted(s string, quote byte, raw string) int {
	if triple := strings.Repeat(string(quote), 3); strings.HasPrefix(s, triple) {
		if n := strings.Index(s[3:], triple); n >= 0 {
			return n + 6
		}
	}
	spans := strings.IndexByte(raw, quote) >= 0
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && !spans && i+1 < len(s) && s[i+1] != '\n':
			i++
		case s[i] == quote:
			return i + 1
		case s[i] == '\n' && !spans:
			return i
		}
	}
	return len(s)
}

// follows reports whether the next character is c, leaving blanks aside.
func follows(s string, c byte) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' && s[i] != '\t' {
			return s[i] == c && (c != ':' || i+1 == len(s) || s[i+1] <= ' ' || s[i+1] == '"' || s[i+1] == '{' || s[i+1] == '[' || isDigit(s[i+1]))
		}
	}
	return false
}

func startsLine(s string, i int) bool {
	for i > 0 && (s[i-1] == ' ' || s[i-1] == '\t') {
		i--
	}
	return i == 0 || s[i-1] == '\n'
}

func isWord(c byte) bool { return isLetter(c) || isDigit(c) || c == '_' || c >= 0x80 }
