// Package prose reads words where they stand in running text, without a copy of it. A word is a row of letters of
// any script and is given in lower case; what goes from word to word ends with the sentence.
package prose

import (
	"slices"
	"strings"
	"sync"
)

// WordSet is a set of words in lower case. It is made when it is first asked for: the program's start,
// whatever the command, should not pay for it. Most words are told not to be in it by their first letter
// and their length.
type WordSet struct {
	list    string
	once    sync.Once
	lengths [32]uint32 // a bit for each length, by the lowest bits of the first letter
	words   map[string]bool
}

// SetOf is the set of the words of a text.
func SetOf(list string) *WordSet { return &WordSet{list: list} }

// Has reports whether a word, in lower case, is in the set.
func (s *WordSet) Has(w string) bool {
	s.once.Do(s.make)
	return w != "" && s.lengths[w[0]&31]>>(len(w)&31)&1 != 0 && s.words[w]
}

func (s *WordSet) make() {
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

// Letter reports whether a byte is one of a word: a letter of ASCII, or of any character beyond it.
func Letter(c byte) bool { return wordBytes[c] != 0 }

// Digit reports whether a byte is a digit.
func Digit(c byte) bool { return c >= '0' && c <= '9' }

// HasDigit reports whether a text has a digit.
func HasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]-'0' < 10 {
			return true
		}
	}
	return false
}

// WordAt is the word at text[at], in lower case, and where it ends; "" if no letter stands there.
func WordAt(text string, at int) (word string, end int) {
	seen := uint8(0)
	for end = at; end < len(text) && wordBytes[text[end]] != 0; end++ {
		seen |= wordBytes[text[end]]
	}
	if word = text[at:end]; seen&folded != 0 {
		word = strings.ToLower(word)
	}
	return word, end
}

// ASCII reports whether a word has letters of ASCII alone.
func ASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return false
		}
	}
	return word != ""
}

// NextWord is the first word at text[at] or behind it in the same sentence, in lower case, and where it
// ends; "" if there is none.
func NextWord(text string, at int) (word string, end int) {
	for ; at < len(text) && !Letter(text[at]); at++ {
		if EndsSentence(text, at) {
			return "", at
		}
	}
	return WordAt(text, at)
}

// WordBefore is the last word before text[at] in the same sentence, in lower case, and where it begins;
// "" if there is none.
func WordBefore(text string, at int) (word string, start int) {
	for ; at > 0 && !Letter(text[at-1]); at-- {
		if EndsSentence(text, at-1) {
			return "", at
		}
	}
	for start = at; start > 0 && Letter(text[start-1]); start-- {
	}
	word, _ = WordAt(text[:at], start)
	return word, start
}

// WordsAfter gives the next words of the same sentence, in lower case, as many as there is room for in out.
func WordsAfter(text string, at int, out []string) []string {
	for len(out) < cap(out) {
		w, end := NextWord(text, at)
		if w == "" {
			break
		}
		out, at = append(out, w), end
	}
	return out
}

// WordsBefore gives the words before in the same sentence, the nearest first, in lower case, as many as
// there is room for in out.
func WordsBefore(text string, at int, out []string) []string {
	for len(out) < cap(out) {
		w, start := WordBefore(text, at)
		if w == "" {
			break
		}
		out, at = append(out, w), start
	}
	return out
}

// Words are all words of a text, in lower case.
func Words(text string) []string {
	out := make([]string, 0, len(text)/6+1)
	for at := 0; at < len(text); at++ {
		if Letter(text[at]) {
			w, end := WordAt(text, at)
			out, at = append(out, w), end
		}
	}
	return out
}

// AnyOf reports whether one of the words is in a set.
func AnyOf(words []string, set *WordSet) bool { return slices.ContainsFunc(words, set.Has) }

// HeadsSentence reports whether nothing before a word at an offset tells why it has a capital.
func HeadsSentence(text string, at int) bool {
	before := strings.TrimRight(text[max(0, at-8):at], " \"'*_([“‘")
	return before == "" || !Letter(before[len(before)-1]) && !Digit(before[len(before)-1]) && before[len(before)-1] != ','
}

// Named reports whether each part of a text of several begins with a capital: "PrintQueue", "Label API".
func Named(s string) bool {
	capital := func(c byte) bool { return c-'A' < 26 }
	humps := 0
	for i := range len(s) {
		switch first := i == 0 || !Letter(s[i-1]) && !Digit(s[i-1]); {
		case capital(s[i]):
			if first || !capital(s[i-1]) {
				humps++
			}
		case first && (Letter(s[i]) || Digit(s[i])):
			return false
		}
	}
	return humps > 1
}

// EndsSentence reports whether a sentence ends at text[at]: at a full stop, question or exclamation
// mark or semicolon before a blank.
func EndsSentence(text string, at int) bool {
	switch text[at] {
	case '.', '?', '!', ';':
		return at+1 >= len(text) || text[at+1] == ' ' || text[at+1] == '\n'
	}
	return false
}

// IndexBy is strings.Index, by one of the bytes of what is looked for: one that is rare in prose tells at once that most
// texts do not hold it.
func IndexBy(text, part string, rare int) int {
	for i := rare; i < len(text); i++ {
		n := strings.IndexByte(text[i:], part[rare])
		if n < 0 {
			break
		}
		i += n
		if strings.HasPrefix(text[i-rare:], part) {
			return i - rare
		}
	}
	return -1
}
