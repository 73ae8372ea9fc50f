package markdown

import "bytes"

// html handles a line that begins with <, and reports whether it did. Of most tags it cannot know
// without their names whether they begin an HTML block or a paragraph, but both last to the next
// blank line.
func (w *walker) html(c *cursor, matched int) bool {
	rest := c.rest()
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		w.close(matched)
		w.leaf = comment
		if bytes.Contains(rest, []byte("-->")) {
			w.leaf = none
		}
	case !isTag(rest):
		return false
	case endsAtBlank(rest) && (w.leaf != paragraph || matched == w.depth):
		if w.leaf != paragraph {
			w.close(matched)
		}
		w.leaf = markup
		w.inline(c.next)
	default:
		w.lose(c.line)
	}
	return true
}

// isTag reports whether the line may begin an HTML block that is no comment.
func isTag(rest []byte) bool {
	rest = bytes.TrimLeft(rest[1:], "/ ")
	return len(rest) > 0 && (rest[0] == '!' || rest[0] == '?' || isLetter(rest[0]))
}

// endsAtBlank tells the tags whose HTML block ends at a blank line from those that have their own
// end.
func endsAtBlank(rest []byte) bool {
	if rest[1] == '!' || rest[1] == '?' {
		return false
	}
	for _, name := range []string{"script", "style", "pre", "textarea"} {
		if len(rest) > len(name) && bytes.EqualFold(rest[1:1+len(name)], []byte(name)) {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// tagged handles a line of what is an HTML block or a paragraph that begins with a tag.
func (w *walker) tagged(c *cursor, matched int) {
	rest := c.rest()
	switch first := rest[0]; {
	case matched < w.depth, readHead(rest).marks > 0, first == '#', first == '`', first == '~',
		isUnderline(rest), isRuler(rest), first == '<' && isTag(rest) && !endsAtBlank(rest):
		w.lose(c.line)
	default:
		w.inline(c.next)
	}
}

func (w *walker) lose(line []byte) {
	w.lost, w.columns = true, 0
	w.lostLine(line)
}

// lostLine handles a line of which only an upper limit of its nesting is known. Each container
// that was open before asks for two columns or a mark, except on a line that goes on with a
// paragraph, which may follow any line but a blank one.
func (w *walker) lostLine(line []byte) {
	w.step(w.depth)
	if allBlank(line) {
		w.endBlock()
		w.apart = true
		return
	}
	c := cursor{line: line}
	c.look()
	h := readHead(line)
	depth := min(w.depth, h.columns/2) + h.marks
	if w.apart {
		w.depth, w.apart = depth, false
	}
	w.depth = max(w.depth, depth)
	w.quoted(h.quotes)
	w.check(w.depth, maxDepth, "lists and quotes nest %d deep; %d is the most that is read")
	if h.end < len(line) && line[h.end] == '#' {
		w.heading(line)
	} else if rest := c.rest(); isUnderline(rest) || h.end < len(line) && isUnderline(line[h.end:]) {
		w.heading(w.last)
	}
	w.last = line
	w.columns = max(w.columns, delimiterColumns(c.rest()), delimiterColumns(line[h.end:]))
	w.cells += w.columns
	w.check(w.cells, maxCells, "tables have %d cells; %d is the most that is read")
	w.inline(0)
}
