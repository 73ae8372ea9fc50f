package rules

import (
	"math/bits"
	"strings"
	"sync"
)

// matcher holds the phrases of the lexicon for a search. Every word of a pattern has a number, and numbers are what
// the search compares: nearly all words of a text have none.
type matcher struct {
	table    [1 << tableBits]uint16 // by hash: the number of a word, 0 where there is none
	words    []lexeme               // by number
	begins   keys                   // the letters with which the first words of patterns begin
	openings []opening
}

// tableBits makes the table several times as large as the lexicon has words.
const tableBits = 12

// lexeme is a word that stands in a pattern.
type lexeme struct {
	key   uint64   // see wordKey
	rest  string   // behind what the key holds
	opens []uint16 // the openings that it can be
}

// opening is what patterns have in common whose first words are the same. "We" and "the team" are
// frequent, and what makes them a hit seldom follows, so the second word decides first.
type opening struct {
	first    string // as the patterns write it
	patterns []pattern
	second   element
	alone    bool // a pattern ends with its first word
}

type pattern struct {
	of   *phrases
	rest []element
}

// element is one place of a pattern.
type element struct {
	words      numbers
	participle bool
	optional   bool
}

// numbers is a set of words by their numbers. It has room for 640; a larger lexicon stops every test.
type numbers [10]uint64

func (n *numbers) add(number uint16)      { n[number/64] |= 1 << (number % 64) }
func (n *numbers) has(number uint16) bool { return n[number/64]&(1<<(number%64)) != 0 }

var compiled = sync.OnceValue(func() *matcher {
	m := &matcher{words: make([]lexeme, 1, 640)}
	who := m.element(strings.ReplaceAll(people, " ", "|"))
	elements := make([]element, 0, 512)
	for _, of := range lexicon {
		for _, text := range of.patterns {
			first, rest, _ := strings.Cut(text, " ")
			from := len(elements)
			for field := range strings.FieldsSeq(rest) {
				inner, optional := strings.CutPrefix(field, "[")
				e := element{participle: inner == "<done>"}
				switch inner {
				case "<who>":
					e = who
				case "<done>":
				default:
					e = m.element(strings.TrimSuffix(inner, "]"))
				}
				e.optional = optional
				elements = append(elements, e)
			}
			m.opening(first, &who).add(pattern{of, elements[from:len(elements):len(elements)]})
		}
	}
	return m
})

// element is the place that one of some words takes, which are written with bars between them.
func (m *matcher) element(words string) (e element) {
	for w := range strings.SplitSeq(words, "|") {
		e.words.add(m.intern(w))
	}
	return e
}

// intern gives a word its number.
func (m *matcher) intern(low string) uint16 {
	key, rest := wordKey(low)
	number, slot := m.find(key, rest)
	if number == 0 {
		number = uint16(len(m.words))
		m.words = append(m.words, lexeme{key: key, rest: rest})
		m.table[slot] = number
	}
	return number
}

// find looks a word up and gives the slot where it stands or would stand.
func (m *matcher) find(key uint64, rest string) (number, slot uint16) {
	for slot = slotOf(key); ; slot = (slot + 1) % uint16(len(m.table)) {
		number = m.table[slot]
		if l := &m.words[number]; number == 0 || l.key == key && strings.EqualFold(l.rest, rest) {
			return number, slot
		}
	}
}

// keys is a set of keys that may hold some too many.
type keys [64]uint64

func (k *keys) add(key uint64)      { h := slotOf(key); k[h/64] |= 1 << (h % 64) }
func (k *keys) has(key uint64) bool { h := slotOf(key); return k[h/64]&(1<<(h%64)) != 0 }

// slotOf is where the table has a word, unless others were there first.
func slotOf(key uint64) uint16 { return uint16(key * 0x9E3779B97F4A7C15 >> (64 - tableBits)) }

// read gives the number of the word at text[i], 0 if no pattern has it, and where it ends; end is i if
// no word begins there.
func (m *matcher) read(text string, i int) (number uint16, end int) {
	b := eightBytes(text, i)
	n := bits.TrailingZeros64(^letter(b)&highs) / 8
	if n > 0 && n < 8 && !mayBeInside(byte(b>>(8*n))) {
		key := fold(b, n)
		if number = m.table[slotOf(key)]; number != 0 && m.words[number].key != key {
			number, _ = m.find(key, "")
		}
		return number, i + n
	}
	w, ok := wordAt(text, i)
	if !ok {
		return 0, i
	}
	number, _ = m.find(wordKey(w.low))
	return number, w.end
}

// opening gives the one that begins with some words; it is made when it is first asked for.
func (m *matcher) opening(first string, who *element) *opening {
	for i := range m.openings {
		if m.openings[i].first == first {
			return &m.openings[i]
		}
	}
	words := first
	if first == "<who>" {
		words = strings.ReplaceAll(people, " ", "|")
	}
	for w := range strings.SplitSeq(words, "|") {
		m.begins.add(leadingLetters(eightBytes(w, 0)))
		l := &m.words[m.intern(w)]
		l.opens = append(l.opens, uint16(len(m.openings)))
	}
	m.openings = append(m.openings, opening{first: first})
	return &m.openings[len(m.openings)-1]
}

func (o *opening) add(p pattern) {
	o.patterns = append(o.patterns, p)
	for _, e := range p.rest {
		for i, set := range e.words {
			o.second.words[i] |= set
		}
		o.second.participle = o.second.participle || e.participle
		if !e.optional {
			return
		}
	}
	o.alone = true
}
