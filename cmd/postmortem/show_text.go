package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
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
		{"id", m.ID.Value}, {"template", m.Template.Value}, {"status", m.Status.Value}, {"severity", m.Severity.Value},
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

func (s *sheet) timeline(r *report.Report) {
	t := &r.Timeline
	zone, from := t.Location()
	about := plural(len(t.Events), "entry", "entries")
	switch {
	case len(t.Events) == 0:
		about = ""
	case zone == nil:
		about += ", in no stated zone"
	default:
		about += ", in " + lint.Visible(zone.String())
		if from != "" {
			about += " (" + lint.Visible(from) + ")"
		}
	}
	if len(t.Events) > 0 && !t.Ordered {
		about += ", not in order"
	}
	s.head("Timeline", about)
	if len(t.Events) == 0 {
		s.line("  no entries")
		return
	}
	shared := sharedInferences(t.Events)
	said := "zone from " + from // in the heading already
	if others := slices.DeleteFunc(slices.Clone(shared), func(i string) bool { return i == said }); len(others) > 0 {
		s.hang("  ", 2, "inferred for every time: "+strings.Join(others, "; "), s.ink.faint)
	}
	clock := &clockFace{zone: zone, layout: "2006-01-02 15:04"}
	for _, e := range t.Events {
		if e.At.Has.Any(moment.HasSeconds) {
			clock.layout = "2006-01-02 15:04:05"
		}
	}
	stamp := len(clock.layout) + 1
	left, names := 2+5+2+stamp+2, "  "+pad("line", 5)+"  "+pad(" UTC", stamp+2)
	if clock.local() {
		left += stamp + 2
		names += pad(" "+zone.String(), stamp+2)
	}
	s.line(s.ink.faint(names))
	for _, e := range t.Events {
		s.event(r, e, clock, left, shared)
	}
}

// clockFace writes instants in UTC and in the report's zone.
type clockFace struct {
	zone   *time.Location // nil where the report states none
	layout string
}

// local reports whether the zone's times are another column.
func (c *clockFace) local() bool { return c.zone != nil && c.zone.String() != "UTC" }

func (s *sheet) event(r *report.Report, e *report.Event, clock *clockFace, left int, shared []string) {
	about := func(at time.Time) string {
		if e.At.Approximate {
			return "~" + at.Format(clock.layout)
		}
		return " " + at.Format(clock.layout)
	}
	width := len(clock.layout) + 3
	row := "  " + s.number(r, e.Span.Start) + "  "
	switch at := e.At.Instant; {
	case at.IsZero():
		both := width
		if clock.local() {
			both += width
		}
		switch {
		case e.Undated():
			row += s.ink.faint(pad(" not dated", both))
		case e.DateOnly() && e.At.Day != 0 && e.At.Problem == "":
			row += s.ink.faint(pad(fmt.Sprintf(" on %04d-%02d-%02d", e.At.Year, e.At.Month, e.At.Day), both))
		default:
			row += s.ink.yellow(pad(cut(" \""+lint.Visible(e.At.Text)+"\"", both-2), both))
		}
	case clock.local():
		row += pad(about(at.UTC()), width) + pad(about(at.In(clock.zone)), width)
	default:
		row += pad(about(at.UTC()), width)
	}
	text := e.Text.Value
	if e.Phase.Value != "" {
		text = string(e.Phase.Value) + ": " + text
	}
	if e.Actor.Value != "" {
		text = e.Actor.Value + ": " + text
	}
	first := true
	s.hang(row, left, strings.TrimSuffix(text, ": "), func(line string) string {
		mark := string(e.Phase.Value)
		if first && mark != "" && strings.HasPrefix(line, mark) {
			line = s.ink.green(mark) + line[len(mark):]
		}
		first = false
		return line
	})
	note := func(text string, paint func(string) string) {
		s.hang(strings.Repeat(" ", left), left, text, paint)
	}
	if u := e.At.Until; u != nil {
		until := u.Text
		if !u.Instant.IsZero() {
			until = u.Instant.UTC().Format(clock.layout) + " UTC"
		}
		note("until "+until, s.ink.faint)
	}
	for _, i := range e.At.Inferred {
		if !slices.Contains(shared, i.What+" from "+i.From) {
			note(i.What+" from "+i.From, s.ink.faint)
		}
	}
	if e.At.Note != "" {
		note(e.At.Note, s.ink.faint)
	}
	if e.At.Problem != "" {
		note("doubtful: "+e.At.Problem, s.ink.yellow)
	}
}

