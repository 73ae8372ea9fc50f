// Package eight looks at eight bytes of a text together. Most of a text is of no interest to whoever
// reads all of it, and to ask of every byte what it is costs more than all that follows.
//
// Eight bytes are a number, the first one lowest. An answer about them is a number as well, in which
// the highest bit of each byte is the answer about the byte in its place, and all other bits are zero.
package eight

import "encoding/binary"

// The lowest and the highest bit of each byte.
const (
	Ones  = 0x0101010101010101
	Highs = 0x8080808080808080
)

// At gives the bytes of a text from i on; beyond the end they are zero. A loop is faster on bytes than on
// a string, and to take a string for bytes that are only read costs nothing.
func At(text []byte, i int) uint64 {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64(text[i : i+8])
	}
	return last(text[i:])
}

// last stays out of line, so that the loops which call At have the registers for themselves.
//
//go:noinline
func last(text []byte) (b uint64) {
	for k := len(text) - 1; k >= 0; k-- {
		b = b<<8 | uint64(text[k])
	}
	return b
}

// Between tells which bytes lie between two characters of ASCII, both included.
func Between(b uint64, low, high byte) uint64 {
	ascii := b &^ Highs // no byte carries into the next
	return (ascii + uint64(0x80-low)*Ones) &^ (ascii + uint64(0x7F-high)*Ones) &^ b & Highs
}

// Letters tells which bytes are letters of ASCII.
func Letters(b uint64) uint64 { return Between(b|' '*Ones, 'a', 'z') }

// Digits tells which bytes are digits of ASCII.
func Digits(b uint64) uint64 { return Between(b, '0', '9') }

// Is tells which bytes are a certain character of ASCII.
func Is(b uint64, c byte) uint64 {
	return ^((b&^Highs ^ uint64(c)*Ones) + 0x7F*Ones | b) & Highs
}
