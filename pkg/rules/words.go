package rules

import (
	"iter"
	"strings"
	"sync"
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
	end, changes := wordEnd(text, i)
	if end == i {
		return word{}, false
	}
	low := text[i:end]
	if changes {
		low = strings.ReplaceAll(strings.ToLower(low), "’", "'")
	}
	return word{low, i, end}, true
}

// wordEnd is where the word at text[i] ends, i if there is none, and whether it may be another in lower case.
func wordEnd(text string, i int) (end int, changes bool) {
	for end = i; end < len(text) && lowByte[text[end]]; end++ {
	}
	for end < len(text) {
		n := inWord(text, end)
		if n == 0 {
			break
		}
		c := text[end]
		changes = changes || c-'A' < 26 || c >= utf8.RuneSelf
		end += n
	}
	for end > i && (text[end-1] == '-' || text[end-1] == '\'') {
		end--
	}
	return end, changes
}

// inWord gives the length of the character at text[i] if it can be inside a word, else 0.
func inWord(text string, i int) int {
	c := text[i]
	if c < utf8.RuneSelf {
		if innerByte[c] {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if unicode.IsLetter(r) || r == '’' {
		return n
	}
	return 0
}

// wordByte holds the ASCII letters and digits.
var wordByte = func() (t [256]bool) {
	for c := range t {
		t[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return t
}()

// innerByte holds what can be inside a word, of ASCII.
var innerByte = func() (t [256]bool) {
	t = wordByte
	t['-'], t['\''] = true, true
	return t
}()

// wordStarts reports whether no word reaches over text[i] from before it.
func wordStarts(text string, i int) bool {
	for i > 0 {
		c := text[i-1]
		n := 1
		if c >= utf8.RuneSelf {
			var r rune
			if r, n = utf8.DecodeLastRuneInString(text[:i]); r != '’' {
				return !unicode.IsLetter(r)
			}
		} else if c != '-' && c != '\'' {
			return !wordByte[c]
		}
		i -= n
	}
	return true
}

// mayBeInside reports whether a word may go on with a byte.
func mayBeInside(c byte) bool { return innerByte[c] || c >= utf8.RuneSelf }

// lowByte holds those of innerByte that are the same in lower case.
var lowByte = func() (t [256]bool) {
	t = innerByte
	clear(t['A' : 'Z'+1])
	return t
}()

// nextWord reads the word that follows text[i] after nothing but blanks and line breaks. A mark of
// any other kind between two words means that they do not belong together.
func nextWord(text string, i int) (word, bool) { return wordAt(text, skipBlanks(text, i)) }

func skipBlanks(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
		i++
	}
	return i
}

// eachWord yields the words of a text.
func eachWord(text string) iter.Seq[word] {
	return func(yield func(word) bool) {
		for i := 0; i < len(text); {
			if !mayBeInside(text[i]) {
				i++
				continue
			}
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

// firstWord is the first word of a text in lower case, empty if it has none.
func firstWord(text string) string {
	for w := range eachWord(text) {
		return w.low
	}
	return ""
}

// firstWords is a text up to its n-th word.
func firstWords(text string, n int) string {
	for w := range eachWord(text) {
		if n--; n == 0 {
			return text[:w.end]
		}
	}
	return text
}

// plainWords gives all words of a text in lower case.
func plainWords(text string) []string {
	out := make([]string, 0, 1+len(text)/4)
	for w := range eachWord(text) {
		out = append(out, w.low)
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

// lazySet is such a set as set makes, made when it is first asked for: the program's start, whatever
// the command, should not pay for it.
func lazySet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return set(words) })
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
	return len(w) > 3 && strings.HasSuffix(w, "ed") || irregular()[w]
}

var irregular = lazySet("been done seen known caught taken made gone found read run kept had given told thought understood " +
	"written built chosen set put left brought sent led held met paid lost dealt foreseen withdrawn gotten got")
