package config

import (
	"cmp"
	"maps"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/rules"
)

// Default is the origin of what no file sets.
const Default = "default"

// For gives every value that is in effect for a report, and where each comes from: first the keys in
// the order of the file's format, then what the files set besides, then the severity of each rule.
func (c *Config) For(path string) []Setting {
	left := maps.Clone(c.Settings)
	var out []Setting
	var keys func(at string, of []Key)
	keys = func(at string, of []Key) {
		for _, k := range of {
			key := join(at, k.Name)
			switch s, set := left[key]; {
			case k.Form == object:
				keys(key, k.Keys)
			case set:
				out = append(out, s)
				delete(left, key)
			case k.Form == text || k.Form == flag || k.Form == number:
				out = append(out, Setting{key, k.Default, Default})
			}
		}
	}
	keys("", Keys())
	rest := slices.SortedFunc(maps.Values(left), func(a, b Setting) int { return cmp.Compare(a.Key, b.Key) })
	for _, s := range rest {
		if !isSeverity(s.Key) {
			out = append(out, s)
		}
	}
	for _, r := range rules.All() {
		out = append(out, c.severity(r, path))
	}
	return out
}

const ruleKey = "lint.rules."

// isSeverity holds for what the list of rules shows anyway.
func isSeverity(key string) bool { return len(key) > len(ruleKey) && key[:len(ruleKey)] == ruleKey }

// severity follows the steps by which a Linter finds a rule's severity.
func (c *Config) severity(r lint.Rule, path string) Setting {
	s := Setting{ruleKey + r.Name, lint.Off.String(), Default}
	if g, set := c.Settings["lint.group"]; set {
		s.Origin = g.Origin
	}
	if c.Lint.Group.Holds(r.Group) {
		s.Value = r.Severity.String()
	}
	if named, set := c.Settings[s.Key]; set {
		s = named
	}
	for _, o := range c.overrides {
		if level, set := o.Rules[r.Name]; set && o.Match(path) {
			s.Value, s.Origin = level.String(), o.origin[r.Name]
		}
	}
	return s
}
