package config_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openpostmortem/postmortem/pkg/config"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/render"
)

// tree makes a repository with files and goes there.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir(".git", 0o755); err != nil {
		t.Fatal(err)
	}
	for path, text := range files {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFind(t *testing.T) {
	tree(t, map[string]string{config.Name: "", "a/b/c/x.md": "", "a/" + config.Name: "", "nested/.git/x": "", "nested/deep/x": ""})
	for dir, want := range map[string]string{".": config.Name, "a/b/c": "a/" + config.Name, "nested/deep": ""} {
		t.Run(dir, func(t *testing.T) {
			top, _ := os.Getwd()
			t.Chdir(dir)
			got, err := config.Find(".")
			if err != nil {
				t.Fatal(err)
			}
			if got != "" {
				got, _ = filepath.Abs(got)
				got, _ = filepath.Rel(top, got)
			}
			if filepath.ToSlash(got) != want {
				t.Errorf("found %q, want %q", got, want)
			}
		})
	}
	t.Chdir("a")
	if err := os.RemoveAll("../.git"); err != nil {
		t.Fatal(err)
	}
	t.Chdir("b")
	if got, err := config.Find("."); got != "" || err != nil {
		t.Errorf("outside a repository nothing above counts: %q, %v", got, err)
	}
}

func TestLoad(t *testing.T) {
	tree(t, map[string]string{
		config.Name: `version: 1
extends: shared/base.yaml
exclude: old
lint:
  rules:
    section-missing: warning
  overrides:
    - paths: [archive/**, 2018]
      rules: {section-missing: off, action-mix: hint}
  baseline: known.json
  policies:
    ambiguous-zones: {IST: Asia/Kolkata}
`,
		"shared/base.yaml": `
exclude: [more]
lint:
  group: strict
  fail-on: warning
  rules: {section-missing: error, action-mix: off}
  overrides: [{paths: [reviews], rules: {cause-single: off}}]
`})
	c, err := config.Load(config.Name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"shared/base.yaml", config.Name}, c.Files); d != "" {
		t.Error(d)
	}
	if c.Lint.Group != lint.Strict || c.FailOn != "warning" || c.Baseline != "known.json" || c.Policy.AmbiguousZones["IST"] != "Asia/Kolkata" {
		t.Errorf("%+v", c)
	}
	for path, want := range map[string]bool{"old/a.md": true, "shared/more": false, "more/a.md": true, "a.md": false} {
		if c.Excluded(path) != want {
			t.Errorf("%s is excluded: %v", path, !want)
		}
	}
	effective := func(path string) map[string]string {
		out := map[string]string{}
		for _, s := range c.For(path) {
			out[s.Key] = s.Value + " " + s.Origin
		}
		return out
	}
	for path, want := range map[string][]string{
		"a.md":         {"warning .postmortem.yaml:6", "off shared/base.yaml:6"},
		"archive/a.md": {"off .postmortem.yaml:9", "hint .postmortem.yaml:9"},
		"2018/x/a.md":  {"off .postmortem.yaml:9", "hint .postmortem.yaml:9"},
	} {
		got := effective(path)
		if d := cmp.Diff(want, []string{got["lint.rules.section-missing"], got["lint.rules.action-mix"]}); d != "" {
			t.Errorf("%s: %s", path, d)
		}
	}
	// Patterns of both files count from here, and items of both have numbers of their own.
	if got := effective("reviews/a.md")["lint.rules.cause-single"]; got != "off shared/base.yaml:7" {
		t.Errorf("lint.rules.cause-single: %s", got)
	}
	for key, want := range map[string]string{"lint.overrides[0].paths": "reviews shared/base.yaml:7", "lint.overrides[1].paths": "archive/**, 2018 .postmortem.yaml:8"} {
		if got := effective("a.md")[key]; got != want {
			t.Errorf("%s: %s", key, got)
		}
	}
	if got := effective("a.md")["lint.fail-on"]; got != "warning shared/base.yaml:5" {
		t.Errorf("lint.fail-on: %s", got)
	}
}

