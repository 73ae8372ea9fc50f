package guard

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// lookAlikeList is the greater part of the characters that look like ASCII letters and digits, with where it comes from.
//
//go:embed lookalikes.txt
var lookAlikeList string

// alikes gives the ASCII that a reader takes a character for. Compatibility forms (full-width, mathematical, circled
// letters) are not here: they are decomposed.
type alikes struct {
	letters map[rune]string
	digits  map[rune]string // characters that may be letters too
}

var lookAlikes = sync.OnceValue(func() *alikes {
	a := &alikes{map[rune]string{}, map[rune]string{}}
	for line := range strings.Lines(lookAlikeList) {
		by, all, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || by == "#" {
			continue
		}
		to := a.letters
		if number(by[0]) {
			to = a.digits
		}
		for _, r := range all {
			to[r] = by
		}
	}
	for _, p := range moreLookAlikes {
		r, n := utf8.DecodeRuneInString(p)
		a.letters[r] = p[n:]
	}
	return a
})

// moreLookAlikes are those that the list has not, or takes for another letter than people do.
var moreLookAlikes = []string{
	// Cyrillic, Greek, Armenian
	"кk", "мm", "пn", "зz", "иu", "ғf", "ԚQ", "ЗZ", "ЬB", "ГR", "ПN", "βb", "εe", "κk", "χx", "ωw", "μu", "ςc", "δd", "θo", "ԼL",
	// Latin
	"ȷj", "ßss", "ðd", "ƅb", "ƈc", "ɲn", "ʋv", "ʍw", "ʀr", "ɴn", "ʟl", "ɢg", "ʜh", "ʙb", "ᴀa", "ᴅd", "ᴇe", "ᴊj", "ᴋk", "ᴍm", "ᴘp", "ᴛt", "ꜰf",
	// marks
	"‐-", "‑-", "‒-", "–-", "—-", "―-", "−-", "⁃-", "˗-", "۔.", "。.", "․.", "‧.", "·.", "∙.", "⁄/", "∕/", "⧸/", "∶:", "ː:", "꞉:", "׃:", "’'", "‘'", "ʼ'", "′'", "“\"", "”\"", "∼~", "˜~", "ˍ_", "∗*", "⁎*", "٭*", "⧵\\", "∖\\", "‹<", "›>",
}

// twiceEncoded gives the character that a text begins with if its bytes were taken for characters of Latin-1 and encoded
// again, as happens to posts that are moved from one system to another, and how long it is; 0 if it is no such.
func twiceEncoded(text []byte) (r rune, length int) {
	var raw []byte
	for length < len(text) {
		c, n := utf8.DecodeRune(text[length:])
		if c < utf8.RuneSelf || c > 0xFF || c == utf8.RuneError {
			return 0, 0
		}
		raw = append(raw, byte(c))
		length += n
		if utf8.FullRune(raw) {
			break
		}
	}
	r, n := utf8.DecodeRune(raw)
	control := slices.ContainsFunc(raw, func(b byte) bool { return b < 0xA0 }) // no text has one; "É »" has none
	if r == utf8.RuneError || n != len(raw) || raw[0] != 0xC3 && !control {
		return 0, 0
	}
	return r, length
}
