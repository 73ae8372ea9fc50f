package config

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/frontmatter"
	"github.com/openpostmortem/postmortem/pkg/near"
)

// The bounds of a file.
const (
	maxBytes   = 64 << 10
	maxDepth   = 32
	maxExtends = 8
)

// loader reads one configuration after those that it extends.
type loader struct {
	c        *Config
	root     string         // of the repository, absolute
	path     string         // of the file being read
	dir      string         // that it lies in
	base     string         // the directory of the first file, from which patterns count in those that it extends, too
	items    map[string]int // how many items lists have had so far
	problems []error
}

// value is a YAML value that has the form its key asks for.
type value struct {
	text  string
	list  []value
	table []entry
	at    *yaml.Node
}

type entry struct{ key, value value }

func (l *loader) problem(v value, message, hint string) {
	p := Problem{Path: filepath.ToSlash(l.path), Message: message, Proposal: hint}
	if v.at != nil {
		p.Line, p.Column = v.at.Line, v.at.Column
	}
	l.problems = append(l.problems, p)
}

func (l *loader) origin(v value) string {
	return fmt.Sprintf("%s:%d", filepath.ToSlash(l.path), v.at.Line)
}

// file reads a configuration; above are the files that extend it.
func (l *loader) file(path string, above []string) {
	l.path, l.dir = path, filepath.Dir(path)
	f, err := archive.Read(path)
	if err != nil {
		l.problems = append(l.problems, err)
		return
	}
	if len(f.Text) > maxBytes {
		l.problem(value{}, fmt.Sprintf("has %d bytes; %d is the most that is read", len(f.Text), maxBytes), "")
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(f.Text, &doc); err != nil {
		line, message, hint := frontmatter.YAMLProblem(err, f.Text)
		l.problems = append(l.problems, Problem{Path: filepath.ToSlash(path), Line: line, Column: 1, Message: "not YAML: " + message, Proposal: hint})
		return
	}
	if len(doc.Content) == 0 {
		l.c.Files = append(l.c.Files, filepath.ToSlash(path))
		return
	}
	if !l.plain(doc.Content[0], 0) {
		return
	}
	top := Key{Form: object, Keys: Keys()}
	whole, ok := l.read(top, "", doc.Content[0])
	if !ok {
		return
	}
	for _, e := range whole.table {
		if e.key.text == "extends" {
			l.extend(e.value, append(above, path))
			l.path, l.dir = path, filepath.Dir(path)
		}
	}
	l.c.Files = append(l.c.Files, filepath.ToSlash(path))
	l.take(top, "", whole)
}

// extend reads the file that this one begins with.
func (l *loader) extend(v value, above []string) {
	base := l.within(v)
	if base == "" {
		return
	}
	if real, err := filepath.EvalSymlinks(base); err == nil {
		root, _ := filepath.EvalSymlinks(l.root)
		full, _ := filepath.Abs(real)
		if rel, err := filepath.Rel(root, full); err != nil || !filepath.IsLocal(rel) {
			l.problem(v, "\""+v.text+"\" is a link that leads out of the repository", "")
			return
		}
	}
	if slices.Contains(above, base) || len(above) > maxExtends {
		l.problem(v, "\""+v.text+"\" extends this file in turn, or too many files extend each other", "")
		return
	}
	if _, err := archive.Read(base); err != nil {
		l.problem(v, "\""+v.text+"\" cannot be read: "+err.Error(), "")
		return
	}
	l.file(base, above)
}

// plain refuses what a configuration has no use for and what can be abused.
func (l *loader) plain(n *yaml.Node, depth int) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		l.problem(value{at: n}, "aliases and anchors are not read", "write the value out")
		return false
	case depth > maxDepth:
		l.problem(value{at: n}, fmt.Sprintf("nests more than %d deep", maxDepth), "")
		return false
	case n.Style&yaml.TaggedStyle != 0:
		l.problem(value{at: n}, "tags are not read", "leave "+n.Tag+" out")
		return false
	}
	for _, c := range n.Content {
		if !l.plain(c, depth+1) {
			return false
		}
	}
	return true
}

// read holds a YAML value against a key. All that is wrong is reported, not only the first.
func (l *loader) read(k Key, at string, n *yaml.Node) (value, bool) {
	v := value{text: n.Value, at: n}
	switch k.Form {
	case text, flag, number:
		return l.scalar(k, at, n)
	case list:
		elements := n.Content
		if n.Kind == yaml.ScalarNode {
			elements = []*yaml.Node{n}
		} else if n.Kind != yaml.SequenceNode {
			l.problem(v, at+" must be a list", "")
			return v, false
		}
		ok := true
		for _, e := range elements {
			item, good := l.scalar(Key{Choices: k.Choices}, at, e)
			v.list = append(v.list, item)
			ok = ok && good
		}
		return v, ok
	case items:
		if n.Kind != yaml.SequenceNode {
			l.problem(v, at+" must be a list", "")
			return v, false
		}
		ok := true
		for _, e := range n.Content {
			item, good := l.object(Key{Form: object, Keys: k.Keys}, at, e)
			v.list = append(v.list, item)
			ok = ok && good
		}
		return v, ok
	}
	return l.object(k, at, n)
}

