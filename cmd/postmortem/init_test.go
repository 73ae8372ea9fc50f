package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

// TestIntegrations holds the files by which other systems call the program to YAML's grammar, to the
// flags and formats that lint has, and to answers that leave no place unfilled.
func TestIntegrations(t *testing.T) {
	texts := map[string]string{}
	for _, name := range []string{"action.yml", ".pre-commit-hooks.yaml", "templates/lint.yml"} {
		text, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(text)
	}
	o := initOptions{Reports: "docs/incidents", Group: "strict", PreCommit: "yes"}
	for _, o.CI = range []string{"github", "gitlab"} {
		for _, f := range o.files() {
			text, err := o.fill(f.from)
			if err != nil {
				t.Fatal(err)
			}
			texts[f.from] = string(text)
		}
	}
	flags := lintCommand().Flags()
	for name, text := range texts {
		d := yaml.NewDecoder(strings.NewReader(text))
		var doc yaml.Node
		if err := d.Decode(&doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if m := regexp.MustCompile(`\{\{[a-z]+\}\}`).FindString(text); m != "" {
			t.Errorf("%s: %s is not filled in", name, m)
		}
		for _, m := range regexp.MustCompile(`(?:lint|args=\(|args\+=\().*`).FindAllString(text, -1) {
			for _, flag := range regexp.MustCompile(` --([a-z-]+)`).FindAllStringSubmatch(m, -1) {
				if flags.Lookup(flag[1]) == nil {
					t.Errorf("%s: lint has no flag --%s", name, flag[1])
				}
			}
			for _, format := range regexp.MustCompile(`(?:-f|--format) "?([a-z]+)`).FindAllStringSubmatch(m, -1) {
				if _, ok := lint.FormatNamed(format[1]); !ok {
					t.Errorf("%s: there is no format %s", name, format[1])
				}
			}
		}
	}
}

// TestProblemMatcher reads the concise format as GitHub would with the matcher.
func TestProblemMatcher(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "problem-matcher.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		ProblemMatcher []struct {
			Pattern []struct {
				Regexp                                      string
				File, Line, Column, Severity, Message, Code int
			}
		}
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	p := file.ProblemMatcher[0].Pattern[0]
	golden, err := os.ReadFile(filepath.Join("..", "..", "pkg", "lint", "testdata", "concise.golden"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(golden)) {
		m := regexp.MustCompile(p.Regexp).FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil {
			t.Errorf("not matched: %s", line)
			continue
		}
		if again := m[p.File] + ":" + m[p.Line] + ":" + m[p.Column] + ": " + m[p.Severity] + ": " + m[p.Message] + " [" + m[p.Code] + "]\n"; again != line {
			t.Errorf("%q was read as %q", line, again)
		}
	}
}
