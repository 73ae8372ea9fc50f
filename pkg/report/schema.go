package report

import (
	"bytes"
	"strings"
)

// Schema is what a report must hold. It is made from a template: each of its headings is a section
// that a report of that template must have, unless an "optional" comment follows the heading.
type Schema struct {
	Name     string // the template's name; empty for the schema of a report that names none
	Sections []SectionSpec
}

// SectionSpec is one section of a Schema. A section is found by its kind, or by its heading if the
// heading is of no known kind.
type SectionSpec struct {
	Kind     Kind
	Heading  string
	Level    int
	Optional bool
	Guidance []string // the template's comments in that section
}

// NoTemplate is the schema of a report that names no template.
var NoTemplate = &Schema{Sections: []SectionSpec{
	{Kind: TimelineKind, Heading: "Timeline", Level: 2},
	{Kind: Impact, Heading: "Impact", Level: 2},
	{Kind: ActionsKind, Heading: "Corrective actions", Level: 2},
}}

// ParseSchema reads a template as a schema.
func ParseSchema(name string, template *Report) *Schema {
	s := &Schema{Name: name}
	for _, sec := range template.Sections {
		if sec.Level < 2 {
			continue
		}
		spec := SectionSpec{Kind: sec.Kind, Heading: sec.Heading.Value, Level: sec.Level}
		for _, c := range template.Comments {
			switch {
			case c.Span.Start < sec.Span.Start || c.Span.Start >= sec.Body.End:
			case c.Text == "optional":
				spec.Optional = true
			case !Directive(c.Text):
				spec.Guidance = append(spec.Guidance, c.Text)
			}
		}
		s.Sections = append(s.Sections, spec)
	}
	return s
}

// Find returns the report's section that answers the spec, or nil.
func (spec SectionSpec) Find(r *Report) *Section {
	if spec.Kind != Other {
		for _, s := range r.Sections {
			if s.Level > 0 && s.Kind == spec.Kind {
				return s
			}
		}
	}
	key := HeadingKey(spec.Heading)
	for _, s := range r.Sections {
		if s.Level > 0 && HeadingKey(s.Heading.Value) == key {
			return s
		}
	}
	return nil
}

// Stated reports whether a line of the report's opening or of its summary gives in a few words what
// the section would hold: "**Impact:** no logins for an hour".
func (spec SectionSpec) Stated(r *Report) bool {
	for _, p := range r.Passages {
		if spec.Kind == Other || p.Quoted || p.Section.nested() {
			continue
		}
		lines := p.Node.Lines()
		for i := range lines.Len() {
			line := lines.At(i)
			text := line.Value(r.File.Text)
			name, end, bold := labelAt(text)
			if !bold || end == len(bytes.TrimRight(text, " \r\n")) && p.Node.NextSibling() == nil {
				continue
			}
			if kind, sure := kindOf(string(text[name.Start:name.End])); kind == spec.Kind && sure == exact {
				return true
			}
		}
	}
	return false
}

// Directive reports whether a comment speaks to the tool and not to the author.
func Directive(comment string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(comment)), " ")
	switch word {
	case "public", "/public", "internal", "/internal", "optional", "postmortem-ignore":
		return true
	}
	return false
}
