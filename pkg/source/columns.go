package source

import (
	"sort"
	"unicode/utf8"
)

// A column is counted from the start of its line. Where a line is as long as a book, and thousands
// of places on it are asked for, that would take forever, so such a text has marks every so often at
// which the counts are known.

const (
	longLine  = 4096
	markEvery = 1024
)

// mark is how many code points and UTF-16 code units stand before an offset.
type mark struct{ offset, runes, utf16 int }

// mark makes the marks if a line is long.
func (f *File) mark() {
	long := false
	for i, start := range f.lines {
		end := len(f.Text)
		if i+1 < len(f.lines) {
			end = f.lines[i+1]
		}
		long = long || end-start > longLine
	}
	if !long {
		return
	}
	at := mark{}
	for at.offset < len(f.Text) {
		if len(f.marks) == 0 || at.offset-f.marks[len(f.marks)-1].offset >= markEvery {
			f.marks = append(f.marks, at)
		}
		at = at.next(f.Text)
	}
}

func (m mark) next(text []byte) mark {
	r, n := utf8.DecodeRune(text[m.offset:])
	m.offset += n
	m.runes++
	if m.utf16++; r > 0xFFFF {
		m.utf16++
	}
	return m
}

// upTo counts on to the end of a text.
func (m mark) upTo(text []byte) mark {
	for m.offset < len(text) {
		if text[m.offset] < utf8.RuneSelf {
			m.offset++
			m.runes++
			m.utf16++
			continue
		}
		m = m.next(text)
	}
	return m
}

// columns counts the code points and the UTF-16 code units between two offsets.
func (f *File) columns(start, end int) (runes, utf16 int) {
	if f.marks == nil || end-start < markEvery {
		at := mark{offset: start}.upTo(f.Text[:end])
		return at.runes, at.utf16
	}
	a, b := f.before(start), f.before(end)
	return b.runes - a.runes, b.utf16 - a.utf16
}

// before counts from the start of the text, from the last mark on.
func (f *File) before(offset int) mark {
	i := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].offset > offset }) - 1
	return f.marks[max(i, 0)].upTo(f.Text[:offset])
}
