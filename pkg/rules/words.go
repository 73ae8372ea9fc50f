package rules

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a text: its lower-case form, with a straight apostrophe, and where it stands.
type word struct {
	low        string
	start, end int
}

// wordAt reads the word that starts at text[i]. A word is made of letters, digits and the
// apostrophes and hyphens between them.
func wordAt(text string, i int) (word, bool) {
	end, is := i, byte(0)
	for end < len(text) {
		if c := classes[text[end]]; c&inner != 0 {
			is |= c
			end++
			continue
		}
		n := inWord(text, end)
		if n == 0 {
			break
		}
		is |= upper // or not ASCII
		end += n
	}
	for end > i && (text[end-1] == '-' || text[end-1] == '\'') {
		end--
	}
	if end == i {
		return word{}, false
	}
	low := text[i:end]
	if is&upper != 0 {
		low = strings.ReplaceAll(strings.ToLower(low), "’", "'")
	}
	return word{low, i, end}, true
}

// inWord gives the length of the character at text[i] if it can be inside a word, else 0.
func inWord(text string, i int) int {
	c := text[i]
	if c < utf8.RuneSelf {
		return int(classes[c] & inner)
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if unicode.IsLetter(r) || r == '’' {
		return n
	}
	return 0
}

// What an ASCII character is.
const (
	inner = 1 << iota // it can be inside a word
	alnum             // a letter or a digit
	upper             // a capital
)

var classes = func() (t [256]byte) {
	for c := range t {
		switch {
		case 'A' <= c && c <= 'Z':
			t[c] = inner | alnum | upper
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = inner | alnum
		case c == '-', c == '\'':
			t[c] = inner
		}
	}
	return t
}()

// wordByte reports whether a byte is an ASCII letter or digit.
func wordByte(c byte) bool { return classes[c]&alnum != 0 }

// nextWord reads the word that follows text[i] after nothing but blanks and line breaks. A mark of
// any other kind between two words means that they do not belong together.
func nextWord(text string, i int) (word, bool) {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
		i++
	}
	if i >= len(text) {
		return word{}, false
	}
	return wordAt(text, i)
}

// eachWord yields the words of a text.
func eachWord(text string) iter.Seq[word] {
	return func(yield func(word) bool) {
		for i := 0; i < len(text); {
			if w, ok := wordAt(text, i); ok {
				if !yield(w) {
					return
				}
				i = w.end
				continue
			}
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
		}
	}
}

// wordsOf gives all words of a text.
func wordsOf(text string) []word {
	out := make([]word, 0, 1+len(text)/4)
	for w := range eachWord(text) {
		out = append(out, w)
	}
	return out
}

// plain is a short value in the form in which it is compared: lower case, words only.
func plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for w := range eachWord(s) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.low)
	}
	return b.String()
}

// set makes a set of words that are written with blanks between them.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}

// people are the words for somebody who takes part in an incident; what they do is not what a
// machine does.
const people = "i we he she you someone somebody anybody anyone nobody everyone everybody person people human humans " +
	"engineer engineers developer developers operator operators admin admins administrator administrators sysadmin " +
	"reviewer reviewers author authors maintainer maintainers responder responders technician technicians contractor " +
	"contractors employee employees manager managers tester testers programmer programmers colleague colleagues " +
	"team teams staff sre sres dba dbas on-call oncall commander intern interns consultant consultants strategist devops"

// participle reports whether a word is one that can follow "have": seen, checked.
func participle(w string) bool {
	return len(w) > 3 && strings.HasSuffix(w, "ed") || irregular[w]
}

var irregular = set("been done seen known caught taken made gone found read run kept had given told thought understood " +
	"written built chosen set put left brought sent led held met paid lost dealt foreseen withdrawn gotten got")
