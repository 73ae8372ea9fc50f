package report

import (
	"slices"
	"strings"
	"sync"
)

// wordSet is a set of words in lower case. It is made when it is first asked for: the program's start,
// whatever the command, should not pay for it. Most words are told not to be in it by their first letter
// and their length.
type wordSet struct {
	list    string
	once    sync.Once
	lengths [32]uint32 // a bit for each length, by the lowest bits of the first letter
	words   map[string]bool
}

// wordsOf is the set of the words of a text.
func wordsOf(list string) *wordSet { return &wordSet{list: list} }

func (s *wordSet) has(w string) bool {
	s.once.Do(s.make)
	return w != "" && s.lengths[w[0]&31]>>(len(w)&31)&1 != 0 && s.words[w]
}

func (s *wordSet) make() {
	s.words = map[string]bool{}
	for w := range strings.FieldsSeq(s.list) {
		s.words[w] = true
		s.lengths[w[0]&31] |= 1 << (len(w) & 31)
	}
}

// What a byte is to a word.
const (
	inWord = 1 << iota
	folded // by lower case: a capital, or a part of a letter that may be one
)

var wordBytes = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b >= 0x80, b-'A' < 26:
			t[c] = inWord | folded
		case b-'a' < 26:
			t[c] = inWord
		}
	}
	return t
}()

func letter(c byte) bool { return wordBytes[c] != 0 }

// wordAt is the word at text[at], in lower case, and where it ends; "" if no letter stands there.
func wordAt(text string, at int) (word string, end int) {
	seen := uint8(0)
	for end = at; end < len(text) && wordBytes[text[end]] != 0; end++ {
		seen |= wordBytes[text[end]]
	}
	if word = text[at:end]; seen&folded != 0 {
		word = strings.ToLower(word)
	}
	return word, end
}

// isPlain reports whether a word has letters of ASCII alone.
func isPlain(word string) bool {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return false
		}
	}
	return word != ""
}

// nextWord is the first word at text[at] or behind it in the same sentence, in lower case, and where it
// ends; "" if there is none.
func nextWord(text string, at int) (word string, end int) {
	for ; at < len(text) && !letter(text[at]); at++ {
		if sentenceEnd(text, at) {
			return "", at
		}
	}
	return wordAt(text, at)
}

// wordBefore is the last word before text[at] in the same sentence, in lower case, and where it begins;
// "" if there is none.
func wordBefore(text string, at int) (word string, start int) {
	for ; at > 0 && !letter(text[at-1]); at-- {
		if sentenceEnd(text, at-1) {
			return "", at
		}
	}
	for start = at; start > 0 && letter(text[start-1]); start-- {
	}
	word, _ = wordAt(text[:at], start)
	return word, start
}

// wordsAfter gives the next words of the same sentence, in lower case, as many as there is room for in out.
func wordsAfter(text string, at int, out []string) []string {
	for len(out) < cap(out) {
		w, end := nextWord(text, at)
		if w == "" {
			break
		}
		out, at = append(out, w), end
	}
	return out
}

// wordsBefore gives the words before in the same sentence, the nearest first, in lower case, as many as
// there is room for in out.
func wordsBefore(text string, at int, out []string) []string {
	for len(out) < cap(out) {
		w, start := wordBefore(text, at)
		if w == "" {
			break
		}
		out, at = append(out, w), start
	}
	return out
}

// words are all words of a text, in lower case.
func words(text string) []string {
	out := make([]string, 0, len(text)/6+1)
	for at := 0; at < len(text); at++ {
		if letter(text[at]) {
			w, end := wordAt(text, at)
			out, at = append(out, w), end
		}
	}
	return out
}

// anyOf reports whether one of the words is in a set.
func anyOf(words []string, set *wordSet) bool { return slices.ContainsFunc(words, set.has) }

// sentenceEnd reports whether a sentence ends at text[at]: at a full stop, question or exclamation
// mark or semicolon before a blank.
func sentenceEnd(text string, at int) bool {
	switch text[at] {
	case '.', '?', '!', ';':
		return at+1 >= len(text) || text[at+1] == ' ' || text[at+1] == '\n'
	}
	return false
}
