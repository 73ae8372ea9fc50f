// Package frontmatter reads the block of keys at the head of a text file: YAML between lines of ---, or as much TOML
// between lines of +++ as is one value a line.
//
// Read is total: it gives what it understands with its places, and a Fault for each thing that it does not. It says nothing
// of what keys mean. Its cost is bounded: more than 64 KiB, or more than 32 levels, is not read.
package frontmatter

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// Matter is the front matter of a file; the zero Matter if it has none.
type Matter struct {
	Span   source.Span // from the opening to the closing mark, both included
	Lists  bool        // a key may hold several values, as in YAML
	Lost   bool        // there is front matter, but what it says cannot be read
	Keys   []Key       // every top-level key, in order
	Faults []Fault     // in the order in which they were found
}

// Key is one top-level key and where it and its value stand.
type Key struct {
	Name   string
	Span   source.Span
	Value  source.Span
	Values []Value // its value, or those of the list that it holds, without lists and mappings in it
	Single bool    // it holds no list and no mapping
}

// Value is one value.
type Value struct {
	Text string // without quotation marks; may be empty
	Null bool   // what YAML takes for no value: null, ~, nothing
	Span source.Span
}

// Fault is something that is not understood.
type Fault struct {
	Kind    FaultKind
	Span    source.Span
	Message string // what is wrong, lower case, no full stop
	Hint    string // what to type instead, or empty
}

// FaultKind says what sort of fault it is.
type FaultKind int

// The kinds of fault.
const (
	Syntax     FaultKind = iota // it is not YAML
	NotMapping                  // it is YAML, but no keys
	Alias                       // it has anchors or aliases
	Twin                        // a key stands twice
	TooMuch                     // it is too long or too deep
)

const (
	maxBytes = 64 << 10
	maxDepth = 32
)

// Read reads the front matter of a file. Known are the keys that say that front matter was meant where its end is missing.
func Read(f *source.File, known []string) Matter {
	r := reader{file: f}
	whole, body, mark := find(f)
	switch {
	case mark == "":
		r.unclosed(known)
		return r.Matter
	case body.Len() > maxBytes:
		r.fault(TooMuch, source.Span{Start: whole.Start, End: whole.Start + 3},
			fmt.Sprintf("the front matter has %d bytes; %d is the most that is read", body.Len(), maxBytes), "move prose below the front matter")
	case mark == "+++":
		r.toml(body)
	default:
		r.Lists = true
		r.yaml(body)
	}
	r.Span = whole
	return r.Matter
}

// reader holds what has been read, and memory for values.
type reader struct {
	Matter
	file   *source.File
	values []Value
}

func (r *reader) fault(kind FaultKind, at source.Span, message, hint string) {
	r.Faults = append(r.Faults, Fault{kind, at, message, hint})
}

// find finds the front matter: a line of --- (or +++ for TOML) at the very start, after a
// byte order mark if any, and the next line that closes it. Body is the span between the two.
func find(f *source.File) (whole, body source.Span, mark string) {
	start := 0
	if bytes.HasPrefix(f.Text, []byte("\xef\xbb\xbf")) {
		start = 3
	}
	first := f.Line(1)
	mark = strings.TrimRight(string(f.Text[min(start, first.End):first.End]), " \t")
	if mark != "---" && mark != "+++" {
		return source.Span{}, source.Span{}, ""
	}
	for n := 2; n <= f.Lines(); n++ {
		l := f.Line(n)
		t := strings.TrimRight(f.Slice(l), " \t")
		if t == mark || mark == "---" && t == "..." {
			return source.Span{Start: start, End: l.End}, source.Span{Start: f.Line(2).Start, End: l.Start}, mark
		}
	}
	return source.Span{}, source.Span{}, ""
}

// unclosed finds front matter whose end is missing. A line of --- alone may be a rule in the
// text; with a key below it, it was meant to open something.
func (r *reader) unclosed(known []string) {
	mark, first := strings.TrimPrefix(r.file.Slice(r.file.Line(1)), "\ufeff"), r.file.Slice(r.file.Line(2))
	key, value, ok := strings.Cut(first, ":")
	if strings.TrimRight(mark, " \t") == "---" && ok && (value == "" || value[0] == ' ') && slices.Contains(known, key) {
		r.Lost = true
		r.fault(Syntax, r.file.Line(1), "the front matter that opens here is never closed", "close it with a line of ---")
	}
}