func (l *loader) scalar(k Key, at string, n *yaml.Node) (value, bool) {
	v := value{text: n.Value, at: n}
	switch {
	case n.Kind != yaml.ScalarNode || n.Tag == "!!null":
		advice := ""
		if n.Tag == "!!null" {
			advice = "write its value behind it, in quotes if that begins with #"
		}
		l.problem(v, at+" must be one value", advice)
	case k.Form == flag && n.Tag != "!!bool":
		l.problem(v, fmt.Sprintf("%s cannot be %q; it is true or false", at, n.Value), "")
	case k.Form == number && n.Tag != "!!int":
		l.problem(v, fmt.Sprintf("%s cannot be %q; it is a whole number", at, n.Value), "")
	case k.Choices != nil && !slices.Contains(k.Choices, n.Value):
		l.problem(v, fmt.Sprintf("%s cannot be %q; it is %s", at, n.Value, near.OneOf(k.Choices)), near.Hint(n.Value, k.Choices))
	default:
		return v, true
	}
	return v, false
}

// object reads a mapping: of known keys, or a table of names.
func (l *loader) object(k Key, at string, n *yaml.Node) (value, bool) {
	v := value{at: n}
	if at != "" && n.Tag == "!!null" {
		return v, true // all keys below it are commented out
	}
	if n.Kind != yaml.MappingNode {
		what := at
		if what == "" {
			what = "the configuration"
		}
		l.problem(v, what+" must be a mapping of keys to values", "")
		return v, false
	}
	ok := true
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := value{text: n.Content[i].Value, at: n.Content[i]}
		if line, twice := seen[name.text]; twice {
			l.problem(name, fmt.Sprintf("%q stands on line %d too", name.text, line), "keep one of them")
			ok = false
			continue
		}
		seen[name.text] = name.at.Line
		of, known := l.named(k, at, name)
		if !known {
			ok = false
			continue
		}
		item, good := l.read(of, join(at, name.text), n.Content[i+1])
		ok = ok && good
		v.table = append(v.table, entry{name, item})
	}
	return v, ok
}

// named gives what the value of a name must be, or reports that there is no such name.
func (l *loader) named(k Key, at string, name value) (Key, bool) {
	if k.Form == table {
		if k.Names != nil {
			if names := k.Names(); !slices.Contains(names, name.text) {
				l.problem(name, fmt.Sprintf("there is no rule %q", name.text), near.Hint(name.text, names))
				return Key{}, false
			}
		}
		return Key{Form: text, Choices: k.Choices}, true
	}
	var names []string
	for _, sub := range k.Keys {
		if sub.Name == name.text {
			return sub, true
		}
		names = append(names, sub.Name)
	}
	hint := near.Hint(name.text, names)
	if hint == "" {
		hint = "there are " + strings.Join(names, ", ")
	}
	in := ""
	if at != "" {
		in = " in " + at
	}
	l.problem(name, fmt.Sprintf("there is no key %q%s", name.text, in), hint)
	return Key{}, false
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}

// take puts what was read where it belongs, and remembers where it came from.
func (l *loader) take(k Key, at string, v value) {
	for _, e := range v.table {
		for _, sub := range k.Keys {
			if sub.Name != e.key.text {
				continue
			}
			key := join(at, sub.Name)
			switch sub.Form {
			case object:
				l.take(sub, key, e.value)
			case items:
				for _, item := range e.value.list {
					sub.take(l, item)
					l.remember(fmt.Sprintf("%s[%d]", key, l.items[key]), item)
					l.items[key]++
				}
			default:
				if sub.take != nil {
					sub.take(l, e.value)
				}
				l.remember(key, e.value)
			}
		}
	}
}

func (l *loader) remember(key string, v value) {
	switch {
	case v.table != nil:
		for _, e := range v.table {
			l.remember(join(key, e.key.text), e.value)
		}
	case v.list != nil:
		var all []string
		for _, item := range v.list {
			all = append(all, item.text)
		}
		l.c.Settings[key] = Setting{key, strings.Join(all, ", "), l.origin(v)}
	default:
		l.c.Settings[key] = Setting{key, v.text, l.origin(v)}
	}
}
