package report

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Meta is the front matter, and what the head of the report says in its place; Span and Keys are of
// the front matter alone. Fields that neither has are unwritten.
type Meta struct {
	Span source.Span // from the opening to the closing mark, both included; zero without front matter
	Keys []Key       // every top-level key, in order
	Lost bool        // there is front matter, but what it says cannot be read

	ID, Title, CustomerTitle, Template, Status, Severity, Timezone, Owner, Detection Field[string]
	Services, Reviewers                                                              []Field[string]
	Recurs                                                                           []Field[string]     // ids of earlier incidents that this one repeats
	Started, Detected, Mitigated, Resolved                                           Field[moment.Stamp] // Stamp.Start and End are file offsets
}

// Key is one top-level key of the front matter and where it and its value stand.
type Key struct {
	Name  string
	Span  source.Span
	Value source.Span
}

// MetaKeys are the keys that have a meaning, in the order of the canonical form.
var MetaKeys = []string{"title", "customer-title", "id", "template", "status", "severity", "timezone", "services", "owner",
	"reviewers", "detection", "recurs", "started", "detected", "mitigated", "resolved"}

// Statuses are the states of a report, and Detections the ways in which an incident is noticed.
var (
	Statuses   = []string{"draft", "in-review", "final"}
	Detections = []string{"alert", "customer", "employee", "partner", "luck"}
)

const (
	metaMaxBytes = 64 << 10
	metaMaxDepth = 32
)

// Key returns the front matter's key of a name, or nil.
func (m *Meta) Key(name string) *Key {
	for i := range m.Keys {
		if m.Keys[i].Name == name {
			return &m.Keys[i]
		}
	}
	return nil
}

