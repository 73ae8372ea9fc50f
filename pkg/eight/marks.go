package eight

import "encoding/binary"

// Marks is a set of places of a text, sixty-four in each number, the first one lowest.
type Marks []uint64

// Starts marks where words and where numbers of ASCII begin: a letter with neither a letter nor a digit
// before it, and a digit with none before it.
func Starts(text string) (words, numbers Marks) {
	n := (len(text) + 63) / 64
	both := make(Marks, 2*n)
	words, numbers = both[:n:n], both[n:]
	var letter, digit uint64 // is the byte before one
	var last [64]byte
	rest := []byte(text)
	for k := range words {
		block := &last
		if len(rest) >= 64 {
			block, rest = (*[64]byte)(rest), rest[64:]
		} else {
			copy(last[:], rest)
		}
		var letters, digits uint64
		for i := 0; i < 64; i += 8 {
			b := binary.LittleEndian.Uint64(block[i : i+8])
			letters |= gather(Letters(b)) << i
			digits |= gather(Digits(b)) << i
		}
		words[k] = letters &^ ((letters|digits)<<1 | letter | digit)
		numbers[k] = digits &^ (digits<<1 | digit)
		letter, digit = letters>>63, digits>>63
	}
	return words, numbers
}

// gather moves the highest bits of eight bytes together.
func gather(answer uint64) uint64 { return answer >> 7 * 0x0102040810204080 >> 56 }
