package eight

import (
	"encoding/binary"
	"math/bits"
)

// Openings is a set of texts by the first letters of each, in either case. It may hold some too many: it
// tells the few words of a text that are worth reading from most others.
type Openings struct {
	letters int
	mask    uint32 // of each of the letters the bits that are the same in both cases
	bits    [1 << (openingBits - 6)]uint64
}

const openingBits = 15

// NewOpenings makes a set of texts by so many letters, four at most.
func NewOpenings(letters int, texts ...string) *Openings {
	s := &Openings{letters: letters, mask: 0x1F1F1F1F >> (32 - 8*letters)}
	for _, t := range texts {
		s.Add(t)
	}
	return s
}

// Add adds a text; of a shorter one it is left open what follows.
func (s *Openings) Add(text string) {
	var key uint32
	n := min(len(text), s.letters)
	for i := range n {
		key |= uint32(text[i]) << (8 * i)
	}
	s.add(key, n)
}

func (s *Openings) add(key uint32, n int) {
	if n == s.letters {
		place, bit := s.at(key)
		s.bits[place] |= 1 << bit
		return
	}
	for c := range uint32(32) {
		s.add(key|c<<(8*n), n+1)
	}
}

func (s *Openings) at(key uint32) (place, bit uint32) {
	hash := key & s.mask * 0x9E3779B1 >> (32 - openingBits)
	return hash / 64, hash % 64
}

// Open reports whether one of the set may begin at text[i].
func (s *Openings) Open(text string, i int) bool {
	place, bit := s.at(uint32(At([]byte(text), i)))
	return s.bits[place]>>bit&1 != 0
}

// Among gives those of some places of a text where one of the set may begin.
func (s *Openings) Among(places Marks, text string) Marks {
	out := make(Marks, len(places))
	var last [64 + 4]byte
	for i, block := range places {
		t := &last
		if rest := []byte(text)[64*i:]; len(rest) >= len(last) {
			t = (*[64 + 4]byte)(rest)
		} else {
			clear(last[copy(last[:], rest):])
		}
		var found uint64
		for ; block != 0; block &= block - 1 {
			k := bits.TrailingZeros64(block) & 63
			place, bit := s.at(binary.LittleEndian.Uint32(t[k : k+4]))
			found |= s.bits[place] >> bit & 1 << k
		}
		out[i] = found
	}
	return out
}
