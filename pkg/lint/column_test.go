package lint_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// TestColumns goes back from the columns that a format writes, counted as its reader counts, to the
// bytes of the finding and of its fix.
func TestColumns(t *testing.T) {
	runes := func(rune) int { return 1 }
	for _, c := range []struct {
		format, start, end string // members of a range, from it to its line and column
		width              func(rune) int
		results, at        []string
	}{
		{"json", "line column", "endLine endColumn", runes, []string{"findings"}, []string{"place"}},
		{"sarif", "startLine startColumn", "endLine endColumn", utf16.RuneLen, []string{"runs", "results"}, []string{"locations", "physicalLocation", "region"}},
		{"rdjson", "start/line start/column", "end/line end/column", utf8.RuneLen, []string{"diagnostics"}, []string{"location", "range"}},
	} {
		texts := []string{wide}
		for _, h := range hostile {
			if utf8.ValidString(h) {
				texts = append(texts, "Title\n"+h+"bad "+h+" bad\r\n"+h+" poor")
			}
		}
		for _, text := range texts {
			file := source.New("a.md", []byte(text))
			var v any
			if err := json.Unmarshal([]byte(written(t, c.format, toys, file)), &v); err != nil {
				t.Fatal(err)
			}
			results := first(v, c.results[:len(c.results)-1]...)
			shown := list(results, c.results[len(c.results)-1])
			i := 0
			for d := range lint.New(toys, lint.Options{}).Run(archive.Of(file)).Findings {
				if i >= len(shown) {
					t.Fatalf("%s shows %d findings of %q", c.format, len(shown), text)
				}
				at := first(shown[i], c.at...)
				got := source.Span{Start: offset(text, at, c.start, c.width), End: offset(text, at, c.end, c.width)}
				if got != d.Span {
					t.Errorf("%s: %v leads to %v, want %v of %q", c.format, at, got, d.Span, text)
				}
				i++
			}
			if i != len(shown) || i == 0 {
				t.Errorf("%s shows %d findings of %d", c.format, len(shown), i)
			}
		}
	}
}

// first walks down members, into the first item of each list.
func first(v any, path ...string) any {
	for _, name := range path {
		v = member(v, name)
		if items, ok := v.([]any); ok && len(items) > 0 {
			v = items[0]
		}
	}
	return v
}

// lineEnd divides as readers of Markdown do: a carriage return alone ends a line, too.
var lineEnd = regexp.MustCompile(`[^\r\n]*(\r\n|\r|\n|$)`)

// offset finds the byte at a line and a column; -1 stands for a place that is not in the text.
func offset(text string, at any, names string, width func(rune) int) int {
	lineName, columnName, _ := strings.Cut(names, " ")
	line, _ := member(at, strings.Split(lineName, "/")...).(float64)
	column, _ := member(at, strings.Split(columnName, "/")...).(float64)
	lines := lineEnd.FindAllString(text, -1)
	if line < 1 || int(line) > len(lines) {
		return -1
	}
	start := len(strings.Join(lines[:int(line)-1], ""))
	left := int(column) - 1
	for i, r := range lines[int(line)-1] {
		if left == 0 {
			return start + i
		}
		left -= width(r)
	}
	if left == 0 {
		return start + len(lines[int(line)-1])
	}
	return -1
}

// TestLongHostileName: a name may be as long as a file system allows, and hold anything but a slash.
func TestLongHostileName(t *testing.T) {
	name := strings.Repeat("'|]\n%", 50) + ".md"
	for _, f := range lint.Formats {
		text := written(t, f.Name, toys, source.New(fmt.Sprintf("2019/%s", name), []byte("bad\n")))
		if found := faults(t, f.Name, text); len(found) > 0 {
			t.Errorf("%s: %s", f.Name, found[0])
		}
	}
}
