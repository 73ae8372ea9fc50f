// Package scaffold makes a new report out of a template and the answers to a few questions.
//
// What comes out is a report in canonical form: Render reads it again and gives an error rather
// than a report that says something else than the answers did. The package asks nobody, reads no
// clock and writes no file.
package scaffold

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
	"github.com/openpostmortem/postmortem/templates"
)

// Default is the name of the template that fits most incidents.
const Default = "standard"

// maxTemplate bounds what is read of one template.
const maxTemplate = 1 << 20

// Template is a report with places for the answers. It is also the schema of the reports made from
// it. The package templates describes the notation.
type Template struct {
	Name string // as reports state it in their front matter
	Text []byte
}

// Templates gives the built-in templates and those at the root of own, sorted by name; own may be
// nil. A template of one's own takes the place of a built-in one of the same name. The error names
// the file that could not be read.
func Templates(own fs.FS) ([]Template, error) {
	all, err := load(templates.FS)
	if err != nil || own == nil {
		return all, err
	}
	more, err := load(own)
	if err != nil {
		return nil, err
	}
	for _, t := range more {
		all = slices.DeleteFunc(all, func(b Template) bool { return b.Name == t.Name })
	}
	all = append(all, more...)
	slices.SortFunc(all, func(a, b Template) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

func load(dir fs.FS) ([]Template, error) {
	names, err := fs.Glob(dir, "*.md")
	if err != nil {
		return nil, err
	}
	var all []Template
	for _, name := range names {
		info, err := fs.Stat(dir, name)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			continue
		}
		if info.Size() > maxTemplate {
			return nil, fmt.Errorf("template %s has %d bytes; %d is the most that is read", name, info.Size(), maxTemplate)
		}
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		all = append(all, Template{strings.TrimSuffix(path.Base(name), ".md"), text})
	}
	return all, nil
}

// Schema gives what a report made from the template must hold.
func (t Template) Schema() *report.Schema {
	return report.ParseSchema(t.Name, t.parse())
}

// Schemas gives the schema of each template by its name. A template is read when its schema is first asked
// for; most reports are made from one.
func Schemas(all []Template) map[string]func() *report.Schema {
	schemas := make(map[string]func() *report.Schema, len(all))
	for _, t := range all {
		schemas[t.Name] = sync.OnceValue(t.Schema)
	}
	return schemas
}

// Summary is the first sentence of the comment that the template opens with, on one line; empty
// if it opens with none.
func (t Template) Summary() string {
	r := t.parse()
	for _, c := range r.Comments {
		if s := r.SectionAt(c.Span.Start); s == nil || s.Level > 0 {
			break
		}
		if report.Directive(c.Text) {
			continue
		}
		sentence, _, _ := strings.Cut(strings.Join(strings.Fields(c.Text), " ")+" ", ". ")
		return strings.TrimSuffix(strings.TrimSpace(sentence), ".")
	}
	return ""
}

func (t Template) parse() *report.Report {
	return report.Parse(source.New(t.Name+".md", t.Text))
}
