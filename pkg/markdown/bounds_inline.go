package markdown

import (
	"bytes"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// costly marks the characters that tally looks at.
var costly = [256]bool{'*': true, '_': true, '~': true, '[': true, ']': true, '`': true, '(': true, ')': true, '<': true, '>': true, ' ': true, '\t': true, '\v': true, '\f': true, '\r': true}

// inline counts the rest of the line, from an offset in it, as text of the block.
func (w *walker) inline(from int) {
	line := w.text[w.start:w.end]
	if w.trace != nil {
		w.trace(w.start+from, w.end, w.depth, w.nth)
	}
	b := &w.block
	b.lines++
	open, targets := 0, 0
	var last byte // that is not blank
	for i := from; i < len(line); i++ {
		c := line[i]
		if !costly[c] {
			last = c
			continue
		}
		escaped := i > 0 && line[i-1] == '\\'
		switch c {
		case '*', '_', '~':
			n := run(line[i:], c)
			if blankAround(line, i, i+n) {
				b.delims++
			} else {
				b.delims += n
			}
			i += n - 1
		case '[':
			b.brackets++
			if i+1 < len(line) && line[i+1] == '^' {
				w.notes++
			}
			b.nest++
			w.check(b.nest, maxNest, "brackets nest %d deep in one block; %d is the most that is read")
		case ']':
			b.unclear = b.unclear || b.target || b.angle || b.ticks%2 == 1
			if b.nest > 0 && !b.unclear && !escaped {
				b.nest--
			}
			b.target = i+1 < len(line) && line[i+1] == '('
		case '`':
			n := run(line[i:], c)
			b.ticks++
			b.unclear = b.unclear || escaped || n > 1
			if escaped || n > 16 {
				b.oddTicks++
			}
			i += n - 1
		case '(':
			open++
			w.check(open, maxOpen, "%d brackets open without a space; %d is the most that is read")
		case ')':
			b.target = b.target && escaped
			if open > 0 && !escaped {
				open--
			}
		case '<':
			b.angle = b.angle || i+1 < len(line) && (isLetter(line[i+1]) || isPunct(line[i+1]))
			if last == '(' {
				targets++
				w.check(targets, maxOpen, "%d link targets begin in one line and do not end; %d is the most that is read")
			}
		case '>':
			b.angle = false
			if !escaped {
				targets = 0
			}
		default:
			open = 0
			continue
		}
		last = c
	}
	w.check(b.delims, maxDelims, "one block has %d characters of emphasis; %d is the most that is read")
	w.check(b.brackets, maxBrackets, "one block has %d opening brackets; %d is the most that is read")
	w.check(b.ticks, maxTicks, "one block has %d runs of backticks; %d is the most that is read")
	w.check(b.oddTicks, maxOddTicks, "one block has %d runs of backticks that are escaped or long; %d is the most that is read")
	w.check(b.lines*(b.brackets+b.ticks), maxReach, "brackets and backticks times lines of one block are %d; %d is the most that is read")
	w.check(w.notes, maxNotes, "%d footnote marks; %d is the most that is read")
}

func blankAround(line []byte, start, end int) bool {
	return (start == 0 || isBlank(line[start-1])) && (end == len(line) || isBlank(line[end]))
}

// expansion bounds what link definitions may add to the text: each use of one repeats its address
// and title. Every opening bracket may be a use.
func (w *walker) expansion() {
	longest, at := 0, source.Span{}
	for i := 0; ; {
		n := bytes.Index(w.text[i:], []byte("]:"))
		if n < 0 {
			break
		}
		i += n + 2
		end := definitionEnd(w.text, i)
		if end-i > longest {
			longest, at = end-i, source.Span{Start: i, End: end}
		}
		i = max(i, end-1)
	}
	if longest == 0 {
		return
	}
	uses := bytes.Count(w.text, []byte{'['})
	w.start, w.end = at.Start, at.End
	w.expanded = uses * longest
	w.check(w.expanded, maxExpanded+2*len(w.text), "links may repeat a definition up to %d bytes; %d is the most that is read")
}

// definitionEnd is where the address and title end that may follow a label.
func definitionEnd(text []byte, at int) int {
	at = pastBlank(text, at)
	for at < len(text) && !isBlank(text[at]) {
		at++
	}
	next := pastBlank(text, at)
	if next == len(text) {
		return at
	}
	quote := text[next]
	switch quote {
	case '(':
		quote = ')'
	case '"', '\'':
	default:
		return at
	}
	for i := next + 1; i < len(text); i++ {
		if text[i] == quote && text[i-1] != '\\' {
			return i
		}
		if text[i] == '(' && quote == ')' && text[i-1] != '\\' {
			return at
		}
		if text[i] == '\n' && i+1 < len(text) && text[i+1] == '\n' {
			return at
		}
	}
	return at
}

func pastBlank(text []byte, at int) int {
	for at < len(text) && isBlank(text[at]) {
		at++
	}
	return at
}
