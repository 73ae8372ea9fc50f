package templates

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// known are the values a template may ask for; the package documentation lists
// the same names for authors of templates.
var known = []string{"title", "id", "template", "status", "severity", "timezone", "services", "owner", "started"}

var placeholder = regexp.MustCompile(`\{\{([^}]*)\}\}`)

func TestTemplates(t *testing.T) {
	names, err := fs.Glob(FS, "*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no templates embedded: %v", err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			raw, err := FS.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text := string(raw)
			front, body, found := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
			if !found || !strings.HasPrefix(text, "---\n") {
				t.Fatal("does not begin with front matter")
			}
			for _, key := range known {
				if !strings.Contains(front, key+": {{"+key+"}}") {
					t.Errorf("front matter does not ask for %s", key)
				}
			}
			for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
				if !slices.Contains(known, m[1]) {
					t.Errorf("asks for %s, which nothing fills in", m[0])
				}
			}
			for i, comment := range strings.Split(body, "<!--")[1:] {
				if strings.Count(comment, "-->") != 1 {
					t.Errorf("comment %d is not closed exactly once", i+1)
				}
			}
			if !strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\n\n") {
				t.Error("does not end in exactly one newline")
			}
		})
	}
}
