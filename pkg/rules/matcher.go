package rules

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/eight"
)

// matcher holds the phrases of the lexicon for a search. Every word of a pattern has a number, and numbers are what
// the search compares: nearly all words of a text have none.
type matcher struct {
	table    [1 << tableBits]uint16 // by hash: the number of a word, 0 where there is none
	words    []lexeme               // by number
	begins   *eight.Openings        // of the first words of patterns
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

// or is the element that takes what either of two takes.
func (e element) or(other element) element {
	for i, set := range other.words {
		e.words[i] |= set
	}
	e.participle = e.participle || other.participle
	return e
}

// numbers is a set of words by their numbers. It has room for 704; a larger lexicon stops every test.
type numbers [11]uint64

func (n *numbers) add(number uint16)      { n[number/64] |= 1 << (number % 64) }
func (n *numbers) has(number uint16) bool { return n[number/64]&(1<<(number%64)) != 0 }

func (n *numbers) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, set := range n {
			for ; set != 0; set &= set - 1 {
				if !yield(64*i + bits.TrailingZeros64(set)) {
					return
				}
			}
		}
	}
}

var compiled = sync.OnceValue(func() *matcher {
	m := &matcher{words: make([]lexeme, 1, 704), begins: eight.NewOpenings(4)}
	who := m.element(strings.ReplaceAll(people, " ", "|"))
	elements := make([]element, 0, 512)
	made := make(map[string]int, 256) // where the openings are
	for _, of := range lexicon {
		for _, text := range of.patterns {
			first, rest, _ := strings.Cut(text, " ")
			from := len(elements)
			for field := range strings.FieldsSeq(rest) {
				inner, optional := strings.CutPrefix(field, "[")
				var e element
				switch inner {
				case "<who>":
					e = who
				case "<done>":
					e = element{participle: true}
				default:
					e = m.element(strings.TrimSuffix(inner, "]"))
				}
				e.optional = optional
				elements = append(elements, e)
			}
			m.opening(first, made).add(pattern{of, elements[from:len(elements):len(elements)]})
		}
	}
	for i := range m.words {
		if l := &m.words[i]; len(l.opens) > 0 {
			m.begin(l.head(), l.opens)
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

// slotOf is where the table has a word, unless others were there first.
func slotOf(key uint64) uint16 { return uint16(key * scatter >> (64 - tableBits)) }

// scatter is the multiplier of hashes.
const scatter = 0x9E3779B97F4A7C15

// wordKey is the beginning of a word in lower case as one number, and what stands behind it.
func wordKey(low string) (key uint64, rest string) {
	n := min(8, len(low))
	return fold(eight.At([]byte(low), 0), n), low[n:]
}

// fold keeps the first n of eight bytes that can be inside a word, in lower case.
func fold(b uint64, n int) uint64 { return (b | ' '*eight.Ones) & (1<<(8*n) - 1) }

// head is the word's first letters.
func (l *lexeme) head() string {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], l.key)
	return strings.TrimRight(string(b[:]), "\x00")
}

// begin adds what a phrase may begin with if it begins with a word. Short words are frequent, so the word
// that follows counts too: "a few" is looked at, "a failure" is not.
func (m *matcher) begin(word string, opens []uint16) {
	for _, o := range opens {
		o := &m.openings[o]
		if len(word) > 3 || o.alone || o.second.participle {
			m.begins.Add(word)
			continue
		}
		for second := range o.second.words.all() {
			head := ""
			if len(word) < 3 { // four letters are looked at, of which one is the gap
				head = m.words[second].head()
			}
			for _, gap := range [...]string{" ", "\n", "\t"} {
				m.begins.Add(word + gap + head)
			}
			if head == "" {
				break
			}
		}
	}
	if curly := strings.Replace(word, "'", "’", 1); curly != word {
		m.begin(curly, opens)
	}
}

// read gives the number of the word at text[i], 0 if no pattern has it, and where it ends; end is i if
// no word begins there.
func (m *matcher) read(text string, i int) (number uint16, end int) {
	b := eight.At([]byte(text), i)
	n := bits.TrailingZeros64(^eight.Letters(b)&eight.Highs) / 8
	key := fold(b, n)
	switch number = m.table[slotOf(key)]; {
	case n == 8 && number == 0: // no pattern has a word that begins so
		end, _ = wordEnd(text, i+8)
		return 0, end
	case n > 0 && n < 8 && !mayBeInside(byte(b>>(8*n&63))):
		if number != 0 && m.words[number].key != key {
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
func (m *matcher) opening(first string, made map[string]int) *opening {
	if i, ok := made[first]; ok {
		return &m.openings[i]
	}
	made[first] = len(m.openings)
	words := first
	if first == "<who>" {
		words = strings.ReplaceAll(people, " ", "|")
	}
	for w := range strings.SplitSeq(words, "|") {
		l := &m.words[m.intern(w)]
		l.opens = append(l.opens, uint16(len(m.openings)))
	}
	m.openings = append(m.openings, opening{first: first})
	return &m.openings[len(m.openings)-1]
}

func (o *opening) add(p pattern) {
	o.patterns = append(o.patterns, p)
	for _, e := range p.rest {
		o.second = o.second.or(e)
		if !e.optional {
			return
		}
	}
	o.alone = true
}