func TestProblems(t *testing.T) {
	deep := strings.Repeat("[", 40) + strings.Repeat("]", 40)
	for _, c := range []struct{ text, want string }{
		{"versoin: 1", `:1:1: there is no key "versoin"` + ` | did you mean "version"?`},
		{"version: 2", `:1:10: version cannot be "2"; it is 1`},
		{"lint:\n  grupo: all", `:2:3: there is no key "grupo" in lint | did you mean "group"?`},
		{"lint:\n  zzz: all", `:2:3: there is no key "zzz" in lint | there are group, rules, fail-on, baseline, overrides, policies`},
		{"lint:\n  group: stict", `:2:10: lint.group cannot be "stict"; it is recommended, strict or all | did you mean "strict"?`},
		{"lint:\n  rules: {ü: 1, section-mising: error}", `:2:11: there is no rule "ü"` + "\n" + `:2:17: there is no rule "section-mising" | did you mean "section-missing"?`},
		{"lint:\n  rules: {section-missing: [error]}", ":2:28: lint.rules.section-missing must be one value"},
		{"publish:\n  theme:\n    accent: #0a5dc2", ":3:12: publish.theme.accent must be one value | write its value behind it, in quotes if that begins with #"},
		{"lint:\n  rules: {suppression-unused: off}", ":2:31: suppression-unused cannot be turned off | make it a hint"},
		{"lint: all", ":1:7: lint must be a mapping of keys to values"},
		{"[1]", ":1:1: the configuration must be a mapping of keys to values"},
		{"lint:\n  overrides: {paths: x}", ":2:14: lint.overrides must be a list"},
		{"lint:\n  overrides:\n  - paths: x", ":3:5: an override needs paths and rules"},
		{"exclude: ['[']", `:1:11: "[" is not a pattern`},
		{"lint: {policies: {silence: soon}}", `:1:28: "soon" is no length of time | write it as 45 min or 2 h`},
		{"lint: {policies: {silence: 1-2 h}}", `:1:28: "1-2 h" is no length of time | write it as 45 min or 2 h`},
		{"lint: {policies: {tickets: 1}}", `:1:28: lint.policies.tickets cannot be "1"; it is true or false`},
		{"lint: {policies: {ambiguous-zones: {IST: Asia/Kalkutta}}}", `:1:42: there is no time zone "Asia/Kalkutta" | did you mean "Asia/Kolkata"?`},
		{"version: 1\nversion: 1", `:2:1: "version" stands on line 1 too | keep one of them`},
		{"templates: /etc", `:1:12: "/etc" is not a path inside the repository | write it relative to this file`},
		{"lint: {baseline: ../../x}", `:1:18: "../../x" is not a path inside the repository | write it relative to this file`},
		{"extends: ../x.yaml", `:1:10: "../x.yaml" is not a path inside the repository | write it relative to this file`},
		{"extends: .postmortem.yaml", `:1:10: ".postmortem.yaml" extends this file in turn, or too many files extend each other`},
		{"extends: none.yaml", `:1:10: "none.yaml" cannot be read: none.yaml: no such file or directory`},
		{"extends: link.yaml", `:1:10: "link.yaml" is a link that leads out of the repository`},
		{"a: &x 1\nb: *x", ":1:4: aliases and anchors are not read | write the value out"},
		{"version: !!int 1", ":1:10: tags are not read | leave !!int out"},
		{"version: " + deep, ":1:42: nests more than 32 deep"},
		{"lint:\n\tgroup: all", ":2:1: not YAML: this line is indented with a tab | indent with blanks"},
		{strings.Repeat("#", 70_000), ": has 70000 bytes; 65536 is the most that is read"},
		{"publish: {names: {a: ''}}", ":1:22: a name is empty"},
		{"publish: {theme: {accent: blue}}", `:1:27: the colour "blue" is not of the form #rrggbb | write it as in "#0a5dc2", with the quotes`},
		{"publish: {guard: {people: ['']}}", ":1:28: people has an empty text"},
		{"publish: {guard: {public: [INC-*, '*', 'a-*', '**b*']}}", `:1:35: "*" stands for too many words | write three letters or digits beside the star, as in INC-*` + "\n" +
			`:1:40: "a-*" stands for too many words | write three letters or digits beside the star, as in INC-*` + "\n" +
			`:1:47: "**b*" stands for too many words | write three letters or digits beside the star, as in INC-*`},
		{"publish: {guard: {public: ['INC-*-a', '*.example.com', '*Pay*', '日本']}}", `:1:28: "INC-*-a" has a star in the middle, where it stands for nothing | end it at the star, as in INC-*`},
		{"publish: {guard: {customers: ['X', '*'], forbidden: ['" + strings.Repeat("long", 60) + "', '*.corp']}}", `:1:31: "X" is not looked for: it has fewer than two letters or digits` + "\n" +
			`:1:36: "*" is not looked for: it has fewer than two letters or digits` + "\n" + `:1:54: "` + strings.Repeat("long", 60) + `" is not looked for: it is too long`},
		{"publish: {guard: {allow: [{hash: x, until: soon}]}}", `:1:34: "x" is not a hash | copy the 16 letters and digits that postmortem export prints` + "\n" +
			`:1:44: "soon" is not a day | write it as in 2026-12-31` + "\n:1:27: this exception lacks owner, reason | it needs the hash of what it allows, who answers for it as owner, the reason, and until, its last day"},
		{"", ""},
		{"# nothing\n", ""},
		{"lint:\n  # group: all\npublish:\n  names:\n  theme:\n    # accent: x\n", ""},
		{"publish: {theme: ''}", ":1:18: publish.theme must be a mapping of keys to values"},
	} {
		tree(t, map[string]string{config.Name: c.text})
		if err := os.Symlink(os.DevNull, "link.yaml"); err != nil && strings.Contains(c.text, "link.yaml") {
			continue
		}
		_, err := config.Load(config.Name)
		var got []string
		var several interface{ Unwrap() []error }
		if errors.As(err, &several) {
			for _, err := range several.Unwrap() {
				line := strings.TrimPrefix(err.Error(), config.Name)
				if p, ok := err.(config.Problem); ok && p.Hint() != "" {
					line += " | " + p.Hint()
				}
				got = append(got, line)
			}
		}
		if d := cmp.Diff(c.want, strings.Join(got, "\n")); d != "" {
			t.Errorf("%.60q (- want, + got):\n%s", c.text, d)
		}
	}
}

