package frontmatter

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// plain reads front matter of the shape that nearly all reports have (plain or simply quoted
// values, lists, mappings, indented with blanks) into the tree that yaml.v3 gives for it, for a tenth
// of the cost. It is false for everything else, which is then left to yaml.v3.
func plain(text []byte) (*yaml.Node, bool) {
	if !utf8.Valid(text) {
		return nil, false
	}
	p := plainReader{lines: make([]plainLine, 0, 32)}
	n := 0
	for s := range strings.SplitSeq(string(text), "\n") {
		n++
		s = strings.TrimSuffix(s, "\r")
		if s == "" {
			continue
		}
		body := strings.TrimLeft(s, " ")
		if body == "" || !isPlainLine(body) {
			return nil, false
		}
		p.lines = append(p.lines, plainLine{n, len(s) - len(body), body})
	}
	if len(p.lines) == 0 || p.lines[0].indent != 0 || strings.HasPrefix(p.lines[0].text, "- ") {
		return nil, false
	}
	p.nodes = make([]yaml.Node, 2*len(p.lines)+4)
	root := p.block(0, 0)
	return root, root != nil && len(p.lines) == 0
}

// plainLine is a line that is not blank: its number, its indentation and what follows that.
type plainLine struct {
	n, indent int
	text      string
}

// plainReader holds the lines that are still to be read, and memory for nodes.
type plainReader struct {
	lines []plainLine
	nodes []yaml.Node
}

func (p *plainReader) node(kind yaml.Kind, tag string, line, column int) *yaml.Node {
	if len(p.nodes) == 0 {
		p.nodes = make([]yaml.Node, 8)
	}
	n := &p.nodes[0]
	p.nodes = p.nodes[1:]
	n.Kind, n.Tag, n.Line, n.Column = kind, tag, line, column
	return n
}

// isPlainLine reports whether a line has no byte that could mean something else: control
// characters, escapes, other line ends, byte order marks.
func isPlainLine(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == 0x7f || c == '\\' || c == 0xef || c == 0xc2 || c == 0xe2 {
			return false
		}
	}
	return s[len(s)-1] != ' '
}

// block reads the mapping or the list of the lines with one indentation; nil if there is none.
func (p *plainReader) block(indent, depth int) *yaml.Node {
	if len(p.lines) == 0 || p.lines[0].indent != indent || depth > 6 {
		return nil
	}
	first := p.lines[0]
	node := p.node(yaml.MappingNode, "!!map", first.n, indent+1)
	if strings.HasPrefix(first.text, "- ") {
		node.Kind, node.Tag = yaml.SequenceNode, "!!seq"
	}
	for len(p.lines) > 0 && p.lines[0].indent == indent {
		ok := false
		if node.Kind == yaml.SequenceNode {
			ok = p.item(node, depth)
		} else {
			ok = p.entry(node, depth)
		}
		if !ok {
			return nil
		}
	}
	if len(p.lines) > 0 && p.lines[0].indent > indent {
		return nil
	}
	return node
}

// item reads "- value", or "- key: value" with the keys below it.
func (p *plainReader) item(list *yaml.Node, depth int) bool {
	l := p.lines[0]
	rest, ok := strings.CutPrefix(l.text, "- ")
	if !ok || rest == "" || rest[0] == ' ' || rest[0] == '-' {
		return false
	}
	if keyEnd(rest) > 0 {
		p.lines[0].indent, p.lines[0].text = l.indent+2, rest
		inner := p.block(l.indent+2, depth+1)
		list.Content = append(list.Content, inner)
		return inner != nil
	}
	p.lines = p.lines[1:]
	value := p.node(yaml.ScalarNode, "!!str", l.n, l.indent+3)
	list.Content = append(list.Content, value)
	return plainScalar(rest, value) && !p.deeper(l.indent)
}

// entry reads "key: value", or "key:" with a block below it.
func (p *plainReader) entry(mapping *yaml.Node, depth int) bool {
	l := p.lines[0]
	n := keyEnd(l.text)
	if n == 0 {
		return false
	}
	p.lines = p.lines[1:]
	key := p.node(yaml.ScalarNode, "!!str", l.n, l.indent+1)
	key.Value = l.text[:n]
	if n+1 == len(l.text) {
		if !p.deeper(l.indent) {
			return false
		}
		inner := p.block(p.lines[0].indent, depth+1)
		mapping.Content = append(mapping.Content, key, inner)
		return inner != nil
	}
	value := p.node(yaml.ScalarNode, "!!str", l.n, l.indent+n+3)
	mapping.Content = append(mapping.Content, key, value)
	return p.value(l.text[n+2:], value) && !p.deeper(l.indent)
}

// deeper reports whether the next line is indented further, which would carry a value on.
func (p *plainReader) deeper(indent int) bool {
	return len(p.lines) > 0 && p.lines[0].indent > indent
}

// keyEnd is where the colon of "key: value" or "key:" stands; 0 if the line is something else.
func keyEnd(s string) int {
	n := 0
	for n < len(s) && (s[n]|0x20-'a' < 26 || n > 0 && (s[n]-'0' < 10 || s[n] == '-' || s[n] == '_')) {
		n++
	}
	switch {
	case n == 0 || n > 64 || n >= len(s) || s[n] != ':' || notText[strings.ToLower(s[:n])]:
		return 0
	case n+1 < len(s) && (s[n+1] != ' ' || n+2 == len(s) || s[n+2] == ' '):
		return 0
	}
	return n
}

// notText are the words that YAML takes for something else.
var notText = map[string]bool{"null": true, "true": true, "false": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}

// value reads a scalar or a list on one line.
func (p *plainReader) value(s string, n *yaml.Node) bool {
	if s[0] != '[' {
		return plainScalar(s, n)
	}
	inner, ok := strings.CutSuffix(s[1:], "]")
	if !ok || strings.ContainsAny(inner, "[]{}\"'#&*!|>%@`:?") {
		return false
	}
	n.Kind, n.Tag, n.Style = yaml.SequenceNode, "!!seq", yaml.FlowStyle
	column := n.Column + 1
	for part := range strings.SplitSeq(inner, ",") {
		if inner == "" {
			break
		}
		text := strings.TrimLeft(part, " ")
		item := p.node(yaml.ScalarNode, "!!str", n.Line, column+utf8.RuneCountInString(part)-utf8.RuneCountInString(text))
		column += utf8.RuneCountInString(part) + 1
		if !plainScalar(strings.TrimRight(text, " "), item) {
			return false
		}
		n.Content = append(n.Content, item)
	}
	return true
}

// plainScalar reads a scalar that needs no unescaping: plain, or in quotes with nothing special in it.
func plainScalar(s string, n *yaml.Node) bool {
	if s == "" {
		return false
	}
	if q := s[0]; q == '"' || q == '\'' {
		if len(s) < 3 || s[len(s)-1] != q || strings.IndexByte(s[1:len(s)-1], q) >= 0 {
			return false
		}
		n.Value, n.Style = s[1:len(s)-1], yaml.DoubleQuotedStyle
		if q == '\'' {
			n.Style = yaml.SingleQuotedStyle
		}
		return true
	}
	if c := s[0]; !(c|0x20-'a' < 26 || c-'0' < 10) || strings.Contains(s, ": ") || strings.Contains(s, " #") || s[len(s)-1] == ':' {
		return false
	}
	n.Value = s
	return !notText[strings.ToLower(s)]
}
