package markdown

import (
	"bytes"
	"fmt"
	"slices"
)

// walker follows the block structure of a text as closely as is needed to know which lines make
// up one block of inline text, what is code, and how deep a line is nested. Where the structure
// depends on rules it does not know, it is lost: from there on only blank lines separate blocks
// and nothing is code, so that it may count too much and never too little.
type walker struct {
	text       []byte
	start, end int    // of the line
	what       string // the bound that is broken

	stack [maxDepth]container
	depth int
	leaf  leaf
	lost  bool
	apart bool // when lost: the last line was blank

	fence    byte // what closes a fence: this character,
	fenceLen int  // at least so many times
	columns  int  // of the table that the paragraph turned out to be
	noTable  bool
	last     []byte // the last line of text
	defines  bool   // the paragraph begins with what may be a link definition
	header   int    // cells that the last line of the paragraph would be as a table header

	block tally

	lines, steps, quotes, cells, notes, headings, expanded int

	trace func(start, end, depth, block int) // for tests: every stretch of inline text
	nth   int
}

// tally counts in one block what costs a Markdown parser time.
type tally struct {
	lines, delims, brackets, ticks, oddTicks int

	nest    int  // brackets that are open
	unclear bool // a bracket that seems to close may be part of something else
	target  bool // inside ( ) that may be the target of a link
	angle   bool // inside < >
}

type leaf int

const (
	none leaf = iota
	paragraph
	fenced
	comment // <!-- to -->
	markup  // a paragraph or HTML block that begins with a tag
)

// container is a list item, a quote or a footnote that is open. Lines belong to it that are
// indented by width, or begin with > where width is 0.
type container struct {
	width int
	empty bool // an item with nothing behind its marker yet
}

func (w *walker) line(line []byte) {
	w.lines++
	w.check(w.lines, maxLines, "%d lines; %d is the most that is read")
	if w.lost {
		w.lostLine(line)
		return
	}
	c := cursor{line: line}
	c.look()
	matched := w.match(&c)
	if w.lost {
		w.lose(line)
		return
	}
	w.step(matched)
	if matched == w.depth && (w.leaf == fenced || w.leaf == comment) {
		w.raw(&c)
		return
	}
	if c.blank() {
		w.endBlock()
		w.depth, w.leaf = matched, none
		if w.depth > 0 && w.stack[w.depth-1].empty {
			w.depth--
			w.lost = w.inList()
		}
		return
	}
	if w.leaf == markup {
		w.tagged(&c, matched)
		return
	}
	w.open(&c, matched)
}

// inList reports whether a list is open. An empty item before a blank line ends all lists around it,
// but not always at once.
func (w *walker) inList() bool {
	return slices.ContainsFunc(w.stack[:w.depth], func(b container) bool { return b.width > 0 })
}

// match goes past what the open containers ask of a line and says how many of them go on.
func (w *walker) match(c *cursor) int {
	for i := range w.depth {
		b := &w.stack[i]
		switch {
		case b.width == 0:
			if c.width > 3 || c.next >= len(c.line) || c.line[c.next] != '>' {
				return i
			}
			w.quote(c)
		case c.blank():
		case c.width >= b.width:
			c.skip(b.width)
			if b.empty {
				// An item behind an empty one is its sibling, whatever its indentation.
				b.empty, w.lost = false, markerLen(c.rest()) > 0
			}
		default:
			return i
		}
	}
	return w.depth
}

func (w *walker) quote(c *cursor) {
	c.take(1)
	if c.width > 0 {
		c.skip(1)
	}
}

// raw handles a line of a fenced block or a comment.
func (w *walker) raw(c *cursor) {
	if w.leaf == comment {
		if bytes.Contains(c.rest(), []byte("-->")) {
			w.leaf = none
		}
		return
	}
	rest := c.rest()
	n := run(rest, w.fence)
	if c.width < 4 && n >= w.fenceLen && allBlank(rest[n:]) {
		w.leaf = none
	}
}

func run(line []byte, c byte) (n int) {
	for n < len(line) && line[n] == c {
		n++
	}
	return n
}

func (w *walker) quoted(n int) {
	w.quotes += n
	w.check(w.quotes, maxQuotes, "%d quotes are opened; %d is the most that is read")
}

// heading counts a heading, and what of its last line may be read as attributes.
func (w *walker) heading(line []byte) {
	w.headings++
	w.check(w.headings, maxHeadings, "%d headings; %d is the most that is read")
	if at := bytes.IndexByte(line, '{'); at >= 0 {
		attrs := line[at:]
		w.check(len(attrs), maxAttrs, "%d bytes of attributes in a heading; %d is the most that is read")
		w.check(bytes.Count(attrs, []byte{'{'})+bytes.Count(attrs, []byte{'['}), maxBraces, "%d brackets in the attributes of a heading; %d is the most that is read")
	}
}

// close ends the block, and the containers that do not go on.
func (w *walker) close(matched int) {
	w.endBlock()
	w.depth, w.leaf = matched, none
}

func (w *walker) push(b container) {
	if w.depth == maxDepth {
		w.check(maxDepth+1, maxDepth, "lists and quotes nest more than %[2]d deep; %[2]d is the most that is read")
		return
	}
	w.stack[w.depth] = b
	w.depth++
}

func (w *walker) endBlock() {
	w.block = tally{}
	w.nth++
}

// step counts what a line costs because of the containers it is inside of.
func (w *walker) step(depth int) {
	w.steps += depth
	w.check(w.steps, maxSteps, "lines inside of lists and quotes make %d steps; %d is the most that is read")
}

func (w *walker) check(n, most int, phrase string) {
	if n > most && w.what == "" {
		w.what = fmt.Sprintf(phrase, n, most)
	}
}
