package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestPosition(t *testing.T) {
	tests := []struct {
		name, text string
		offset     int
		want       Position
		line, char int // as UTF16 counts
	}{
		{"start", "abc", 0, Position{1, 1}, 0, 0},
		{"empty text", "", 5, Position{1, 1}, 0, 0},
		{"second line", "a\nbc", 3, Position{2, 2}, 1, 1},
		{"line end belongs to its line", "a\nb", 1, Position{1, 2}, 0, 1},
		{"CRLF", "a\r\nb", 3, Position{2, 1}, 1, 0},
		{"CR alone ends a line", "a\rb", 2, Position{2, 1}, 1, 0},
		{"two bytes", "üx", 2, Position{1, 2}, 0, 1},
		{"outside the basic plane", "😀x", 4, Position{1, 2}, 0, 2},
		{"bad bytes count one each", "\xff\xfex", 2, Position{1, 3}, 0, 2},
		{"past the end", "ab\n", 99, Position{2, 1}, 1, 0},
		{"before the start", "ab", -3, Position{1, 1}, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := New("x", []byte(tt.text))
			if got := f.Position(tt.offset); got != tt.want {
				t.Errorf("Position(%d) = %v, want %v", tt.offset, got, tt.want)
			}
			if line, char := f.UTF16(tt.offset); line != tt.line || char != tt.char {
				t.Errorf("UTF16(%d) = %d, %d, want %d, %d", tt.offset, line, char, tt.line, tt.char)
			}
		})
	}
}

func TestApply(t *testing.T) {
	f := New("x", []byte("one two three"))
	tests := []struct {
		name  string
		edits []Edit
		want  string
		err   string
	}{
		{"nothing", nil, "one two three", ""},
		{"in any order", []Edit{{Span{8, 13}, "3"}, {Span{0, 3}, "1"}}, "1 two 3", ""},
		{"insertions keep their order", []Edit{{Span{4, 4}, "a "}, {Span{4, 4}, "b "}}, "one a b two three", ""},
		{"the same edit twice", []Edit{{Span{0, 4}, ""}, {Span{0, 4}, ""}}, "two three", ""},
		{"insertion before a replacement", []Edit{{Span{4, 7}, "2"}, {Span{4, 4}, "+"}}, "one +2 three", ""},
		{"overlap", []Edit{{Span{0, 5}, ""}, {Span{4, 7}, ""}}, "", "edits at 1:1 and 1:5 overlap"},
		{"outside", []Edit{{Span{10, 99}, ""}}, "", "lies outside the text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := f.Apply(tt.edits...)
			if tt.err != "" {
				if err == nil || !strings.Contains(err.Error(), tt.err) {
					t.Fatalf("error %v, want %q", err, tt.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, string(got)); d != "" {
				t.Error(d)
			}
		})
	}
}

// FuzzPosition holds the laws of places: conversions stay in the text, the way back from an offset
// at the start of a character is the same offset, and applying no edit changes nothing.
func FuzzPosition(f *testing.F) {
	for _, s := range []string{"", "a\r\nb\rc\n", "😀ü\n\xff", "\n\n"} {
		f.Add([]byte(s), 3)
	}
	f.Fuzz(func(t *testing.T, text []byte, offset int) {
		file := New("f", text)
		p := file.Position(offset)
		if p.Line < 1 || p.Line > file.Lines() || p.Column < 1 {
			t.Fatalf("Position(%d) = %v in %d lines", offset, p, file.Lines())
		}
		if at := file.Offset(p); at < 0 || at > len(text) {
			t.Fatalf("Offset(%v) = %d of %d", p, at, len(text))
		}
		if utf8.Valid(text) && offset >= 0 && offset <= len(text) && (offset == len(text) || utf8.RuneStart(text[offset])) {
			line := file.Line(file.LineAt(offset))
			if offset <= line.End {
				if back := file.Offset(p); back != offset {
					t.Fatalf("Offset(Position(%d)) = %d", offset, back)
				}
				if back := file.FromUTF16(file.UTF16(offset)); back != offset {
					t.Fatalf("FromUTF16(UTF16(%d)) = %d", offset, back)
				}
			}
		}
		same, err := file.Apply()
		if err != nil || !bytes.Equal(same, text) {
			t.Fatalf("no edit changed the text: %v", err)
		}
	})
}
