package moment

import (
	"strings"
	"unicode/utf8"
)

// scanner is a place in a text, with the emphasis and brackets that are open there.
type scanner struct {
	s     string
	i     int
	start int // where the stamp's text begins
	open  [4]mark
	depth int
	prose bool // inside running text: only unmistakable forms
	ahead bool // already looking ahead to the other end of a range
}

// mark is a run of emphasis, or a bracket, that was opened and not yet closed.
type mark struct {
	at   int
	n    int
	char byte
}

func (p *scanner) peek() byte {
	if p.i < len(p.s) {
		return p.s[p.i]
	}
	return 0
}

func (p *scanner) at(k int) byte {
	if k >= 0 && k < len(p.s) {
		return p.s[k]
	}
	return 0
}

// blank is the length of the blank at k, 0 if there is none. Line ends are not blanks.
func blank(s string, k int) int {
	if k >= len(s) {
		return 0
	}
	switch s[k] {
	case ' ', '\t':
		return 1
	case 0xC2: // no-break space
		if k+1 < len(s) && s[k+1] == 0xA0 {
			return 2
		}
	case 0xE2: // U+2000 to U+200B and the narrow no-break space U+202F
		if k+2 < len(s) && s[k+1] == 0x80 && (s[k+2] <= 0x8B || s[k+2] == 0xAF) {
			return 3
		}
	case 0xE3: // ideographic space
		if k+2 < len(s) && s[k+1] == 0x80 && s[k+2] == 0x80 {
			return 3
		}
	case '&':
		if strings.HasPrefix(s[k:], "&nbsp;") {
			return 6
		}
	}
	return 0
}

func skipBlanks(s string, k int) int {
	for {
		n := blank(s, k)
		if n == 0 {
			return k
		}
		k += n
	}
}

func (p *scanner) blanks() bool {
	k := skipBlanks(p.s, p.i)
	moved := k > p.i
	p.i = k
	return moved
}

// dash is the length of the dash at k: the hyphen, U+2010 to U+2015, the minus sign, 0 if none.
func dash(s string, k int) int {
	if k >= len(s) {
		return 0
	}
	if s[k] == '-' {
		return 1
	}
	if s[k] == 0xE2 && k+2 < len(s) {
		if s[k+1] == 0x80 && s[k+2] >= 0x90 && s[k+2] <= 0x95 || s[k+1] == 0x88 && s[k+2] == 0x92 {
			return 3
		}
	}
	return 0
}

// colon is the length of the colon at k: ASCII, full-width or ratio, 0 if none.
func colon(s string, k int) int {
	if k >= len(s) {
		return 0
	}
	if s[k] == ':' {
		return 1
	}
	if k+2 < len(s) && (s[k:k+3] == "：" || s[k:k+3] == "∶") {
		return 3
	}
	return 0
}

func isDigit(c byte) bool { return c-'0' < 10 }
func isLower(c byte) bool { return c-'a' < 26 }
func isAlpha(c byte) bool { return c|0x20-'a' < 26 }
func isAlnum(c byte) bool { return isDigit(c) || isAlpha(c) }

// number reads up to most digits at k. n is how many there are; a longer run of digits gives 0.
func number(s string, k, most int) (v, n int) {
	for k+n < len(s) && isDigit(s[k+n]) {
		if n == most {
			return 0, 0
		}
		v = v*10 + int(s[k+n]-'0')
		n++
	}
	return v, n
}

// word is the run of ASCII letters at k.
func word(s string, k int) string {
	e := k
	for e < len(s) && isAlpha(s[e]) {
		e++
	}
	return s[k:e]
}

// literal moves past one of the words, in any case, if it stands here as a whole word.
func (p *scanner) literal(words ...string) bool {
	w := word(p.s, p.i)
	if w == "" || len(w) > 14 {
		return false
	}
	for _, x := range words {
		if len(w) == len(x) && strings.EqualFold(w, x) {
			p.i += len(w)
			return true
		}
	}
	return false
}

// marks moves past blanks, and past emphasis and brackets that open or close here. Inside a stamp
// only brackets opened before it are closed; none are opened.
func (p *scanner) marks(opening bool) {
	for p.i < len(p.s) {
		if n := blank(p.s, p.i); n > 0 {
			p.i += n
			continue
		}
		if p.close(true) {
			continue
		}
		c := p.s[p.i]
		n := 0
		switch c {
		case '*', '_', '`':
			for p.at(p.i+n) == c {
				n++
			}
		case '[', '(', '<':
			if !opening {
				return
			}
			n = 1
		default:
			return
		}
		if n > 3 || p.depth == len(p.open) {
			return
		}
		p.open[p.depth] = mark{p.i, n, c}
		p.depth++
		p.i += n
	}
}

// picture moves past the pictures that some put before an entry, such as a clock face.
func (p *scanner) picture() {
	for p.i < len(p.s) && p.s[p.i] >= 0x80 {
		r, n := utf8.DecodeRuneInString(p.s[p.i:])
		if !(r >= 0x1F000 && r < 0x20000 || r >= 0x2300 && r < 0x2C00 || r == 0xFE0F || r == 0x200D) {
			break
		}
		p.i += n
	}
	p.blanks()
}

// close moves past the closing half of the innermost open mark if it stands here. When inner is
// set, the stamp goes on after it, so the opening half belongs to the stamp's text.
func (p *scanner) close(inner bool) bool {
	if p.depth == 0 {
		return false
	}
	m := p.open[p.depth-1]
	c := m.char
	switch c {
	case '[':
		c = ']'
	case '(':
		c = ')'
	case '<':
		c = '>'
	}
	for k := range m.n {
		if p.at(p.i+k) != c {
			return false
		}
	}
	if inner {
		p.start = min(p.start, m.at)
	}
	p.i += m.n
	p.depth--
	return true
}
