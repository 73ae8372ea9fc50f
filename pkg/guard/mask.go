package guard

import (
	"bytes"
	"unicode/utf8"
)

// unmasked is the most that is shown of a secret, in bytes: enough to tell which one it is. Of a short one
// less is shown.
const unmasked = 4

// Mask is a text in which stars stand for all but the first letters of each secret that gives itself away
// by its form, whatever hides it. All else, the ends of lines too, stands where it stood. What is shown to
// an author is taken from it, for it may end in the log of a build.
func Mask(text []byte) []byte {
	out := bytes.Clone(text)
	done := map[paragraph]bool{}
	for _, v := range readings(text) {
		for _, r := range eachParagraph(v, done, func(text []byte) []recognised { return recogniseIn(text, v.binary, true) }) {
			cover(out, int(v.at[r.start]), min(v.endIn(text, r.end), len(out)))
		}
	}
	return out
}

func cover(text []byte, start, end int) {
	for i := start + shownOf(text[start:end]); i < end; i++ {
		if text[i] != '\n' && text[i] != '\r' {
			text[i] = '*'
		}
	}
}

// shownOf is how many bytes of a secret are shown, whole characters.
func shownOf(secret []byte) int {
	n := min(unmasked, len(secret)/3)
	for n > 0 && n < len(secret) && !utf8.RuneStart(secret[n]) {
		n--
	}
	return n
}
