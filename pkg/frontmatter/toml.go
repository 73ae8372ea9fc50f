package frontmatter

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// toml reads TOML front matter as far as a head needs it: top-level keys whose value is a string
// or another scalar on one line. Tables and what follows them are left alone.
func (r *reader) toml(body source.Span) {
	for n := r.file.LineAt(body.Start); n <= r.file.Lines(); n++ {
		line := r.file.Line(n)
		text := r.file.Slice(line)
		if line.Start >= body.End || strings.HasPrefix(strings.TrimSpace(text), "[") {
			return
		}
		key, value, ok := strings.Cut(text, "=")
		name := strings.TrimSpace(key)
		if !ok || name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		start := line.Start + len(key) + 1 + len(value) - len(strings.TrimLeft(value, " \t"))
		value = strings.TrimSpace(value)
		if q := value[:min(1, len(value))]; q == `"` || q == "'" {
			if i := strings.Index(value[1:], q); i >= 0 {
				value = value[1 : 1+i]
				start++
			}
		}
		at := line.Start + strings.Index(key, name)
		written := source.Span{Start: start, End: start + len(value)}
		r.Keys = append(r.Keys, Key{name, source.Span{Start: at, End: at + len(name)}, written, []Value{{Text: value, Span: written}}, true})
	}
}
