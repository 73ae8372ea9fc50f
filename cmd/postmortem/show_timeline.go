package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

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
