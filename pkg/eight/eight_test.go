package eight_test

import (
	"strings"
	"testing"

	"github.com/openpostmortem/postmortem/pkg/eight"
)

// TestBytes asks about every byte in every place, with bytes beside it that would carry or borrow.
func TestBytes(t *testing.T) {
	for _, beside := range []byte{0, ' ', '0', 'z', 0x7F, 0x80, 0xFF} {
		for c := range 256 {
			for place := range 8 {
				text := []byte{beside, beside, beside, beside, beside, beside, beside, beside, beside}
				text[place] = byte(c)
				b, own := eight.At(text, 0), uint64(0x80)<<(8*place)
				letter, digit := c|' ' >= 'a' && c|' ' <= 'z', c >= '0' && c <= '9'
				if got := eight.Letters(b)&own != 0; got != letter {
					t.Errorf("%#x among %#x: a letter is %t", c, beside, got)
				}
				if got := eight.Digits(b)&own != 0; got != digit {
					t.Errorf("%#x among %#x: a digit is %t", c, beside, got)
				}
				if c < 0x80 && eight.Is(b, byte(c))&own == 0 || eight.Is(b, '!')&own != 0 && c != '!' {
					t.Errorf("%#x among %#x is not told from others", c, beside)
				}
				if other := eight.Letters(b) | eight.Digits(b) | eight.Is(b, '!'); other&^eight.Highs != 0 {
					t.Errorf("%#x among %#x: an answer has other bits: %#x", c, beside, other)
				}
			}
		}
	}
}

func TestAt(t *testing.T) {
	const text = "abcdefghij"
	for i := range len(text) + 1 {
		var want uint64
		for k := range 8 {
			if i+k < len(text) {
				want |= uint64(text[i+k]) << (8 * k)
			}
		}
		if got := eight.At([]byte(text), i); got != want {
			t.Errorf("at %d: %#x, want %#x", i, got, want)
		}
	}
}

// FuzzStarts holds the marks to what they are said to be, byte by byte.
func FuzzStarts(f *testing.F) {
	for _, s := range []string{"", "a", "1", "ab 12 a1b2 1a", strings.Repeat("seven7 ", 30), strings.Repeat("x", 63) + "1a b", "\xFFa\x80b\x00c é1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words, numbers := eight.Starts(text)
		letter := func(i int) bool { return i >= 0 && text[i]|' ' >= 'a' && text[i]|' ' <= 'z' }
		digit := func(i int) bool { return i >= 0 && text[i] >= '0' && text[i] <= '9' }
		for i := range len(text) {
			if got := words[i/64]>>(i%64)&1 != 0; got != (letter(i) && !letter(i-1) && !digit(i-1)) {
				t.Errorf("%q: a word at %d is %t", text, i, got)
			}
			if got := numbers[i/64]>>(i%64)&1 != 0; got != (digit(i) && !digit(i-1)) {
				t.Errorf("%q: a number at %d is %t", text, i, got)
			}
		}
	})
}

// FuzzOpenings holds that no text of the set is missed, in neither case, and that a set looked up at many
// places says what it says of each.
func FuzzOpenings(f *testing.F) {
	for _, s := range []string{"", "a few", "We had, THE ISP; i could", strings.Repeat("we ", 50) + "be", strings.Repeat("x", 62) + " isp", "\xFFfew"} {
		f.Add(s)
	}
	texts := []string{"few", "we ", "isp", "because", "a\t"}
	f.Fuzz(func(t *testing.T, text string) {
		words, _ := eight.Starts(text)
		for letters := 2; letters <= 4; letters++ {
			set := eight.NewOpenings(letters, texts...)
			among := set.Among(words, text)
			for i := range len(text) {
				open := set.Open(text, i)
				for _, opening := range texts {
					if rest := text[i:]; !open && len(rest) >= len(opening) && strings.EqualFold(rest[:len(opening)], opening) {
						t.Errorf("%q at %d of %q is missed", opening, i, text)
					}
				}
				if got := among[i/64]>>(i%64)&1 != 0; got != (open && words[i/64]>>(i%64)&1 != 0) {
					t.Errorf("%q at %d: among the words %t, by itself %t", text, i, got, open)
				}
			}
		}
	})
}
