package markdown

import (
	"bytes"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// The bounds of what is read. A Markdown parser that follows the specification and keeps simple
// data structures takes quadratic time on some texts of a few kilobytes: every delimiter may look
// at every other, every blank line at every open list, every short table row is filled up. The
// bounds are on exactly these products and far above what people write.
const (
	maxBytes    = 8 << 20
	maxDepth    = 64        // lists, quotes and footnotes inside each other
	maxLines    = 200_000   // each makes a node of the tree, or two
	maxSteps    = 500_000   // over all lines: the lists, quotes and footnotes that a line is inside of
	maxQuotes   = 20_000    // each costs 27 bytes of HTML
	maxHeadings = 10_000    // each is given a name that no other has
	maxBraces   = 16        // { and [ in a heading, which may begin attributes
	maxAttrs    = 1_000     // bytes of a heading that may be attributes
	maxDelims   = 1_000     // characters of emphasis in one block
	maxBrackets = 2_000     // opening brackets in one block
	maxNest     = 64        // of them inside each other
	maxTicks    = 2_000     // runs of backticks in one block
	maxOddTicks = 64        // of these, the ones that may have no partner
	maxReach    = 2_000_000 // brackets or backtick runs of a block, times its lines
	maxOpen     = 100       // link targets that begin before one is closed
	maxCells    = 20_000    // table cells, with those that short rows leave out
	maxNotes    = 1_000     // footnote marks
	maxExpanded = 160_000   // bytes that link definitions may add, besides two for each of the text
	calmBytes   = 64 << 10  // a longer text is always walked
	calmReach   = 2_000_000 // brackets or backticks, times bytes, that need no walk
)

// exceeds reports the first bound that a text breaks from an offset on, where its Markdown begins: the
// phrase to tell people, and the place.
// It takes one pass and no memory that grows with the text. Nothing else may look at a text
// before it.
//
// Most texts hold too few of the characters that cost time to break any bound, however they are
// arranged; they are only counted. The others are walked line by line.
func exceeds(text []byte, from int) (what string, at source.Span, ok bool) {
	if len(text) > maxBytes {
		return fmt.Sprintf("the text is %d bytes long; %d is the most that is read", len(text), maxBytes), source.Span{Start: 0, End: lineEnd(text, 0)}, true
	}
	if calm(text[from:]) {
		return "", source.Span{}, false
	}
	w := walker{text: text}
	for at := from; at < len(text) && w.what == ""; {
		end := lineEnd(text, at)
		w.start, w.end = at, end
		w.line(text[at:end])
		at = end + 1
	}
	if w.what == "" {
		w.expansion()
	}
	return w.what, source.Span{Start: w.start, End: w.end}, w.what != ""
}

func lineEnd(text []byte, at int) int {
	if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n
	}
	return len(text)
}

// calm reports that no arrangement of the text's characters can break a bound.
func calm(text []byte) bool {
	size := len(text)
	brackets, braces := bytes.Count(text, []byte{'['}), bytes.Count(text, []byte{'{'})
	switch {
	case size > calmBytes,
		bytes.Count(text, []byte{'*'})+bytes.Count(text, []byte{'_'})+bytes.Count(text, []byte{'~'}) > maxDelims,
		brackets > maxNotes || brackets*size > calmReach,
		bytes.Count(text, []byte{'`'})*size > calmReach,
		braces*size > calmReach || braces > 0 && size > calmBytes/4,
		size > maxQuotes && bytes.Count(text, []byte{'>'}) > maxQuotes,
		brackets*size > maxExpanded+2*size && bytes.Contains(text, []byte("]:")):
		return false
	}
	lines, indent, marks, columns := 0, 0, 0, 0
	for at := 0; at < len(text); lines++ {
		end := lineEnd(text, at)
		line := text[at:end]
		at = end + 1
		i := 0
		for i < len(line) && line[i] == ' ' {
			i++
		}
		if i == len(line) {
			continue
		}
		if c := line[i]; isLetter(c) || c >= 0x80 { // no container begins with a letter
			indent = max(indent, i)
			continue
		}
		h := readHead(line)
		marks, indent = max(marks, h.marks), max(indent, h.columns)
		columns = max(columns, delimiterColumns(line[i:]), delimiterColumns(line[h.end:]))
	}
	depth := indent/2 + marks
	return lines <= maxHeadings && depth <= maxDepth && lines*depth <= maxSteps && columns*lines <= maxCells
}

