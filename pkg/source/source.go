// Package source holds a text, the places in it, and the edits that change it.
//
// Places are byte offsets everywhere inside the program; a Span is half-open. The units that
// people and other programs count in (lines, code points, UTF-16 code units) exist only at the
// edges and only File converts to them, so no other code ever adds to a column.
//
// Nothing here knows what the text means. All functions are total: an offset outside the text is
// moved to the nearest end, and a text that is not UTF-8 counts each bad byte as one code point.
package source

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// Span is a half-open range of bytes, [Start, End). The zero Span stands for "nowhere".
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether the span is the zero Span, which stands for a value that is not written
// anywhere.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Join is the smallest span that covers both; a zero span adds nothing.
func (s Span) Join(o Span) Span {
	switch {
	case s.IsZero():
		return o
	case o.IsZero():
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Position is a place as people count it: lines from 1, columns from 1 in Unicode code points. A
// tab is one column. It is what editors show, and what JSON and SARIF output use.
type Position struct{ Line, Column int }

// File is a text and where it came from. Text is never changed after New.
type File struct {
	Path string
	Text []byte

	lines []int  // offset of the first byte of each line
	marks []mark // see columns.go; nil unless a line is long
}

// New makes a File of text. Path is only a name: nothing is read from it.
// Lines end at LF, at CRLF, and at a CR that stands alone.
func New(path string, text []byte) *File {
	f := &File{Path: path, Text: text, lines: make([]int, 1, 2+bytes.Count(text, []byte{'\n'}))}
	defer f.mark()
	if bytes.IndexByte(text, '\r') < 0 {
		for i := 0; ; {
			n := bytes.IndexByte(text[i:], '\n')
			if n < 0 {
				return f
			}
			i += n + 1
			f.lines = append(f.lines, i)
		}
	}
	for i, c := range text {
		if c == '\n' || c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// Slice is the text of a span, as a string; the span is clipped to the text.
func (f *File) Slice(s Span) string {
	start := f.clip(s.Start)
	return string(f.Text[start:max(start, f.clip(s.End))])
}

// Lines is the number of lines; a text has at least one, and a final line end begins another.
func (f *File) Lines() int { return len(f.lines) }

// Line is the span of the n-th line, counted from 1, without its line end.
func (f *File) Line(n int) Span {
	n = min(max(n, 1), len(f.lines))
	start, end := f.lines[n-1], len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n]
		for end > start && (f.Text[end-1] == '\n' || f.Text[end-1] == '\r') {
			end--
		}
	}
	return Span{start, end}
}

// LineAt is the number, from 1, of the line that holds the offset.
func (f *File) LineAt(offset int) int {
	offset = f.clip(offset)
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > offset })
}

// Position converts a byte offset for people.
func (f *File) Position(offset int) Position {
	offset = f.clip(offset)
	line := f.LineAt(offset)
	runes, _ := f.columns(f.lines[line-1], offset)
	return Position{line, runes + 1}
}

// Offset converts back from a Position, whose column is moved into the line if it lies outside.
func (f *File) Offset(p Position) int {
	line := f.Line(p.Line)
	at := line.Start
	for c := 1; c < p.Column && at < line.End; c++ {
		if f.Text[at] < utf8.RuneSelf {
			at++
			continue
		}
		_, n := utf8.DecodeRune(f.Text[at:line.End])
		at += n
	}
	return at
}

// UTF16 converts a byte offset for the Language Server Protocol: line and character from 0, the
// character in UTF-16 code units.
func (f *File) UTF16(offset int) (line, char int) {
	offset = f.clip(offset)
	n := f.LineAt(offset)
	_, char = f.columns(f.lines[n-1], offset)
	return n - 1, char
}

// FromUTF16 converts back from a line and character as UTF16 gives them.
func (f *File) FromUTF16(line, char int) int {
	l := f.Line(line + 1)
	at := l.Start
	for char > 0 && at < l.End {
		r, n := utf8.DecodeRune(f.Text[at:l.End])
		if char--; r > 0xFFFF {
			char--
		}
		at += n
	}
	return at
}

func (f *File) clip(offset int) int { return min(max(offset, 0), len(f.Text)) }
