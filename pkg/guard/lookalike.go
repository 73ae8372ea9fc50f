package guard

import (
	_ "embed"
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
