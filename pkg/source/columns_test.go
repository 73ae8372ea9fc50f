package source_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestLongLines counts columns of a text with long lines as the slow way does.
func TestLongLines(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 1))
	var b strings.Builder
	for b.Len() < 40_000 {
		b.WriteString([]string{"a", "é", "漢", "😀", "\xff", "\xf0\x9f", "\u200b"}[rnd.IntN(7)])
		if rnd.IntN(9000) == 0 {
			b.WriteString("\r\n")
		}
	}
	text := b.String()
	f := source.New("a.md", []byte(text))
	for range 2000 {
		at := rnd.IntN(len(text) + 1)
		start := strings.LastIndexByte(text[:at], '\n') + 1
		want := source.Position{Line: strings.Count(text[:at], "\n") + 1, Column: utf8.RuneCountInString(text[start:at]) + 1}
		if got := f.Position(at); got != want {
			t.Fatalf("offset %d is %v, want %v", at, got, want)
		}
		if _, char := f.UTF16(at); char != len(utf16.Encode([]rune(text[start:at]))) {
			t.Fatalf("offset %d is UTF-16 unit %d, want %d", at, char, len(utf16.Encode([]rune(text[start:at]))))
		}
	}
}