// head is what may open or continue containers at the start of a line; it may be more than does.
type head struct {
	marks   int // of lists, quotes and footnotes
	quotes  int // of the marks
	columns int // of blank space, which may stand for containers that are open
	end     int // offset of what follows
}

func readHead(line []byte) (h head) {
	for h.end < len(line) {
		m := 1
		switch line[h.end] {
		case ' ':
			h.columns++
			h.end++
			continue
		case '\t':
			h.columns += 4
			h.end++
			continue
		case '>':
			h.quotes++
		default:
			if m = markerLen(line[h.end:]); m == 0 {
				m = noteLen(line[h.end:])
			}
			if m == 0 {
				return h
			}
		}
		h.marks++
		h.end += m
		if h.end < len(line) && line[h.end] == ' ' {
			h.end++
		}
	}
	return h
}

// markerLen is the length of a list marker, 0 if the line does not begin with one.
func markerLen(line []byte) int {
	i := 0
	switch {
	case len(line) == 0:
		return 0
	case line[0] == '-' || line[0] == '*' || line[0] == '+':
		i = 1
	default:
		for i < len(line) && line[i] >= '0' && line[i] <= '9' {
			i++
		}
		if i == 0 || i > 9 || i == len(line) || line[i] != '.' && line[i] != ')' {
			return 0
		}
		i++
	}
	if i < len(line) && line[i] != ' ' && line[i] != '\t' {
		return 0
	}
	return i
}

// noteLen is the length of the mark "[^label]:" that opens a footnote, 0 if there is none.
func noteLen(line []byte) int {
	if len(line) < 5 || line[0] != '[' || line[1] != '^' {
		return 0
	}
	for i := 2; i < len(line)-1; i++ {
		switch line[i] {
		case '\\':
			if isPunct(line[i+1]) {
				i++
			}
		case '[':
			return 0
		case ']':
			if line[i+1] != ':' || allBlank(line[2:i]) {
				return 0
			}
			return i + 2
		}
	}
	return 0
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !isLetter(c) && (c < '0' || c > '9')
}

// delimiterColumns is the number of columns that a line like "|---|:-:|" gives a table, 0 if the
// line is no such one.
func delimiterColumns(line []byte) (columns int) {
	const (
		empty = iota
		colon
		dashes
		closed // by a colon or a space
	)
	bars, cell := 0, empty
	for i := 0; i <= len(line); i++ {
		var c byte = '|'
		if i < len(line) {
			c = line[i]
		}
		switch {
		case c == '-' && cell <= dashes:
			cell = dashes
		case c == ':' && cell == empty:
			cell = colon
		case c == ':' && cell == dashes:
			cell = closed
		case isBlank(c) && cell != colon:
			if cell == dashes {
				cell = closed
			}
		case c == '|' && cell >= dashes:
			columns++
			bars++
			cell = empty
		case c == '|' && cell == empty && (bars == 0 || i == len(line)):
			bars++
		default:
			return 0
		}
	}
	return columns
}

// headerColumns is the number of cells of a table's first row.
func headerColumns(line []byte) (n int) {
	line = bytes.Trim(line, " \t\n\r")
	at, limit := 0, len(line)
	if limit > 0 && line[0] == '|' {
		at++
	}
	if limit > 0 && line[limit-1] == '|' {
		limit--
	}
	for ; at < limit; at++ {
		n++
		for at < limit && (line[at] != '|' || at > 0 && line[at-1] == '\\') {
			at++
		}
	}
	return n
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r'
}

func allBlank(line []byte) bool {
	for _, c := range line {
		if !isBlank(c) {
			return false
		}
	}
	return true
}
