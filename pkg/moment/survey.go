package moment

import (
	"math"
	"math/bits"
	"strings"
)

// Survey is the places of a text where a stamp, a length of time or a number may begin. They are found
// in one pass, in which eight bytes are sorted at once and a word costs a look at its first three letters.
// The zero Survey is that of no text; one Survey may be used for many texts, one after the other.
type Survey struct {
	text   string
	places []place
	number int // the first place that Number has not passed
}

// place is an offset, and whether digits begin there.
type place struct {
	at    int
	digit bool
}

// Of surveys another text. Its places are where digits begin, and where a word does, or ½, that may be
// the first of a stamp or a length. Letters right behind digits begin no word.
func (v *Survey) Of(s string) *Survey {
	places := v.places[:0]
	var before, digitBefore uint64 // of the last byte of the eight before
	for at := 0; at < len(s); at += 8 {
		x := uint64(0)
		if e := s[at:]; len(e) >= 8 {
			x = eight(e)
		} else {
			x = fewer(e)
		}
		ascii := x &^ eachHigh
		is := ^x & eachHigh
		digits := between(ascii, '0', '9') & is
		either := digits | between(ascii|eachByte*0x20, 'a', 'z')&is
		digitStarts := digits &^ (digits<<8 | digitBefore)
		starts := digitStarts | either&^(digits|either<<8|before)
		before, digitBefore = either>>56, digits>>56
		if is != eachHigh {
			starts |= between(ascii, 0xC2&0x7F, 0xC2&0x7F) & x & eachHigh
		}
		for ; starts != 0; starts &= starts - 1 {
			bit := bits.TrailingZeros64(starts)
			k, digit := at+bit/8, digitStarts>>bit&1 != 0
			if digit || openers.may(s[k:]) || s[k] == 0xC2 {
				places = append(places, place{k, digit})
			}
		}
	}
	v.text, v.places, v.number = s, places, 0
	return v
}

// A word of eight bytes answers for each of them in its highest bit.
const (
	eachByte = 0x0101010101010101
	eachHigh = 0x80 * eachByte
)

// eight is the first eight bytes of a text, the first of them lowest.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// fewer is eight for a text that is shorter, with zeros behind it.
func fewer(s string) (x uint64) {
	for i := len(s) - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// between is which of eight ASCII characters lie between two others, both included.
func between(x, low, high uint64) uint64 {
	return (x + (0x80-low)*eachByte) &^ (x + (0x7F-high)*eachByte)
}

// Empty reports whether nothing of the kind begins anywhere.
func (v *Survey) Empty() bool { return len(v.places) == 0 }

// Find gives the stamps inside running text, in order and apart from each other. It is sparing:
// numbers with a dot, ratios, versions, addresses and bare hours are not taken for times.
func Find(s string) []Stamp { return new(Survey).Of(s).Stamps() }

// Stamps is Find.
func (v *Survey) Stamps() []Stamp {
	var out []Stamp
	s, from := v.text, 0
	for _, place := range v.places {
		k := place.at
		if k < from || classes[s[k]]&mayAppear == 0 || k > 0 && !begins(s, k) {
			continue
		}
		p := scanner{s: s, i: k, start: math.MaxInt, prose: true}
		if !p.opens() {
			continue
		}
		var st Stamp
		p.before(&st, k)
		if !p.stamp(&st) {
			continue
		}
		outer := p.start
		p.finish(&st, outer)
		if follows(s, st.End) {
			continue
		}
		out = append(out, st)
		from = st.OuterEnd
	}
	return out
}

// FindDurations gives the lengths of time stated in s, in order and apart from each other: in
// digits or number words, with the usual abbreviations of units. Vague ones ("a few minutes") and
// those in months and years, which have no fixed length, are left out.
func FindDurations(s string) []Duration { return new(Survey).Of(s).Durations() }

// Durations is FindDurations.
func (v *Survey) Durations() []Duration {
	var out []Duration
	s, from := v.text, 0 // from is where the last one ended
	for _, p := range v.places {
		if p.at < from || !measures(s, p.at) {
			continue
		}
		if d, ok := readDuration(s, p.at, from); ok {
			out = append(out, d)
			from = d.End
		}
	}
	return out
}

// Number gives the first offset not before from at which digits begin, the length of the text if there
// is none. Over the calls from must not decrease.
func (v *Survey) Number(from int) int {
	for ; v.number < len(v.places); v.number++ {
		if p := v.places[v.number]; p.at >= from && p.digit {
			return p.at
		}
	}
	return len(v.text)
}

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
