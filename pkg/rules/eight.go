package rules

import "encoding/binary"

// Most of a text is of no interest to a rule, so the rules that read all of it look at eight bytes
// together: each byte of a number says the same of the byte of the text in its place, in its highest bit.

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// eightBytes are those of text from i on, the first one lowest; beyond the end they are zero.
func eightBytes(text string, i int) uint64 {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64([]byte(text[i : i+8]))
	}
	return lastBytes(text, i)
}

func lastBytes(text string, i int) uint64 {
	var b uint64
	for k := len(text) - 1; k >= i; k-- {
		b = b<<8 | uint64(text[k])
	}
	return b
}

// letterBits marks the ASCII letters among the first 64 bytes, one bit each.
func letterBits(text string) (marked uint64) {
	for i := 0; i < 64 && i < len(text); i += 8 {
		marked |= (letter(eightBytes(text, i)) >> 7 * 0x0102040810204080 >> 56) << i
	}
	return marked
}

// letter sets the highest bit of each of eight bytes that is an ASCII letter.
func letter(b uint64) uint64 {
	low := b&^highs | ' '*ones // no byte carries into the next
	return (low + (0x80-'a')*ones) &^ (low + (0x7F-'z')*ones) &^ b & highs
}

// leadingLetters keeps the letters that come first, in lower case.
func leadingLetters(b uint64) uint64 {
	end := ^letter(b) & highs
	return (b | ' '*ones) & (end&-end>>7 - 1) // the bits below the lowest of end
}

// is sets the highest bit of each of eight bytes that is a certain one, of ASCII.
func is(b uint64, c byte) uint64 {
	return ^((b&^highs ^ uint64(c)*ones) + 0x7F*ones | b) & highs
}

// wordKey is the beginning of a word in lower case as one number, and what stands behind it.
func wordKey(low string) (key uint64, rest string) {
	n := min(8, len(low))
	return fold(eightBytes(low, 0), n), low[n:]
}

// fold keeps the first n of eight bytes that can be inside a word, in lower case.
func fold(b uint64, n int) uint64 { return (b | ' '*ones) & (1<<(8*n) - 1) }
