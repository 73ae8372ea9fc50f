package markdown

import "bytes"

// open handles what begins on a line, behind the containers that go on.
func (w *walker) open(c *cursor, matched int) {
	lazy := w.leaf == paragraph
	for w.what == "" {
		rest := c.rest()
		if len(rest) == 0 || c.blank() {
			w.close(matched)
			return
		}
		if c.width > 3 {
			if lazy {
				w.prose(c, matched)
			} else {
				w.close(matched) // indented code
			}
			return
		}
		marker, tab := markerLen(rest), c.tab()
		if lazy && !tab && matched == w.depth && w.columns > 0 && isUnderline(rest) {
			// It cannot underline a table, which therefore ends here.
			w.close(matched)
			lazy = false
		}
		switch first := rest[0]; {
		case first == '>':
			w.close(matched)
			w.push(container{})
			w.quoted(1)
			w.quote(c)
		case first == '#' && isHeading(rest):
			w.close(matched)
			w.heading(rest)
			w.inline(c.next)
			w.endBlock()
			return
		case (first == '`' || first == '~') && w.openFence(rest, matched):
			return
		case first == '<' && !tab && w.html(c, matched):
			return
		case lazy && !tab && matched == w.depth && isUnderline(rest):
			// If the paragraph is nothing but link definitions, the line is text.
			if w.defines {
				w.lose(c.line)
				return
			}
			w.heading(w.last)
			w.close(matched)
			return
		case isRuler(rest):
			w.close(matched)
			return
		case marker > 0 && !tab && !(lazy && matched == w.depth && !interrupts(rest, marker)):
			w.close(matched)
			if !w.item(c, marker) {
				return
			}
		case noteLen(rest) > 0 && (tab || c.pad > 0):
			w.lose(c.line)
			return
		case noteLen(rest) > 0:
			w.close(matched)
			w.push(container{width: 4})
			c.take(noteLen(rest))
		default:
			w.prose(c, matched)
			return
		}
		lazy, matched = false, w.depth
	}
}

// item opens a list item at the cursor, which is at its marker. The parser counts the columns of a
// tab behind the marker as if the line began at the cursor; where that differs, the walker is lost.
func (w *walker) item(c *cursor, marker int) bool {
	width, shifted := c.width+marker, c.column%4 != 0
	c.take(marker)
	switch {
	case c.tab() && shifted:
		w.lose(c.line)
		return false
	case c.blank():
		w.push(container{width: width + 1, empty: true})
	case c.width > 4:
		w.push(container{width: width + 1})
		c.skip(1)
	default:
		w.push(container{width: width + c.width})
		c.skip(c.width)
	}
	return true
}

// interrupts reports whether a list item may end the paragraph before it.
func interrupts(rest []byte, marker int) bool {
	number := bytes.TrimLeft(rest[:marker-1], "0")
	return !allBlank(rest[marker:]) && (marker == 1 || string(number) == "1")
}

func isHeading(rest []byte) bool {
	n := run(rest, '#')
	return n <= 6 && (n == len(rest) || isBlank(rest[n]))
}

func isUnderline(rest []byte) bool {
	if rest[0] != '=' && rest[0] != '-' {
		return false
	}
	return allBlank(rest[run(rest, rest[0]):])
}

func isRuler(rest []byte) bool {
	mark, n := rest[0], 0
	if mark != '-' && mark != '*' && mark != '_' {
		return false
	}
	for _, c := range rest {
		if c == mark {
			n++
		} else if !isBlank(c) {
			return false
		}
	}
	return n > 2
}

func (w *walker) openFence(rest []byte, matched int) bool {
	n := run(rest, rest[0])
	if n < 3 || rest[0] == '`' && bytes.IndexByte(rest[n:], '`') >= 0 {
		return false
	}
	w.close(matched)
	w.leaf, w.fence, w.fenceLen = fenced, rest[0], n
	return true
}

// prose handles a line of a paragraph, or one that goes on with it though its containers do not.
func (w *walker) prose(c *cursor, matched int) {
	if w.leaf != paragraph {
		w.close(matched)
		w.leaf, w.columns, w.noTable, w.header = paragraph, 0, false, -1
		w.defines = bytes.TrimLeft(c.rest(), "\r")[0] == '['
	}
	if w.columns == 0 && !w.noTable && w.header >= 0 {
		switch n := delimiterColumns(c.rest()); {
		case n == 0:
		case c.width > 3, c.tab(), w.defines, len(bytes.Trim(c.rest(), "- \t\r")) == 0:
			// Whether the line counts depends on what ends the paragraph, or what the one before is.
			w.lose(c.line)
			return
		case n < w.header:
			w.noTable = true
		default:
			w.columns = n
			w.cells += n
		}
	}
	if w.columns > 0 {
		w.endBlock()
		w.cells += w.columns
		w.check(w.cells, maxCells, "tables have %d cells; %d is the most that is read")
	} else {
		w.header = headerColumns(c.rest())
	}
	w.last = c.rest()
	w.inline(c.next)
}