func (r *reader) yaml(body source.Span) {
	if root, ok := plain(r.file.Text[body.Start:body.End]); ok {
		r.mapping(root, body)
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(r.file.Text[body.Start:body.End], &doc); err != nil {
		n, message, hint := YAMLProblem(err, r.file.Text[body.Start:body.End])
		at := r.file.Line(min(r.file.LineAt(body.Start)+n-1, r.file.LineAt(body.End)))
		r.Lost = true
		r.fault(Syntax, at, "the front matter is not YAML: "+message, hint)
		return
	}
	if len(doc.Content) == 0 {
		return
	}
	r.mapping(doc.Content[0], body)
}

// mapping takes the keys and values of the front matter's tree.
func (r *reader) mapping(root *yaml.Node, body source.Span) {
	at := func(n *yaml.Node) source.Span { return r.nodeSpan(body, n) }
	if bad := firstAlias(root, 0); bad != nil {
		kind, msg := Alias, "aliases and anchors are not read in front matter"
		if errors.Is(bad.err, errDepth) {
			kind, msg = TooMuch, fmt.Sprintf("the front matter nests more than %d deep", maxDepth)
		}
		r.fault(kind, at(bad.node), msg, "write the value out")
		return
	}
	if root.Kind != yaml.MappingNode {
		r.fault(NotMapping, at(root), "the front matter is not a mapping of keys to values", "write it as `title: ...`")
		return
	}
	r.values = make([]Value, 0, len(root.Content))
	seen := make(map[string]source.Span, len(root.Content)/2)
	r.Keys = make([]Key, 0, len(root.Content)/2)
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		kAt, vAt := at(k), at(v)
		if first, twice := seen[k.Value]; twice {
			r.fault(Twin, kAt, fmt.Sprintf("key %q stands on line %d too", k.Value, r.file.Position(first.Start).Line), "keep one of them")
			continue
		}
		seen[k.Value] = kAt
		r.Keys = append(r.Keys, Key{k.Value, kAt, vAt, r.valuesOf(v, vAt, at), v.Kind == yaml.ScalarNode})
	}
}

// valuesOf gives the scalar that a node is, which stands at nAt, or the scalars that it lists.
func (r *reader) valuesOf(n *yaml.Node, nAt source.Span, at func(*yaml.Node) source.Span) []Value {
	first := len(r.values)
	switch n.Kind {
	case yaml.ScalarNode:
		r.values = append(r.values, Value{n.Value, n.Tag == "!!null", nAt})
	case yaml.SequenceNode:
		for _, n := range n.Content {
			if n.Kind == yaml.ScalarNode {
				r.values = append(r.values, Value{n.Value, n.Tag == "!!null", at(n)})
			}
		}
	}
	return r.values[first:len(r.values):len(r.values)]
}

var errDepth = errors.New("too deep")

type badNode struct {
	node *yaml.Node
	err  error
}

func firstAlias(n *yaml.Node, depth int) *badNode {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return &badNode{n, nil}
	}
	if depth > maxDepth {
		return &badNode{n, errDepth}
	}
	for _, c := range n.Content {
		if bad := firstAlias(c, depth+1); bad != nil {
			return bad
		}
	}
	return nil
}

// nodeSpan is the place of a YAML node. yaml.v3 counts columns in code points and puts a quoted
// scalar's column at its quote; the end is known only for what stands on one line, so a value is
// looked for in the source and the rest of the line taken if it is not found.
func (r *reader) nodeSpan(body source.Span, n *yaml.Node) source.Span {
	line := r.file.LineAt(body.Start) + n.Line - 1
	start := r.file.Offset(source.Position{Line: line, Column: n.Column})
	end := r.file.Line(line).End
	if n.Kind == yaml.ScalarNode {
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			start++
		}
		if stop := start + len(n.Value); stop <= end && string(r.file.Text[start:stop]) == n.Value {
			end = stop
		}
	}
	return source.Span{Start: min(start, end), End: end}
}