// frontMatter finds the front matter: a line of --- (or +++ for TOML) at the very start, after a
// byte order mark if any, and the next line that closes it. Body is the span between the two.
func frontMatter(f *source.File) (whole, body source.Span, mark string) {
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

// unclosedMeta finds front matter whose end is missing. A line of --- alone may be a rule in the
// text; with a key below it, it was meant to open something.
func (r *Report) unclosedMeta() {
	mark, first := strings.TrimPrefix(r.File.Slice(r.File.Line(1)), "\ufeff"), r.File.Slice(r.File.Line(2))
	key, value, ok := strings.Cut(first, ":")
	if strings.TrimRight(mark, " \t") == "---" && ok && (value == "" || value[0] == ' ') && slices.Contains(MetaKeys, key) {
		r.Meta.Lost = true
		r.problem(ProblemMetaSyntax, r.File.Line(1), "the front matter that opens here is never closed", "close it with a line of ---")
	}
}

func (r *Report) meta() {
	whole, body, mark := frontMatter(r.File)
	if mark == "" {
		r.unclosedMeta()
		return
	}
	r.Meta.Span = whole
	if body.Len() > metaMaxBytes {
		r.problem(ProblemTooComplex, source.Span{Start: whole.Start, End: whole.Start + 3},
			fmt.Sprintf("the front matter has %d bytes; %d is the most that is read", body.Len(), metaMaxBytes), "move prose below the front matter")
		return
	}
	if mark == "+++" {
		r.toml(body)
		return
	}
	r.yaml(body)
}

func (r *Report) yaml(body source.Span) {
	if root, ok := plainMeta(r.File.Text[body.Start:body.End]); ok {
		r.mapping(root, body)
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(r.File.Text[body.Start:body.End], &doc); err != nil {
		n, message, hint := YAMLProblem(err, r.File.Text[body.Start:body.End])
		at := r.File.Line(min(r.File.LineAt(body.Start)+n-1, r.File.LineAt(body.End)))
		r.Meta.Lost = true
		r.problem(ProblemMetaSyntax, at, "the front matter is not YAML: "+message, hint)
		return
	}
	if len(doc.Content) == 0 {
		return
	}
	r.mapping(doc.Content[0], body)
}

// mapping takes the keys and values of the front matter's tree.
func (r *Report) mapping(root *yaml.Node, body source.Span) {
	at := func(n *yaml.Node) source.Span { return r.nodeSpan(body, n) }
	if bad := firstAlias(root, 0); bad != nil {
		kind, msg := ProblemMetaAlias, "aliases and anchors are not read in front matter"
		if errors.Is(bad.err, errDepth) {
			kind, msg = ProblemTooComplex, fmt.Sprintf("the front matter nests more than %d deep", metaMaxDepth)
		}
		r.problem(kind, at(bad.node), msg, "write the value out")
		return
	}
	if root.Kind != yaml.MappingNode {
		r.problem(ProblemMetaType, at(root), "the front matter is not a mapping of keys to values", "write it as `title: ...`")
		return
	}
	seen := make(map[string]source.Span, len(root.Content)/2)
	r.Meta.Keys = make([]Key, 0, len(root.Content)/2)
	for i := 0; i+1 < len(root.Content); i += 2 {
		k, v := root.Content[i], root.Content[i+1]
		kAt, vAt := at(k), at(v)
		if first, twice := seen[k.Value]; twice {
			r.problem(ProblemMetaKeyTwin, kAt, fmt.Sprintf("key %q stands on line %d too", k.Value, r.File.Position(first.Start).Line), "keep one of them")
			continue
		}
		seen[k.Value] = kAt
		r.Meta.Keys = append(r.Meta.Keys, Key{k.Value, kAt, vAt})
		r.metaValue(k.Value, v, vAt, at)
	}
}

// metaValue takes the value of a key, which stands at vAt.
func (r *Report) metaValue(key string, v *yaml.Node, vAt source.Span, at func(*yaml.Node) source.Span) {
	var list *[]Field[string]
	switch key {
	case "services":
		list = &r.Meta.Services
	case "reviewers":
		list = &r.Meta.Reviewers
	case "recurs":
		list = &r.Meta.Recurs
	}
	if list != nil {
		items := []*yaml.Node{v}
		if v.Kind == yaml.SequenceNode {
			items = v.Content
		}
		for _, n := range items {
			if n.Kind == yaml.ScalarNode && n.Value != "" {
				*list = append(*list, Field[string]{n.Value, at(n)})
			}
		}
		return
	}
	if _, known := r.Meta.scalar(key); !known {
		return
	}
	if v.Kind != yaml.ScalarNode {
		r.problem(ProblemMetaValue, vAt, fmt.Sprintf("%s must be one value", key), "")
		return
	}
	if v.Value != "" && v.Tag != "!!null" {
		r.metaScalar(key, v.Value, vAt)
	}
}

// metaKey takes a key whose value is one scalar.
func (r *Report) metaKey(key, value string, at, valueAt source.Span) {
	r.Meta.Keys = append(r.Meta.Keys, Key{key, at, valueAt})
	if value != "" {
		r.metaScalar(key, value, valueAt)
	}
}

// scalar gives the text field of a key; a known key without one holds a time.
func (m *Meta) scalar(key string) (f *Field[string], known bool) {
	switch key {
	case "title":
		return &m.Title, true
	case "id":
		return &m.ID, true
	case "customer-title":
		return &m.CustomerTitle, true
	case "template":
		return &m.Template, true
	case "status":
		return &m.Status, true
	case "severity":
		return &m.Severity, true
	case "timezone":
		return &m.Timezone, true
	case "owner":
		return &m.Owner, true
	case "detection":
		return &m.Detection, true
	}
	return nil, m.when(key) != nil
}

func (m *Meta) when(key string) *Field[moment.Stamp] {
	switch key {
	case "started":
		return &m.Started
	case "detected":
		return &m.Detected
	case "mitigated":
		return &m.Mitigated
	case "resolved":
		return &m.Resolved
	}
	return nil
}

func (r *Report) metaScalar(key, value string, at source.Span) {
	text, known := r.Meta.scalar(key)
	if text != nil {
		*text = Field[string]{value, at}
	}
	if text != nil || !known {
		return
	}
	s, ok := moment.Read(value)
	if !ok {
		r.problem(ProblemMetaValue, at, fmt.Sprintf("%s: %q is not a time", key, value), "write it as 2019-03-28 11:10 or 2019-03-28T11:10:00-04:00")
		return
	}
	s.Shift(at.Start)
	*r.Meta.when(key) = Field[moment.Stamp]{s, at}
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
	if depth > metaMaxDepth {
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
func (r *Report) nodeSpan(body source.Span, n *yaml.Node) source.Span {
	line := r.File.LineAt(body.Start) + n.Line - 1
	start := r.File.Offset(source.Position{Line: line, Column: n.Column})
	end := r.File.Line(line).End
	if n.Kind == yaml.ScalarNode {
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			start++
		}
		if stop := start + len(n.Value); stop <= end && string(r.File.Text[start:stop]) == n.Value {
			end = stop
		}
	}
	return source.Span{Start: min(start, end), End: end}
}

// prelude is how much stands before the Markdown of the report: the front matter, or a byte order mark.
func (r *Report) prelude() int {
	if end := r.Meta.Span.End; end > 0 || !bytes.HasPrefix(r.File.Text, []byte("\xef\xbb\xbf")) {
		return end
	}
	return 3
}
