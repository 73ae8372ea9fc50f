package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
)

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
	if u := r.Updates(); u.Count > 0 {
		s.hang("  "+s.ink.green(pad(fmt.Sprint(u.Count), width+2)), width+4, "status updates"+u.Announcing(), plain)
	}
}

func (s *sheet) claims(r *report.Report) {
	var impact, other []claim.Claim
	for _, c := range claim.Find(r) {
		switch c.Kind {
		case claim.Count, claim.Percent, claim.Money:
			impact = append(impact, c)
		default:
			other = append(other, c)
		}
	}
	s.claimList(r, "Quantities", "counts, shares and sums that the prose states", impact)
	s.claimList(r, "Claims", "durations and times that the prose states", other)
}

func (s *sheet) claimList(r *report.Report, name, about string, claims []claim.Claim) {
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
		if c.Subject != claim.OfUnknown {
			about += " of the " + string(c.Subject)
		}
		if c.Kind == claim.Duration {
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
	var of [report.Dropped + 1]int
	for _, a := range r.Actions {
		of[a.Outcome]++
	}
	about, wide := "", len("open")
	if len(r.Actions) > 0 {
		about = fmt.Sprintf("%d, of which %d done", len(r.Actions), of[report.Done])
		for _, o := range []report.Outcome{report.Deferred, report.Dropped, report.Unclear} {
			if of[o] > 0 {
				about += fmt.Sprintf(", %d %s", of[o], o)
				wide = max(wide, len(o.String()))
			}
		}
	}
	s.head("Actions", about)
	if len(r.Actions) == 0 {
		s.line("  none")
	}
	for _, a := range r.Actions {
		ink := s.ink.yellow
		switch a.Outcome {
		case report.Done:
			ink = s.ink.green
		case report.Dropped, report.Deferred:
			ink = s.ink.faint
		}
		state := fmt.Sprintf("%-*s", wide, a.Outcome)
		s.hang("  "+s.number(r, a.Span.Start)+"  "+ink(state)+"  ", 11+wide, a.Text.Value, plain)
		s.hang(strings.Repeat(" ", 11+wide), 11+wide, strings.Join(describe(&a), "; "), s.ink.faint)
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
	case !a.Closed():
		parts = append(parts, "no owner")
	}
	day, dated := a.DueDate()
	switch {
	case dated && day.Format(time.DateOnly) != a.Due.Value:
		add("due", a.Due.Value+" ("+day.Format(time.DateOnly)+")")
	case a.Due.Value != "":
		add("due", a.Due.Value)
	case !a.Closed():
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
