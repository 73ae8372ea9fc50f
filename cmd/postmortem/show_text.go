package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

// sheet prints what was understood of a report for people. Everything that comes from the report
// goes through lint.Visible first. Writing fails once, at the end, where the writer is flushed.
type sheet struct {
	w     io.Writer
	ink   ink
	width int
}

func (s *sheet) line(text string) { fmt.Fprintln(s.w, strings.TrimRight(text, " ")) }

// head begins a part.
func (s *sheet) head(name, about string) {
	s.line("")
	if about != "" {
		about = "  " + s.ink.faint(about)
	}
	s.line(s.ink.bold(name) + about)
}

// hang prints a text behind what stands on its left, which takes so many columns; the lines that
// follow begin below the text. paint is used on each line.
func (s *sheet) hang(left string, taken int, text string, paint func(string) string) {
	for i, line := range fold(lint.Visible(text), max(s.width-taken, 20)) {
		if i > 0 {
			left = strings.Repeat(" ", taken)
		}
		s.line(left + paint(line))
	}
}

func plain(s string) string { return s }

func (s *sheet) report(r *report.Report) {
	title := r.Title.Value
	if title == "" {
		title = "(no title)"
	}
	s.hang("", 0, title, s.ink.bold)
	s.line(s.ink.faint(lint.Visible(r.File.Path)))
	s.meta(&r.Meta)
	if !r.Refused {
		s.sections(r)
		s.timeline(r)
		s.metrics(r)
		s.claims(r)
		s.actions(r)
	}
	s.problems(r)
}

func (s *sheet) meta(m *report.Meta) {
	s.head("Front matter", "")
	if m.Span.IsZero() {
		s.line("  none")
		return
	}
	list := func(all []report.Field[string]) string {
		var words []string
		for _, f := range all {
			words = append(words, f.Value)
		}
		return strings.Join(words, ", ")
	}
	for _, row := range []struct{ key, value string }{
		{"id", m.ID.Value}, {"language", m.Language.Value}, {"template", m.Template.Value}, {"status", m.Status.Value}, {"severity", m.Severity.Value},
		{"timezone", m.Timezone.Value}, {"services", list(m.Services)}, {"owner", m.Owner.Value}, {"reviewers", list(m.Reviewers)},
		{"detection", m.Detection.Value}, {"started", m.Started.Value.Text}, {"detected", m.Detected.Value.Text},
		{"mitigated", m.Mitigated.Value.Text}, {"resolved", m.Resolved.Value.Text},
	} {
		if row.value != "" {
			s.hang("  "+s.ink.faint(pad(row.key, 11)), 13, row.value, plain)
		}
	}
	var other []string
	for _, k := range m.Keys {
		if !slices.Contains(report.MetaKeys, k.Name) {
			other = append(other, k.Name)
		}
	}
	if len(other) > 0 {
		s.hang("  "+s.ink.faint(pad("also", 11)), 13, strings.Join(other, ", ")+" (no meaning here)", s.ink.faint)
	}
}

func (s *sheet) sections(r *report.Report) {
	s.head("Sections", "")
	none := true
	for _, sec := range r.Sections {
		if sec.Level == 0 {
			continue
		}
		none = false
		kind := ""
		if sec.Kind != report.Other {
			kind = s.ink.faint(" (" + string(sec.Kind) + ")")
		}
		indent := strings.Repeat("  ", max(sec.Level-2, 0))
		left := fmt.Sprintf("  %s  ", s.number(r, sec.Span.Start)) + indent
		s.hang(left, 9+len(indent), sec.Heading.Value, func(line string) string { return line + kind })
	}
	if none {
		s.line("  none: there is no heading")
	}
}

// number is a line number, in five columns.
func (s *sheet) number(r *report.Report, offset int) string {
	return s.ink.faint(fmt.Sprintf("%5d", r.File.LineAt(offset)))
}

func (s *sheet) problems(r *report.Report) {
	if len(r.Problems) == 0 {
		return
	}
	s.head("Not understood", "")
	for _, p := range r.Problems {
		at := r.File.Position(p.Span.Start)
		s.hang(fmt.Sprintf("  %s  ", s.ink.faint(fmt.Sprintf("%5d", at.Line))), 9, p.Message, s.ink.red)
		if p.Hint != "" {
			s.hang(strings.Repeat(" ", 9), 9, p.Hint, s.ink.faint)
		}
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
