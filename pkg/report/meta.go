package report

import (
	"bytes"
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/frontmatter"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// Meta is the front matter, and what the head of the report says in its place; Span and Keys are of
// the front matter alone. Fields that neither has are unwritten.
type Meta struct {
	Span source.Span       // from the opening to the closing mark, both included; zero without front matter
	Keys []frontmatter.Key //  every top-level key, in order
	Lost bool              // there is front matter, but what it says cannot be read

	ID, Title, CustomerTitle, Template, Status, Severity, Timezone, Owner, Detection Field[string]
	Language, CustomerLanguage                                                       Field[string] // tags as BCP 47 has them; Report.Language and CustomerLanguage have those that hold
	Services, Reviewers                                                              []Field[string]
	Recurs                                                                           []Field[string]     // ids of earlier incidents that this one repeats
	Started, Detected, Mitigated, Resolved                                           Field[moment.Stamp] // Stamp.Start and End are file offsets
}

// MetaKeys are the keys that have a meaning, in the order of the canonical form.
var MetaKeys = []string{"title", "customer-title", "language", "customer-language", "id", "template", "status", "severity", "timezone", "services", "owner",
	"reviewers", "detection", "recurs", "started", "detected", "mitigated", "resolved"}

// Statuses are the states of a report, and Detections the ways in which an incident is noticed.
var (
	Statuses   = []string{"draft", "in-review", "final"}
	Detections = []string{"alert", "customer", "employee", "partner", "luck"}
)

// Key returns the front matter's key of a name, or nil.
func (m *Meta) Key(name string) *frontmatter.Key {
	for i := range m.Keys {
		if m.Keys[i].Name == name {
			return &m.Keys[i]
		}
	}
	return nil
}

// metaProblems are the kinds of problem that the faults of front matter are.
var metaProblems = [...]string{frontmatter.Syntax: ProblemMetaSyntax, frontmatter.NotMapping: ProblemMetaType, frontmatter.Alias: ProblemMetaAlias,
	frontmatter.Twin: ProblemMetaKeyTwin, frontmatter.TooMuch: ProblemTooComplex}

// meta reads the front matter and takes from it what its keys mean.
func (r *Report) meta() {
	matter := frontmatter.Read(r.File, MetaKeys)
	r.Meta.Span, r.Meta.Keys, r.Meta.Lost = matter.Span, matter.Keys, matter.Lost
	for _, f := range matter.Faults {
		r.problem(metaProblems[f.Kind], f.Span, f.Message, f.Hint)
	}
	for i := range matter.Keys {
		r.metaValue(&matter.Keys[i], matter.Lists)
	}
}

// metaValue takes the value of a key, or its values where lists are read.
func (r *Report) metaValue(k *frontmatter.Key, lists bool) {
	if list := r.Meta.list(k.Name); list != nil {
		for _, v := range k.Values {
			if lists && v.Text != "" {
				*list = append(*list, Field[string]{v.Text, v.Span})
			}
		}
		return
	}
	if _, known := r.Meta.scalar(k.Name); !known {
		return
	}
	if !k.Single {
		r.problem(ProblemMetaValue, k.Value, fmt.Sprintf("%s must be one value", k.Name), "")
		return
	}
	if v := k.Values[0]; v.Text != "" && !v.Null {
		r.metaScalar(k.Name, v.Text, k.Value)
	}
}

// list gives the field of a key that may hold several values.
func (m *Meta) list(key string) *[]Field[string] {
	switch key {
	case "services":
		return &m.Services
	case "reviewers":
		return &m.Reviewers
	case "recurs":
		return &m.Recurs
	}
	return nil
}

// scalar gives the text field of a key; a known key without one holds a time.
func (m *Meta) scalar(key string) (f *Field[string], known bool) {
	switch key {
	case "title":
		return &m.Title, true
	case "id":
		return &m.ID, true
	case "customer-title":
		return &m.CustomerTitle, true
	case "language":
		return &m.Language, true
	case "customer-language":
		return &m.CustomerLanguage, true
	case "template":
		return &m.Template, true
	case "status":
		return &m.Status, true
	case "severity":
		return &m.Severity, true
	case "timezone":
		return &m.Timezone, true
	case "owner":
		return &m.Owner, true
	case "detection":
		return &m.Detection, true
	}
	return nil, m.when(key) != nil
}

func (m *Meta) when(key string) *Field[moment.Stamp] {
	switch key {
	case "started":
		return &m.Started
	case "detected":
		return &m.Detected
	case "mitigated":
		return &m.Mitigated
	case "resolved":
		return &m.Resolved
	}
	return nil
}

func (r *Report) metaScalar(key, value string, at source.Span) {
	text, known := r.Meta.scalar(key)
	if (key == "language" || key == "customer-language") && !IsLanguage(value) {
		r.problem(ProblemMetaValue, at, fmt.Sprintf("%s: %q is not the tag of a language", key, value), "write it as de, fr or pt-BR")
		return
	}
	if text != nil {
		*text = Field[string]{value, at}
	}
	if text != nil || !known {
		return
	}
	s, ok := moment.Read(value)
	if !ok {
		r.problem(ProblemMetaValue, at, fmt.Sprintf("%s: %q is not a time", key, value), "write it as 2019-03-28 11:10 or 2019-03-28T11:10:00-04:00")
		return
	}
	s.Shift(at.Start)
	*r.Meta.when(key) = Field[moment.Stamp]{s, at}
}

// prelude is how much stands before the Markdown of the report: the front matter, or a byte order mark.
func (r *Report) prelude() int {
	if end := r.Meta.Span.End; end > 0 || !bytes.HasPrefix(r.File.Text, []byte("\xef\xbb\xbf")) {
		return end
	}
	return 3
}
