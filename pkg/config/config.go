// Package config finds, reads and checks .postmortem.yaml, and hands each package its own options.
//
// A configuration comes with the repository and is as untrusted as the reports: it is bounded, it
// names nothing outside the repository, and nothing that it says makes a program run. It is checked
// strictly: an unknown key, a rule that does not exist, a value of the wrong kind is an error that
// names its place. Nothing of a configuration with errors is used.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/openpostmortem/postmortem/pkg/archive"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/guard"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/render"
)

// Name is what the file is called.
const Name = ".postmortem.yaml"

// Config is what an organisation asks for. The zero Config is what holds without a file.
type Config struct {
	Files     []string           // the files it was read from, the outermost base first
	Settings  map[string]Setting // what the files say, by dotted key
	Reports   []string           // where the reports are, from the working directory; empty for wherever a command runs
	Templates string             // a directory of own templates, from the working directory; empty for none
	Baseline  string             // the baseline's file, from the working directory; empty for the usual one
	FailOn    string             // error, warning, hint or never; empty for error
	Lint      lint.Selection
	Policy    lint.Policy
	Edition   edition.Options
	Guard     guard.Options
	Theme     render.Theme

	HideFigures bool // editions do not end with what their timelines give

	logo      struct{ root, path string } // of the theme, and the repository that it lies in
	exclude   []func(string) bool
	overrides []override
}

// Setting is one value that a file sets, as it is written there, and the place.
type Setting struct {
	Key    string `json:"key"`
	Value  string `json:"value"`
	Origin string `json:"origin"`
}

// override is a lint.Override with what `config show` tells of it.
type override struct {
	lint.Override
	file   string            // in which it stands
	at     string            // its place
	origin map[string]string // of each rule's severity
}

// Problem is something wrong in a configuration.
type Problem struct {
	Path         string
	Line, Column int // from 1, the column in code points; both 0 for the file as a whole
	Message      string
	Proposal     string // what to write instead, or empty
}

func (p Problem) Error() string {
	if p.Line == 0 {
		return p.Path + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.Path, p.Line, p.Column, p.Message)
}

// Hint is what to write instead, or empty.
func (p Problem) Hint() string { return p.Proposal }

// Find looks for the file in a directory and above it, up to the root of the git repository. In a
// directory that is in no repository it looks only there, for what lies above may be anybody's. The
// path is empty if there is no file.
func Find(dir string) (string, error) {
	root, inside := archive.Root(dir)
	for at := dir; ; at = filepath.Join(at, "..") {
		path := filepath.Join(at, Name)
		switch info, err := os.Stat(path); {
		case err == nil && !info.Mode().IsRegular():
			return "", fmt.Errorf("%s: is not a regular file", path)
		case err == nil:
			return path, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", err
		}
		if !inside || same(at, root) {
			return "", nil
		}
	}
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// Load reads a configuration and those it extends. The error is every Problem that there is,
// joined.
func Load(path string) (*Config, error) {
	root, _ := archive.Root(filepath.Dir(path))
	l := &loader{root: root, base: filepath.Dir(path), items: map[string]int{}, c: &Config{Settings: map[string]Setting{}}}
	l.file(path, nil)
	if at, ok := l.c.Settings["publish.theme.logo"]; ok && strings.TrimSpace(l.c.Theme.Organisation) == "" {
		l.problems = append(l.problems, fmt.Errorf("%s: publish.theme.logo needs publish.theme.organisation, which is read where it is not shown", at.Origin))
	}
	if l.problems != nil {
		return nil, errors.Join(l.problems...)
	}
	return l.c, nil
}

// Excluded reports whether a path is to be passed over when a directory is searched.
func (c *Config) Excluded(path string) bool {
	for _, covers := range c.exclude {
		if covers(path) {
			return true
		}
	}
	return false
}

// Idle gives the places of the overrides that cover none of the reports. Those of a file that is extended
// are for other configurations, too, and do not count.
func (c *Config) Idle(reports []string) []string {
	var out []string
	for _, o := range c.overrides {
		if o.file == c.Files[len(c.Files)-1] && !slices.ContainsFunc(reports, o.Match) {
			out = append(out, o.at)
		}
	}
	return out
}

// matcher makes the function that tells whether a report's path, from the working directory, is
// covered by patterns that are relative to a directory.
func matcher(dir string, patterns []string) func(string) bool {
	return func(path string) bool {
		full, err := filepath.Abs(filepath.FromSlash(path))
		if err != nil {
			return false
		}
		base, err := filepath.Abs(dir)
		if err != nil {
			return false
		}
		rel, err := filepath.Rel(base, full)
		if err != nil {
			return false
		}
		rel = filepath.ToSlash(rel)
		for _, p := range patterns {
			p = strings.TrimSuffix(p, "/")
			if ok, _ := doublestar.Match(p, rel); ok {
				return true
			}
			if ok, _ := doublestar.Match(p+"/**", rel); ok {
				return true
			}
		}
		return false
	}
}