// sharedInferences are those that every time with an instant has, if there are several times.
func sharedInferences(events []*report.Event) []string {
	count, timed := map[string]int{}, 0
	var order []string
	for _, e := range events {
		if e.At.Instant.IsZero() {
			continue
		}
		timed++
		for _, i := range e.At.Inferred {
			key := i.What + " from " + i.From
			if count[key]++; count[key] == 1 {
				order = append(order, key)
			}
		}
	}
	return slices.DeleteFunc(order, func(key string) bool { return timed < 2 || count[key] < timed })
}

func (s *sheet) metrics(r *report.Report) {
	s.head("Metrics", "derived from the marked moments")
	all := r.Metrics()
	value := func(m report.Metric) string {
		if m.Missing != "" {
			return "-"
		}
		return moment.Lengths(m.Low, m.High)
	}
	width := 0
	for _, m := range all {
		width = max(width, cells(value(m)))
	}
	for _, m := range all {
		text := m.Name + ": " + m.Definition
		left := "  " + s.ink.green(pad(value(m), width+2))
		if m.Missing != "" {
			text += "; no value, because " + m.Missing
			left = "  " + pad(value(m), width+2)
		}
		first := true
		s.hang(left, width+4, text, func(line string) string {
			if first && strings.HasPrefix(line, m.Name) {
				first = false
				return m.Name + s.ink.faint(line[len(m.Name):])
			}
			return s.ink.faint(line)
		})
	}
}

func (s *sheet) claims(r *report.Report) {
	var impact, other []report.Claim
	for _, c := range r.Claims {
		switch c.Kind {
		case report.ClaimCount, report.ClaimPercent, report.ClaimMoney:
			impact = append(impact, c)
		default:
			other = append(other, c)
		}
	}
	s.claimList(r, "Quantities", "counts, shares and sums that the prose states", impact)
	s.claimList(r, "Claims", "durations and times that the prose states", other)
}

func (s *sheet) claimList(r *report.Report, name, about string, claims []report.Claim) {
	s.head(name, about)
	if len(claims) == 0 {
		s.line("  none")
		return
	}
	for _, c := range claims {
		text := fmt.Sprintf("%q", lint.Visible(c.Text))
		about := string(c.Kind)
		if c.Approximate {
			about = "approximate " + about
		}
		if c.Subject != report.OfUnknown {
			about += " of the " + string(c.Subject)
		}
		if c.Kind == report.ClaimDuration {
			about += ", " + moment.Lengths(seconds(c.Low), seconds(c.High))
		}
		where := "the title"
		if c.Section != nil {
			where = cmp.Or(c.Section.Heading.Value, "the part before the first heading")
		}
		s.hang("  "+s.number(r, c.Span.Start)+"  ", 9, text+" "+about+", in "+where, func(line string) string {
			if strings.HasPrefix(line, text) {
				return text + s.ink.faint(line[len(text):])
			}
			return line
		})
	}
}

func seconds(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }

func (s *sheet) actions(r *report.Report) {
	done := 0
	for _, a := range r.Actions {
		if a.Done {
			done++
		}
	}
	about := ""
	if len(r.Actions) > 0 {
		about = fmt.Sprintf("%d, of which %d done", len(r.Actions), done)
	}
	s.head("Actions", about)
	if len(r.Actions) == 0 {
		s.line("  none")
	}
	for _, a := range r.Actions {
		state := s.ink.yellow("open")
		if a.Done {
			state = s.ink.green("done")
		}
		s.hang("  "+s.number(r, a.Span.Start)+"  "+state+"  ", 15, a.Text.Value, plain)
		s.hang(strings.Repeat(" ", 15), 15, strings.Join(describe(&a), "; "), s.ink.faint)
	}
}

// describe lists what an action says of itself, and what an open one should.
func describe(a *report.Action) []string {
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+" "+value)
		}
	}
	switch {
	case a.Owner.Value != "":
		add("owner", a.Owner.Value)
	case !a.Done:
		parts = append(parts, "no owner")
	}
	day, dated := a.DueDate()
	switch {
	case dated && day.Format(time.DateOnly) != a.Due.Value:
		add("due", a.Due.Value+" ("+day.Format(time.DateOnly)+")")
	case a.Due.Value != "":
		add("due", a.Due.Value)
	case !a.Done:
		parts = append(parts, "no due date")
	}
	add("type", a.Type.Value)
	add("priority", a.Priority.Value)
	add("status", a.Status.Value)
	add("check", a.Check.Value)
	for _, t := range a.Tickets {
		add("ticket", t.Value)
	}
	return parts
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
