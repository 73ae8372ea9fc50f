package moment

// The gate keeps text that holds no time away from the reader: most bytes cost a look at a table,
// most words and numbers a look at what follows their first letters or their digits. It may let
// through what is no stamp, and must not keep out what is one.

const (
	mayStart  = 1 << iota // a stamp may begin with this byte, decoration included
	mayAppear             // a stamp in running text may begin with this byte
	inWord                // a letter or a digit
)

var classes = [256]uint8{
	'0': 7, '1': 7, '2': 7, '3': 7, '4': 7, '5': 7, '6': 7, '7': 7, '8': 7, '9': 7,
	'A': 7, 'B': 5, 'C': 5, 'D': 7, 'E': 5, 'F': 7, 'G': 5, 'H': 5, 'I': 5, 'J': 7, 'K': 5, 'L': 5, 'M': 7,
	'N': 7, 'O': 7, 'P': 5, 'Q': 4, 'R': 5, 'S': 7, 'T': 7, 'U': 5, 'V': 4, 'W': 7, 'X': 5, 'Y': 5, 'Z': 4,
	'a': 5, 'b': 5, 'c': 5, 'd': 5, 'e': 5, 'f': 5, 'g': 4, 'h': 5, 'i': 4, 'j': 5, 'k': 4, 'l': 4, 'm': 7,
	'n': 7, 'o': 5, 'p': 4, 'q': 4, 'r': 5, 's': 5, 't': 5, 'u': 5, 'v': 4, 'w': 5, 'x': 5, 'y': 5, 'z': 4,
	'~': 1, '+': 1, '-': 1, '[': 1, '(': 1, '*': 1, '_': 1, '`': 1, '<': 1, '@': 1, '?': 1, '#': 1,
	0xC2: 1, 0xE2: 1, 0xE3: 1, 0xF0: 1,
}

// opens reports whether a stamp may begin with what stands here, from its first bytes.
func (p *scanner) opens() bool {
	switch c := p.peek(); {
	case isDigit(c):
		return p.digitsOpen()
	case !isAlpha(c):
		return true
	}
	if p.prose {
		return proseWord(p.s, p.i)
	}
	return p.entryWord()
}

func lower3(s string, k int) [3]byte {
	var b [3]byte
	for i := range min(3, len(s)-k) {
		b[i] = s[k+i] | 0x20
	}
	return b
}

// entryWord reports whether a word at the start of an entry may begin a stamp.
func (p *scanner) entryWord() bool {
	if proseWord(p.s, p.i) {
		return true
	}
	first := lower3(p.s, p.i)
	if !isAlpha(first[1]) {
		switch first[0] {
		case 'a', 'c', 't':
			return true
		}
		return false
	}
	if !isAlpha(first[2]) {
		switch string(first[:2]) {
		case "at", "on", "by", "ca", "an", "hh", "xx", "mm", "dd":
			return true
		}
	} else if countHeads.may(p.s[p.i:]) {
		return true
	} else {
		switch string(first[:]) {
		case "abo", "aro", "app", "rou", "cir", "fro", "bet", "sin", "bef", "aft", "the", "nex", "fol", "not", "day", "uni", "epo", "yyy", "xxx":
			return true
		}
	}
	return p.capitals()
}

// capitals reports whether the abbreviation of a zone, with a time behind it, may stand here.
func (p *scanner) capitals() bool {
	n := 0
	for ; n < 6 && p.at(p.i+n)-'A' < 26; n++ {
	}
	if n < 2 || n > 5 || isAlnum(p.at(p.i+n)) {
		return false
	}
	for k := p.i + n; k < p.i+n+6; k++ {
		if c := p.at(k); isDigit(c) {
			return true
		} else if isAlpha(c) {
			return false
		}
	}
	return false
}

// digitsOpen reports whether the digits here may begin a stamp, from what stands behind them.
func (p *scanner) digitsOpen() bool {
	n := 1
	for isDigit(p.at(p.i + n)) {
		n++
	}
	e := p.i + n
	c := p.at(e)
	switch {
	case c == ':' || c == '/' || c == '.' || c >= 0x80:
		return true
	case c == '-':
		return p.at(e+1) != ' ' || n != 3
	case isAlpha(c) || c == '?' || c == '#':
		return n <= 4 || n == 8 || n == 10 || n == 13
	case n == 4 || n == 8 || n == 10 || n == 13:
		return true
	case blank(p.s, e) == 0 || n > 4:
		return false
	}
	e = skipBlanks(p.s, e)
	c = p.at(e)
	if !isAlpha(c) {
		return dash(p.s, e) > 0
	}
	return p.behindNumber(lower3(p.s, e))
}

// behindNumber reports whether a word that begins so makes a number before it a stamp, or the start
// of one: am, pm, a month, "of", noon, and at the start of an entry a unit or a zone.
func (p *scanner) behindNumber(first [3]byte) bool {
	switch first[0] {
	case 'j', 'f', 'o', 'n', 'd':
		return true
	case 'a':
		return first[1] == 'm' || first[1] == 'p' || first[1] == 'u' || !isAlpha(first[1])
	case 'p':
		return first[1] == 'm' || !isAlpha(first[1])
	case 'm':
		return first[1] == 'a' || !p.prose || string(first[:]) == "mid"
	case 's':
		return first[1] == 'e'
	case 'h', 'w':
		return !p.prose
	}
	return false
}

// skipToken moves past the letters and digits at k, and at least past one byte.
func skipToken(s string, k int) int {
	for k++; k < len(s) && classes[s[k]]&inWord != 0; k++ {
	}
	return k
}
