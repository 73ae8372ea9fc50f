package guard

import (
	"bytes"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// pattern is a text that is looked for, squeezed, and what it takes to count.
type pattern struct {
	term
	key       string
	breaks    []bool // of each byte of key: a new part of the text begins there
	exact     bool   // its separators must stand in the output too: without them it is ordinary language
	cased     bool   // the output must write it in capitals, or with the capitals that it has
	loose     bool   // also inside a longer word
	words     bool   // it is made of ordinary words: with blanks between them it is ordinary language
	spoken    bool   // it is a service's name of everyday words, which are that only where edition.Calls says so
	numbered  bool   // it is a short number behind a number sign, without which it is any number
	priced    bool   // it is a sum with the sign of a currency, without which it is any number
	shield    bool   // it may stand, with whatever lies in it
	formsOnly bool   // of a shield: it lets pass what is known by its form alone
	before    bool   // of a shield: a star stands in front of it
	after     bool   // of a shield: a star stands behind it
}

// newPattern makes the pattern of a text; ok is false for a text that cannot be looked for because
// too little of it would be left.
func newPattern(t term) (p pattern, ok bool) {
	text := string(plainForm(written([]byte(t.text))).text)
	s := squeeze([]byte(text))
	if len(s.key) < shortestName || len(s.key) > longestName {
		return pattern{}, false
	}
	p = pattern{term: t, key: string(s.key), breaks: make([]bool, len(s.key))}
	p.text = text
	for i, at := range s.pos {
		p.breaks[i] = i == 0 || s.pos[i-1]+1 != at || parted(text, int(at))
	}
	digits := 0
	for i := range len(text) {
		if number(text[i]) {
			digits++
		}
	}
	single := !strings.ContainsAny(text, " -_./:@#")
	p.exact = digits == len(s.key) && t.class != Phone || t.class == Figure || wordlist.AllOrdinary(text) && !single
	p.words = wordlist.AllOrdinary(text) && !strings.Contains(text, " ")
	p.spoken = t.affected && edition.Everyday(text)
	p.cased = t.capitals || !t.affected && single && wordlist.Ordinary(strings.ToLower(text))
	p.numbered = strings.IndexByte(numberSigns, text[0]) >= 0 && digits == len(text)-1 && digits <= 5
	p.priced = t.class == Figure && strings.ContainsAny(text, currencySigns)
	p.loose = len(s.key) >= 10 && !wordlist.AllOrdinary(text) && t.class != Person || unspaced().MatchString(text)
	return p, true
}

// What is shorter is in every text, and what is longer no name.
const shortestName, longestName = 2, 200

// unspaced are the scripts that put no blanks between words.
var unspaced = expression(`^[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]{2,}$`)

// plural reports whether all that goes on behind a hit is the plural's s.
func (p *pattern) plural(text []byte, stop int) bool {
	return len(p.key) >= 5 && !p.exact && !p.cased && text[stop] == 's' && boundary(text, stop+1, len(p.key))
}

// core is the text from its first letter or digit to its last, which is what a hit is.
func (p *pattern) core() string {
	return strings.TrimFunc(p.text, func(r rune) bool { return r < 0x80 && keyByte(byte(r)) == 0 })
}

// hit is a place of a reading where a pattern counts.
type hit struct {
	start, end int // in the reading's text
	pattern    *pattern
}

// searcher looks for patterns, all at once.
type searcher struct {
	patterns  []pattern
	automaton *automaton
}

func newSearcher(patterns []pattern) *searcher {
	keys := make([]string, len(patterns))
	for i, p := range patterns {
		keys[i] = p.key
	}
	return &searcher{patterns, newAutomaton(keys)}
}

// search gives the places of a reading where a pattern counts.
func (s *searcher) search(v *reading) []hit {
	if len(s.patterns) == 0 {
		return nil
	}
	var hits []hit
	q := squeeze(v.text)
	s.automaton.find(q.key, func(i, end int) {
		p := &s.patterns[i]
		from := end - len(p.key)
		if p.counts(v.text, q, from, end) {
			hits = append(hits, hit{int(q.pos[from]), int(q.pos[end-1]) + 1, p})
		}
	})
	return hits
}

// counts decides whether a stretch of equal letters is the pattern and not a coincidence.
func (p *pattern) counts(text []byte, s squeezed, from, end int) bool {
	start, stop := int(s.pos[from]), int(s.pos[end-1])+1
	if !p.loose && !((p.before || boundary(text, start, len(p.key))) && (p.after || boundary(text, stop, len(p.key)) || p.plural(text, stop))) {
		return false
	}
	if (p.before || p.after) && !p.starred(text, start) {
		return false
	}
	if stop-start > len(p.key)*4+16 || p.numbered && !signed(text, start) || p.priced && !priced(text, start, stop) {
		return false
	}
	found := string(text[start:stop])
	if spelt(found) && !plainNumber(found) {
		return true
	}
	if p.spoken && !edition.Calls(string(text[max(0, start-16):stop]), min(start, 16), p.text) {
		return false
	}
	if p.exact && !strings.EqualFold(asNumber().Replace(bare(found)), asNumber().Replace(bare(p.core()))) && !(p.class == Service && prose.Named(found)) {
		return false
	}
	if p.class == Name && insideHeader(text, start, stop) {
		return false
	}
	if p.subject && institution()[strings.ToLower(found+" "+nextWord(text[stop:]))] {
		return false // "United States"
	}
	if p.subject && (found != p.text || prose.HeadsSentence(string(text[max(0, start-8):start]), min(start, 8)) && !acts(text[stop:])) {
		return false
	}
	if p.cased && bare(found) != bare(p.core()) && found != strings.ToUpper(found) && !oddCase().MatchString(found) {
		return false
	}
	broken := false
	for i := from + 1; i < end; i++ {
		if s.pos[i] == s.pos[i-1]+1 {
			continue
		}
		gap := string(text[s.pos[i-1]+1 : s.pos[i]])
		if len(strings.Join(strings.Fields(gap), " ")) > 4 {
			return false
		}
		if p.words && !prose.Named(found) && p.breaks[i-from] && gap != "" && strings.Trim(gap, " \t\r\n") == "" {
			return false
		}
		if !p.breaks[i-from] {
			broken = true
			if strings.Trim(gap, " \t\r\n*_~`>-\\|") != "" {
				return false
			}
		}
	}
	if broken && strings.ContainsAny(found, " \n") && !strings.Contains(p.text, " ") && wordlist.AllOrdinary(found) && !coded(found) {
		return false // "just in" is not Justin
	}
	same := strings.EqualFold(letters(found), letters(p.text))
	return same || !wordlist.AllOrdinary(found) && !plainNumber(found)
}

// acts reports whether a text goes on with what somebody does or is: "Target was hit", "Grace replaced it".
func acts(after []byte) bool {
	if bytes.HasPrefix(after, []byte("'s ")) {
		return true
	}
	w := nextWord(after)
	return deed()[w] || singular()[w] || strings.HasSuffix(w, "ed") && wordlist.English(w)
}

// nextWord is the word behind a blank; empty if anything else stands there.
func nextWord(after []byte) string {
	if len(after) == 0 || after[0] != ' ' {
		return ""
	}
	w, _, _ := strings.Cut(strings.TrimLeft(string(after[:min(len(after), 40)]), " "), " ")
	return strings.Trim(w, ".,;:!?")
}

// singular are the verbs that stand behind a name in the singular and seldom behind a noun without its article.
var singular = words("was is has had lost could cannot does itself himself herself who")

// numberSigns are the signs of tickets, changes and ports: #17, !17, :8443.
const numberSigns = "#!:"

// signed reports whether the sign of a number stands in front of an offset; behind an address "#" is a place in its page.
func signed(text []byte, at int) bool {
	if at == 0 || strings.IndexByte(numberSigns, text[at-1]) < 0 {
		return false
	}
	return text[at-1] != '#' || !inPage(text[bytes.LastIndexAny(text[:at], " \t\n<(\"")+1:at])
}

// spelt reports whether a text is given letter by letter: "N o r d", "N.o.r.d".
func spelt(s string) bool {
	letters := 0
	for i := range len(s) {
		switch alone := i == 0 || keyByte(s[i-1]) == 0; {
		case keyByte(s[i]) == 0:
		case alone:
			letters++
		default:
			return false
		}
	}
	return letters >= 4
}

// coded reports whether a text is written as names in programs are, whatever its words: with signs
// between them, or humps.
func coded(s string) bool {
	for i := 1; i < len(s); i++ {
		if strings.IndexByte("-_./:@#", s[i]) >= 0 || upper(s[i]) && letter(s[i-1]) && !upper(s[i-1]) {
			return true
		}
	}
	return false
}

// plainNumber reports whether a text has no letters.
func plainNumber(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7F || letter(byte(r)) }) < 0
}

// boundary reports whether a word ends or begins at an offset; in a long term a hump does too.
func boundary(text []byte, at, length int) bool {
	if at == 0 || at == len(text) || keyByte(text[at-1]) == 0 || keyByte(text[at]) == 0 {
		return true
	}
	return length >= 6 && parted(text, int(at))
}

// parted reports whether a new word begins at a byte inside a text without blanks: between a letter and a
// digit, or at a hump.
func parted[T string | []byte](text T, at int) bool {
	a, b := text[at-1], text[at]
	return (upper(a) != upper(b) || number(a) != number(b)) && !(upper(a) && letter(b))
}

// bare is a text without blanks and marks of emphasis.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n*~`\\", r) {
			return -1
		}
		return r
	}, s)
}

// asNumber writes digits for the ASCII letters that look like one, as keys have them as one.
var asNumber = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("o", "0", "O", "0", "l", "1", "i", "1", "I", "1", "L", "1")
})

// letters is a text's letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && keyByte(byte(r)) == 0 {
			return -1
		}
		return r
	}, s)
}
