package config

import (
	"cmp"
	"path/filepath"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/near"
	"github.com/openpostmortem/postmortem/pkg/rules"
)

// form is what a key's value must be.
type form int

const (
	text   form = iota // one value
	flag               // true or false
	number             // a whole number
	list               // one value or several
	table              // names, each with one value
	object             // the keys of Key.Keys
	items              // a list of objects with the keys of Key.Keys
)

// Key is one key of the file: what it may hold, what it is for, and where its value goes. Adding a
// key is adding one here; the check, the schema and `config show` follow.
type Key struct {
	Name    string
	About   string
	Form    form
	Default string          // what holds if it is not set
	Choices []string        // of the values, or of a table's values
	Names   func() []string // of a table: the names that may stand in it; nil for any
	Keys    []Key

	// take puts a value, checked against the form and the choices, where it belongs. For items it
	// is called for each of them.
	take func(l *loader, v value)
}

// Keys are all keys of the file.
func Keys() []Key {
	return []Key{
		{Name: "version", About: "The version of this file's format.", Form: number, Choices: []string{"1"}, Default: "1"},
		{Name: "extends", About: "A configuration to begin with, relative to this file and inside the repository. What this file sets counts more.",
			Form: text, take: func(*loader, value) {}},
		{Name: "reports", About: "Where the reports are, relative to this file: directories, files or patterns. `lint` looks there if it is given no path.", Form: list,
			take: func(l *loader, v value) {
				l.c.Reports = nil
				for _, p := range v.list {
					if at := l.within(p); at != "" {
						l.c.Reports = append(l.c.Reports, filepath.ToSlash(at))
					}
				}
			}},
		{Name: "exclude", About: "Patterns, relative to this file or to the one that extends it, of files that are not reports, however they are named.", Form: list,
			take: func(l *loader, v value) { l.c.exclude = append(l.c.exclude, matcher(l.base, l.patterns(v))) }},
		{Name: "templates", About: "A directory of own templates, relative to this file.", Form: text,
			take: func(l *loader, v value) { l.c.Templates = l.within(v) }},
		{Name: "language", About: "The language that reports are written in which do not say so in their front matter, as a tag such as de or pt-BR.", Form: text, Default: "en",
			take: func(l *loader, v value) { l.language(v, func(tag string) { l.c.Policy.Language = tag }) }},
		{Name: "lint", About: "How reports are checked.", Form: object, Keys: lintKeys()},
		{Name: "publish", About: "What leaves the organisation, and how it looks.", Form: object, Keys: publishKeys()},
	}
}

func lintKeys() []Key {
	return []Key{
		{Name: "group", About: "Which rules run: a group holds those before it.", Form: text, Default: string(lint.Recommended),
			Choices: []string{string(lint.Recommended), string(lint.Strict), string(lint.All)},
			take:    func(l *loader, v value) { l.c.Lint.Group = lint.Group(v.text) }},
		severities("The severity of single rules in a final report; off keeps a rule from running, any other makes it run.",
			func(l *loader, rule string, s lint.Severity, _ value) {
				if l.c.Lint.Rules == nil {
					l.c.Lint.Rules = map[string]lint.Severity{}
				}
				l.c.Lint.Rules[rule] = s
			}),
		{Name: "fail-on", About: "The least severe finding that makes the exit code 1.", Form: text, Default: "error",
			Choices: []string{"error", "warning", "hint", "never"},
			take:    func(l *loader, v value) { l.c.FailOn = v.text }},
		{Name: "baseline", About: "The file of findings that are known already, relative to this file.", Form: text, Default: ".postmortem-baseline.json",
			take: func(l *loader, v value) { l.c.Baseline = l.within(v) }},
		{Name: "overrides", About: "Other severities for some reports. Later ones count more.", Form: items, take: takeOverride, Keys: []Key{
			{Name: "paths", About: "Patterns of the reports' paths, relative to this file; in a file that is extended, to the one that extends it.", Form: list},
			severities("The severity of single rules in these reports.", nil),
		}},
		{Name: "policies", About: "Choices on which the authorities differ.", Form: object, Keys: policyKeys()},
	}
}

