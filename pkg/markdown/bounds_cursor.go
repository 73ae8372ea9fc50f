package markdown

import "bytes"

// cursor is a place in a line. A tab may be consumed in part; pad is what is left of it.
type cursor struct {
	line        []byte
	at, column  int
	pad         int
	width, next int // of the blank space at the cursor, and the byte after it
}

func (c *cursor) look() {
	c.width, c.next = c.pad, c.at
	column := c.column + c.pad
	for ; c.next < len(c.line); c.next++ {
		switch c.line[c.next] {
		case ' ':
			c.width++
			column++
			continue
		case '\t':
			n := 4 - column%4
			c.width += n
			column += n
			continue
		}
		break
	}
}

// skip consumes blank space, n columns of it.
func (c *cursor) skip(n int) {
	for n > 0 {
		if c.pad > 0 {
			c.pad--
			c.column++
			n--
			continue
		}
		if c.at >= len(c.line) {
			break
		}
		if c.line[c.at] == '\t' {
			c.pad = 4 - c.column%4
		} else {
			c.column++
			n--
		}
		c.at++
	}
	c.look()
}

// take consumes the blank space and n bytes behind it.
func (c *cursor) take(n int) {
	c.column += c.width + n
	c.at, c.pad = c.next+n, 0
	c.look()
}

func (c *cursor) rest() []byte { return c.line[c.next:] }

func (c *cursor) blank() bool { return allBlank(c.rest()) }

// tab reports whether the blank space at the cursor holds a tab that is not yet begun.
func (c *cursor) tab() bool { return bytes.IndexByte(c.line[c.at:c.next], '\t') >= 0 }
