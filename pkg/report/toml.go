package report

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// toml reads TOML front matter as far as a report needs it: top-level keys whose value is a string
// or another scalar on one line. Tables and what follows them are left alone.
func (r *Report) toml(body source.Span) {
	for n := r.File.LineAt(body.Start); n <= r.File.Lines(); n++ {
		line := r.File.Line(n)
		text := r.File.Slice(line)
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
		r.metaKey(name, value, source.Span{Start: at, End: at + len(name)}, source.Span{Start: start, End: start + len(value)})
	}
}