func policyKeys() []Key {
	return []Key{
		{Name: "ambiguous-zones", Form: table, About: "What an abbreviation that several time zones share means here, such as IST: Asia/Kolkata. " +
			"The IANA database leaves abbreviations undefined for that reason; ISO 8601 has offsets only.",
			take: func(l *loader, v value) {
				for _, e := range v.table {
					if _, err := time.LoadLocation(e.value.text); err != nil || e.value.text == "" || e.value.text == "Local" {
						l.problem(e.value, "there is no time zone \""+e.value.text+"\"", cmp.Or(near.Hint(e.value.text, moment.ZoneNames), "write a name such as Europe/Berlin"))
						continue
					}
					if l.c.Policy.AmbiguousZones == nil {
						l.c.Policy.AmbiguousZones = map[string]string{}
					}
					l.c.Policy.AmbiguousZones[e.key.text] = e.value.text
				}
			}},
		{Name: "tickets", Form: flag, Default: "false", About: "Whether every open action must name a ticket. Google's SRE workbook asks for a bug " +
			"for each action; the Howie guide warns that counting tickets turns learning into bookkeeping.",
			take: func(l *loader, v value) { l.c.Policy.Tickets = v.text == "true" }},
		{Name: "due-dates", Form: flag, Default: "false", About: "Whether every open action must have a due date in the report, even where it names a ticket. " +
			"Atlassian's template has both; PagerDuty's and Google's leave the date to the ticket.",
			take: func(l *loader, v value) { l.c.Policy.DueDates = v.text == "true" }},
		length("gap", "30 min", "How long a timeline may record nothing while the incident is being worked on (timeline-gap). The practice around "+
			"AWS's corrections of errors asks for 10 to 15 minutes at most; Google's and PagerDuty's guides name no length.",
			func(l *loader, d time.Duration) { l.c.Policy.Gap = d }),
		length("first-update", "30 min", "How soon after detection customers must hear of it (comms-first-update-late). PagerDuty's guide wants it within "+
			"minutes; others wait until they know what to say.",
			func(l *loader, d time.Duration) { l.c.Policy.FirstUpdate = d }),
		length("silence", "1 h", "How long customers may hear nothing while the incident goes on (comms-silence-long). Atlassian's and PagerDuty's guides ask "+
			"for an update every 20 to 60 minutes; vendors of status pages leave it to their users.",
			func(l *loader, d time.Duration) { l.c.Policy.Silence = d }),
	}
}

// length is a key whose value is a length of time as people write it: 45 min, 1 h 30 min.
func length(name, usual, about string, set func(*loader, time.Duration)) Key {
	return Key{Name: name, Form: text, Default: usual, About: about, take: func(l *loader, v value) {
		d := moment.FindDurations(v.text)
		if len(d) != 1 || d[0].Text != v.text || d[0].Low != d[0].High || d[0].Low <= 0 {
			l.problem(v, "\""+v.text+"\" is no length of time", "write it as 45 min or 2 h")
			return
		}
		set(l, d[0].Low)
	}}
}

func severityNames() []string {
	return []string{lint.Off.String(), lint.Hint.String(), lint.Warning.String(), lint.Error.String()}
}

func ruleNames() []string {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	return names
}

// severities is a key "rules", a table from rules to severities.
func severities(about string, set func(l *loader, rule string, s lint.Severity, at value)) Key {
	k := Key{Name: "rules", About: about, Form: table, Choices: severityNames(), Names: ruleNames}
	k.take = func(l *loader, v value) {
		if set == nil {
			return
		}
		for rule, s := range l.severities(v) {
			set(l, rule, s, v)
		}
	}
	return k
}

// severities reads a table of them; a rule that guards others' trust cannot be turned off.
func (l *loader) severities(v value) map[string]lint.Severity {
	out := map[string]lint.Severity{}
	for _, e := range v.table {
		s, _ := lint.ParseSeverity(e.value.text)
		for _, r := range rules.All() {
			if r.Name == e.key.text && r.Firm && s == lint.Off {
				l.problem(e.value, r.Name+" cannot be turned off", "make it a hint")
			}
		}
		out[e.key.text] = s
	}
	return out
}

func takeOverride(l *loader, v value) {
	o := override{file: filepath.ToSlash(l.path), at: l.origin(v), origin: map[string]string{}}
	for _, e := range v.table {
		switch e.key.text {
		case "paths":
			o.Match = matcher(l.base, l.patterns(e.value))
		case "rules":
			o.Rules = l.severities(e.value)
			for _, r := range e.value.table {
				o.origin[r.key.text] = l.origin(r.value)
			}
		}
	}
	if o.Match == nil || o.Rules == nil {
		l.problem(v, "an override needs paths and rules", "")
		return
	}
	l.c.overrides = append(l.c.overrides, o)
	l.c.Lint.Overrides = append(l.c.Lint.Overrides, o.Override)
}

// patterns reads a list of patterns.
func (l *loader) patterns(v value) []string {
	var out []string
	for _, p := range v.list {
		if !doublestar.ValidatePattern(p.text) || p.text == "" {
			l.problem(p, "\""+p.text+"\" is not a pattern", "")
			continue
		}
		out = append(out, p.text)
	}
	return out
}

// within reads a path relative to the file, which may not lead out of the repository.
func (l *loader) within(v value) string {
	p := filepath.Join(l.dir, filepath.FromSlash(v.text))
	full, err1 := filepath.Abs(p)
	rel, err2 := filepath.Rel(l.root, full)
	if err1 != nil || err2 != nil || v.text == "" || filepath.IsAbs(v.text) || !filepath.IsLocal(rel) {
		l.problem(v, "\""+v.text+"\" is not a path inside the repository", "write it relative to this file")
		return ""
	}
	return p
}
