package report

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// labelMax is the number of bytes beyond which a line is a sentence and no name.
const labelMax = 60

// labels opens the sections that the lines of a paragraph name: a bold name, alone or with text
// behind it, or where no heading names a section, a plain one. It reports whether there were any.
func (c *cutter) labels(n *ast.Paragraph) bool {
	lines := n.Lines()
	found := false
	for i := range lines.Len() {
		if i > 0 && !c.plain && !found {
			break
		}
		line := lines.At(i)
		name, end, bold := labelAt(line.Value(c.r.File.Text))
		if name.Len() == 0 {
			continue
		}
		name.Start, name.End = name.Start+line.Start, name.End+line.Start
		called := c.r.File.Slice(name)
		kind, sure := kindOf(called)
		if i == 0 && n == c.r.Doc.FirstChild() && reportWords[HeadingKey(called)] {
			continue // Postmortem: checkout down
		}
		rest := strings.TrimSpace(c.r.File.Slice(source.Span{Start: line.Start + end, End: line.Stop}))
		switch {
		case kind == Other || sure == likely && !bold || sure == fallback && !c.plain && kind != Causes:
			continue
		case !bold && (rest != "" || i > 0) && !c.plain:
			continue
		case !bold && !strings.HasSuffix(strings.TrimSpace(c.r.File.Slice(source.Span{Start: name.Start, End: line.Start + end})), ":") && (!c.plain || lines.Len() > 1 && i > 0 && !(sure == exact && (found || i < 3 && n == c.r.Doc.FirstChild() || c.timed(lines, i+1)))):
			continue
		case sure == likely && rest != "":
			continue
		}
		s := &Section{Level: c.labelLevel(), Label: true, Heading: Field[string]{cleanHeading(called), name}, Kind: kind, sure: sure}
		s.Parent = c.cur.headed()
		if s.inParent() == Other {
			continue
		}
		if !found && i > 0 {
			c.cur.Nodes = append(c.cur.Nodes, n)
		}
		body := line.Start + end
		if rest == "" {
			body = c.r.nextLine(line.Start)
		}
		c.open(s, c.r.lineStart(line.Start), body)
		if rest != "" || i+1 < lines.Len() {
			s.Nodes = append(s.Nodes, n)
		}
		found = true
	}
	return found
}

// timed reports whether a line of a paragraph begins with a clock time, so that a bare name above it is a heading.
func (c *cutter) timed(lines *text.Segments, i int) bool {
	if i >= lines.Len() {
		return false
	}
	line := lines.At(i)
	at, ok := moment.Read(string(line.Value(c.r.File.Text)))
	return ok && at.Has.Any(moment.HasClock)
}

// headed is the section that s belongs to if s is named by a label, else s.
func (s *Section) headed() *Section {
	for s != nil && s.Label {
		s = s.Parent
	}
	return s
}

// labelLevel is one below the heading in force.
func (c *cutter) labelLevel() int {
	if h := c.cur.headed(); h != nil && h.Level > 0 {
		return min(h.Level+1, 6)
	}
	return 2
}

// nextLine is where the line after the one at an offset begins.
func (r *Report) nextLine(offset int) int {
	n := r.File.LineAt(offset)
	if n >= r.File.Lines() {
		return len(r.File.Text)
	}
	return r.File.Line(n + 1).Start
}

// labelAt finds the name that begins a line: bold, or plain up to a colon or the end of a short
// line. It gives the name's place in the line and where what follows the name begins.
func labelAt(line []byte) (name source.Span, end int, bold bool) {
	line = bytes.TrimRight(line, " \t\r\n")
	start := len(line) - len(bytes.TrimLeft(line, " \t"))
	if start == len(line) {
		return
	}
	mark := line[start:]
	if bytes.HasPrefix(mark, []byte("**")) || bytes.HasPrefix(mark, []byte("__")) {
		inner := mark[2:]
		i := bytes.Index(inner, mark[:2])
		if i <= 0 || i > labelMax {
			return
		}
		text := bytes.TrimRight(inner[:i], " :\t")
		end = start + 2 + i + 2
		rest := bytes.TrimLeft(line[end:], " \t")
		colon := len(text) < i && bytes.HasSuffix(bytes.TrimRight(inner[:i], " "), []byte(":"))
		if len(rest) > 0 && rest[0] == ':' {
			colon = true
			end = len(line) - len(rest) + 1
		}
		if len(rest) > 0 && !colon {
			return source.Span{}, 0, false
		}
		return source.Span{Start: start + 2, End: start + 2 + len(text)}, end, true
	}
	if c := mark[0] | 0x20; c < 'a' || c > 'z' {
		return
	}
	i := bytes.IndexByte(mark, ':')
	end = start + i + 1
	if i < 0 {
		i = len(mark)
		end = len(line)
	}
	if i > labelMax {
		return source.Span{}, 0, false
	}
	return source.Span{Start: start, End: start + len(bytes.TrimRight(mark[:i], " \t"))}, end, false
}
