package scaffold

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// keys are the values that a template can ask for.
var keys = []string{"title", "id", "template", "status", "severity", "timezone", "services", "owner", "started"}

// placeholder is compiled when a template is first filled in, not at every start of the program.
var placeholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{([^{}\n]*)\}\}`) })

// Render fills in a template. The report is a draft that names its template. A line that asks for
// an empty answer is left out. The error names the template's line that asks for something that
// there is not, or the answer that cannot be written down.
func Render(t Template, a Answers) ([]byte, error) {
	values := map[string][]string{
		"title": {a.Title}, "id": {a.ID}, "template": {t.Name}, "status": {"draft"}, "severity": {a.Severity},
		"timezone": {a.Timezone}, "services": a.Services, "owner": {a.Owner}, "started": {a.Started},
	}
	for _, key := range keys {
		values[key] = slices.DeleteFunc(slices.Clone(values[key]), func(v string) bool { return v == "" })
		for _, v := range values[key] {
			if plain, err := ReadLine(v); err != nil || plain != v {
				return nil, fmt.Errorf("the %s %q cannot be written on one line", key, v)
			}
		}
	}
	f := source.New(t.Name+".md", t.Text)
	front := report.Parse(f).Meta.Span
	var out bytes.Buffer
	for n, line := range slices.Collect(bytes.Lines(t.Text)) {
		at := f.Line(n + 1)
		filled, err := fill(string(line), values, front.Contains(at))
		if err != nil {
			return nil, fmt.Errorf("template %s, line %d: %w", t.Name, n+1, err)
		}
		out.WriteString(filled)
	}
	return out.Bytes(), verify(t, a, out.Bytes())
}

// fill puts the values into one line; it is empty if a value that the line asks for is.
func fill(line string, values map[string][]string, front bool) (string, error) {
	var b strings.Builder
	last := 0
	for _, m := range placeholder().FindAllStringSubmatchIndex(line, -1) {
		key := strings.TrimSpace(line[m[2]:m[3]])
		v, known := values[key]
		switch {
		case !known:
			if meant, ok := near.Match(key, keys); ok {
				return "", fmt.Errorf("nothing fills in %q; did you mean %q?", key, meant)
			}
			return "", fmt.Errorf("nothing fills in %q; there are %s", key, strings.Join(keys, ", "))
		case len(v) == 0:
			return "", nil
		}
		b.WriteString(line[last:m[0]])
		switch {
		case front && key == "services":
			b.WriteString(YAMLList(v))
		case front:
			b.WriteString(YAML(v[0]))
		case key == "started":
			b.WriteString(v[0])
		default:
			b.WriteString(markdown(strings.Join(v, ", ")))
		}
		last = m[1]
	}
	b.WriteString(line[last:])
	return b.String(), nil
}

// verify reads the new report and holds its front matter against the answers.
func verify(t Template, a Answers, text []byte) error {
	r := report.Parse(source.New(t.Name+".md", text))
	for _, p := range r.Problems {
		return fmt.Errorf("template %s makes a report that cannot be read: line %d: %s", t.Name, r.File.LineAt(p.Span.Start), p.Message)
	}
	for _, v := range []struct {
		field report.Field[string]
		key   string
		want  string
	}{
		{r.Meta.Title, "title", a.Title}, {r.Meta.ID, "id", a.ID}, {r.Meta.Template, "template", t.Name}, {r.Meta.Severity, "severity", a.Severity},
		{r.Meta.Timezone, "timezone", a.Timezone}, {r.Meta.Owner, "owner", a.Owner},
	} {
		if v.field.Written() && v.field.Value != v.want {
			return fmt.Errorf("template %s changes the %s %q into %q", t.Name, v.key, v.want, v.field.Value)
		}
	}
	if r.Meta.Key("services") != nil {
		var got []string
		for _, s := range r.Meta.Services {
			got = append(got, s.Value)
		}
		if !slices.Equal(got, a.Services) {
			return fmt.Errorf("template %s changes the services %q into %q", t.Name, a.Services, got)
		}
	}
	return nil
}
