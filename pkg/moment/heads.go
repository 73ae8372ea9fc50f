package moment

import (
	"math"
	"strings"
)

// heads are the first three letters of a set of words, in the lowest five bits of each, which are the
// same in both cases. Most other words do not begin so; what is no letter may be taken for one.
type heads [32 * 32]uint32

func (h *heads) add(a, b, c byte) { h[uint(a&31)<<5|uint(b&31)] |= 1 << (c & 31) }

// pair adds two letters with whatever follows them.
func (h *heads) pair(a, b byte) { h[uint(a&31)<<5|uint(b&31)] = math.MaxUint32 }

func (h *heads) word(w string) {
	if len(w) == 2 {
		h.pair(w[0], w[1])
	} else {
		h.add(w[0], w[1], w[2])
	}
}

// may reports whether a text may begin with one of the words.
func (h *heads) may(s string) bool {
	return len(s) > 2 && h[uint(s[0]&31)<<5|uint(s[1]&31)]>>(s[2]&31)&1 != 0
}

const (
	countWords = "one two three four five six seven eight nine ten eleven twelve fifteen thirty forty half"
	proseWords = `january february march april may june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday noon midnight`
)

var (
	countHeads = headsOf(countWords)
	proseHeads = headsOf(proseWords)

	// openers are the words that Survey stops at: those of both sets, "a" and "an" before a blank or a
	// dash and what may be a unit, "half" or "quarter", and the T of "T+5 min".
	openers = func() heads {
		h := headsOf(countWords + " " + proseWords)
		for _, gap := range [...]string{" ", "\t", "-", "&n", "\xC2\xA0", "\xE2\x80", "\xE3\x80"} {
			behind := "mhsdwq \t&\xC2\xE2\xE3"
			if len(gap) > 1 {
				behind = gap[1:]
			}
			for i := range len(behind) {
				h.add('a', gap[0], behind[i])
			}
			h.add('a', 'n', gap[0])
		}
		for _, sign := range [...]byte{'+', '-', 0xE2} {
			h.pair('T', sign)
		}
		return h
	}()
)

func headsOf(words string) (h heads) {
	for w := range strings.FieldsSeq(words) {
		h.word(w)
	}
	return h
}

// proseWord reports whether a word of running text may begin a stamp.
func proseWord(s string, k int) bool {
	return proseHeads.may(s[k:]) || s[k] == 'T' && k+2 < len(s) && (s[k+1] == '+' || dash(s, k+1) > 0)
}
