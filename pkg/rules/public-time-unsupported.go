package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var publicTimeUnsupported = lint.Rule{
	Name:     "public-time-unsupported",
	Summary:  "customers are told a time that the rest of the report does not hold",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		titleMisdated(p)
		passages, claims := forCustomers.Of(p).told, customerClaims(p)
		if !slices.ContainsFunc(claims, func(c *claim.Claim) bool { return c.Kind == claim.Time }) &&
			!slices.ContainsFunc(passages, func(ps *report.Passage) bool { return strings.Contains(ps.Text, "day") }) {
			return
		}
		known := timesOf(p)
		if known == nil {
			return
		}
		misdated := func(at source.Span, day string) {
			p.Diagnose(lint.Diagnostic{Span: at, Message: fmt.Sprintf("%s is told to customers as the day of the incident, and nothing else in this report %s", day, known.happens()), Hint: "correct it, or add the entry to the timeline that it stands for"})
		}
		for _, ps := range passages {
			known.wrongWeekdays(ps, func(start, end int) { misdated(ps.Span(start, end), ps.Text[start:end]) })
		}
		for _, c := range claims {
			if c.Kind != claim.Time {
				continue
			}
			stamp := c.Stamp
			if loosely(c) {
				about := *stamp
				about.Approximate = true
				stamp = &about
			}
			for at := stamp; at != nil; at = at.Until {
				if at.Problem == "" && !p.Report.Meta.CustomerTitle.Span.Contains(c.Span) && known.misdated(c, at) { // the title is looked at above
					misdated(c.Span, at.Text)
					break
				}
				if at.Problem != "" || !at.Has.Any(moment.HasClock) || at.Has.Any(moment.HasRelative) || known.holds(at) || toCome(c) || known.passed(at) {
					continue
				}
				d := lint.Diagnostic{Span: c.Span, Message: fmt.Sprintf("%s is told to customers, and nothing else in this report happens then", at.Text), Hint: "correct it, or add the entry to the timeline that it stands for"}
				if meant, zone := known.mislabelled(at); !meant.IsZero() {
					d.Hint = fmt.Sprintf("%s is a time of the report in %s: write %s %s, or that zone", at.Clock(), zone, meant.Format("15:04"), at.Zone.Name)
				}
				p.Diagnose(d)
				break
			}
		}
	},
}

// loosely reports whether a time is one shortly before or after which something happened, or by which it had.
func loosely(c *claim.Claim) bool {
	words := wordsOf(c.Passage.Text[max(0, c.Start-20):c.Start])
	n := len(words)
	switch {
	case n == 0:
		return false
	case words[n-1].low == "by":
		return true
	case n > 1 && (words[n-1].low == "after" || words[n-1].low == "before"):
		return words[n-2].low == "shortly" || words[n-2].low == "just" || words[n-2].low == "soon"
	}
	return false
}

// titleMisdated holds the days in the title for customers against those on which the incident went on, in UTC and in the
// zone of its entries.
func titleMisdated(p *lint.Pass) {
	title := titleForCustomers(p)
	began, ended := incident(p.Report)
	if !title.Written() || began.IsZero() {
		return
	}
	zones := []*time.Location{time.UTC}
	for _, e := range p.Report.Timeline.Events {
		if !e.At.Instant.IsZero() {
			zones = append(zones, zoneOf(e))
			break
		}
	}
	first, wrong := began.In(zones[len(zones)-1]), ""
	for _, at := range moment.Find(title.Value) {
		if !at.Has.All(moment.HasMonth|moment.HasDay) || at.Problem != "" {
			continue
		}
		for _, zone := range zones {
			from, to := began.In(zone), ended.In(zone)
			day := time.Date(cmp.Or(at.Year, from.Year()), at.Month, at.Day, 0, 0, 0, 0, zone)
			if day.AddDate(0, 0, 1).After(from) && !day.After(to) {
				return
			}
		}
		wrong = cmp.Or(wrong, at.Text)
	}
	if wrong != "" {
		p.Diagnose(lint.Diagnostic{Span: title.Span, Message: fmt.Sprintf("customers read in the title that it was on %s, and the incident began on %s", wrong, first.Format("2 January 2006")), Hint: "correct the title, or the timeline"})
	}
}

// titleForCustomers is the title that the front matter states for them, or else the heading that is public.
func titleForCustomers(p *lint.Pass) report.Field[string] {
	if title := p.Report.Meta.CustomerTitle; title.Written() {
		return title
	}
	for _, ps := range forCustomers.Of(p).told {
		if ps.Heading() {
			return report.Field[string]{Value: ps.Text, Span: ps.Full()}
		}
	}
	return report.Field[string]{}
}