// TestPublish reads what leaves the organisation; lists of a base and of the file add up.
func TestPublish(t *testing.T) {
	tree(t, map[string]string{
		config.Name: `extends: base.yaml
publish:
  names: {billing-api: Billing}
  glossary: {queue: work that waits}
  guard:
    people: [Ann Example]
    allow: [{hash: 0123456789abcdef, owner: comms, reason: "it is a product", until: 2026-12-31}]
  theme: {organisation: Example, accent: "#123456"}
`,
		"base.yaml": "publish: {names: {db: Storage}, guard: {people: [Bob Example], hosts: example.internal}}\n"})
	c, err := config.Load(config.Name)
	if err != nil {
		t.Fatal(err)
	}
	until := time.Date(2026, 12, 31, 23, 59, 59, 999999999, time.UTC)
	if d := cmp.Diff(edition.Options{Names: map[string]string{"db": "Storage", "billing-api": "Billing"}, Glossary: map[string]string{"queue": "work that waits"}}, c.Edition); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(guard.Options{People: []string{"Bob Example", "Ann Example"}, Hosts: []string{"example.internal"},
		Allow: []guard.Allowed{{Hash: "0123456789abcdef", Owner: "comms", Reason: "it is a product", Until: until}}}, c.Guard); d != "" {
		t.Error(d)
	}
	if c.Theme.Organisation != "Example" || c.Theme.Accent != "#123456" {
		t.Errorf("%+v", c.Theme)
	}
}

// TestLogo reads a picture from inside the repository alone, and only one that it can draw anew.
func TestLogo(t *testing.T) {
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 20, 10))); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(t.TempDir(), "out.png")
	if err := os.WriteFile(outside, drawn.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	for logo, want := range map[string]string{
		"logo.png":         "",
		"art/logo.png":     "",
		"inner.png":        "",
		"none.png":         `:1: "none.png" is no file of the repository`,
		"art":              `:1: "art" is no file of the repository`,
		"../out.png":       `:1:48: "../out.png" is not a path inside the repository`,
		"outer.png":        `:1: "outer.png" is no file of the repository`,
		"logo.svg":         `:1: "logo.svg" is no picture of pixels; an SVG may hold scripts and addresses, save it as PNG`,
		".postmortem.yaml": `:1: ".postmortem.yaml" is neither PNG nor JPEG`,
	} {
		tree(t, map[string]string{config.Name: "publish: {theme: {organisation: Example, logo: " + logo + "}}", "logo.png": drawn.String(), "art/logo.png": drawn.String(),
			"logo.svg": "<svg onload='alert(1)'/>"})
		for name, to := range map[string]string{"inner.png": "art/logo.png", "outer.png": outside} {
			if err := os.Symlink(to, name); err != nil {
				t.Skip(err)
			}
		}
		c, err := config.Load(config.Name)
		var l *render.Logo
		if err == nil {
			l, err = c.Logo()
		}
		switch {
		case want == "" && (err != nil || l == nil || l.Width != 20):
			t.Errorf("%s: %v", logo, err)
		case want != "" && (err == nil || strings.TrimPrefix(err.Error(), config.Name) != want):
			t.Errorf("%s: %v, want %s", logo, err, want)
		}
	}
	tree(t, map[string]string{config.Name: "publish:\n  theme:\n    logo: logo.png\n", "logo.png": drawn.String()})
	if _, err := config.Load(config.Name); err == nil || !strings.Contains(err.Error(), ".postmortem.yaml:3: publish.theme.logo needs publish.theme.organisation") {
		t.Error(err)
	}
}

// TestSchema checks that the schema speaks of every key and says what each is for.
func TestSchema(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(config.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	var look func(keys []config.Key, in map[string]any)
	look = func(keys []config.Key, in map[string]any) {
		properties := in["properties"].(map[string]any)
		if len(properties) != len(keys) {
			t.Errorf("%d properties for %d keys", len(properties), len(keys))
		}
		for _, k := range keys {
			p, ok := properties[k.Name].(map[string]any)
			if !ok || p["description"] == "" || p["description"] == nil {
				t.Errorf("%s is not in the schema, or has no description", k.Name)
				continue
			}
			if k.Keys != nil {
				if item, ok := p["items"].(map[string]any); ok {
					p = item
				}
				look(k.Keys, p)
			}
		}
	}
	look(config.Keys(), schema)
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte("version: 1\nlint:\n  rules: {section-missing: off}\n"))
	f.Add([]byte("extends: .postmortem.yaml\n"))
	f.Add([]byte("lint:\n  overrides:\n  - paths: a\n    rules: {}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		t.Chdir(t.TempDir())
		if err := os.WriteFile(config.Name, text, 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := config.Load(config.Name)
		if (c == nil) == (err == nil) {
			t.Error("a configuration is used or wrong, and never both or neither")
		}
		if c != nil {
			c.For("a.md")
		}
	})
}
