package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// reading is what customers will read of a report, in its own words: headings, quotes and the status updates that were
// posted while it went on are not in it.
type reading struct {
	shown []source.Span
	all   []*report.Passage
	prose []*report.Passage // outside the timeline and the actions, which speak in entries
	told  []*report.Passage // of the prose what speaks to customers and is no part of the record

	inProse, inTold map[*report.Passage]bool
}

// forCustomers is what an edition shows of a report, whatever made it public.
var forCustomers = lint.NewMemo(func(p *lint.Pass) *reading {
	x := &reading{}
	if !anyPublic(p.Report) {
		return x
	}
	x.shown = edition.Shown(p.Report)
	x.inProse, x.inTold = map[*report.Passage]bool{}, map[*report.Passage]bool{}
	posted := postedAt(p.Report)
	rest := x.shown
	for _, ps := range p.Report.Passages {
		at := ps.Full()
		for len(rest) > 0 && rest[0].End <= at.Start {
			rest = rest[1:]
		}
		for len(posted) > 0 && posted[0].End <= at.Start {
			posted = posted[1:]
		}
		if len(rest) == 0 || !rest[0].Overlaps(at) || len(posted) > 0 && posted[0].Overlaps(at) || ps.Heading() || ps.Quoted {
			continue
		}
		x.all = append(x.all, ps)
		if ps.Section.Within(report.TimelineKind) || ps.Section.Within(report.ActionsKind) {
			continue
		}
		x.prose, x.inProse[ps] = append(x.prose, ps), true
		if speaksToCustomers(ps.Section) {
			x.told, x.inTold[ps] = append(x.told, ps), true
		}
	}
	return x
})

// shows reports whether customers will read the whole of a place.
func (x *reading) shows(at source.Span) bool {
	return slices.ContainsFunc(x.shown, func(s source.Span) bool { return s.Contains(at) })
}

// place is where the text for customers begins: its heading, or its first words.
func (x *reading) place() source.Span {
	first := x.prose[0]
	if len(x.told) > 0 {
		first = x.told[0]
	}
	for s := first.Section; s != nil && s.Heading.Written(); s = s.Parent {
		if s.Kind == report.CustomerSummary || s == first.Section && !s.Within(report.CustomerSummary) {
			return s.Heading.Span
		}
	}
	return first.Full()
}

// speaksToCustomers reports whether what is public in a section tells them what happened, and has to be stated elsewhere.
// Other public parts, the impact or the causes, are the record itself: they are what the first are held against.
func speaksToCustomers(s *report.Section) bool {
	for ; s != nil; s = s.Parent {
		if s.Kind != report.Other {
			return s.Kind == report.CustomerSummary || s.Kind == report.Summary
		}
	}
	return true
}

// postedAt is where status updates stand, in order.
func postedAt(r *report.Report) (out []source.Span) {
	for _, e := range r.Timeline.Events {
		if e.Phase.Value == report.StatusUpdate {
			out = append(out, e.Span)
		}
	}
	slices.SortFunc(out, func(a, b source.Span) int { return a.Start - b.Start })
	return out
}

// anyPublic reports whether something may be public in a report; most have nothing that is.
func anyPublic(r *report.Report) bool {
	return r.Section(report.CustomerSummary) != nil || r.Timeline.First(report.StatusUpdate) != nil ||
		slices.ContainsFunc(r.Comments, func(c report.Comment) bool { return strings.EqualFold(c.Text, "public") })
}

// publicPlaces are all places that are marked for customers, whatever of them an edition leaves out.
var publicPlaces = lint.NewMemo(func(p *lint.Pass) []source.Span {
	if !anyPublic(p.Report) {
		return nil
	}
	return edition.Public(p.Report)
})

// publicParts are all passages in such places, headings among them.
var publicParts = lint.NewMemo(func(p *lint.Pass) map[*report.Passage]bool {
	out := map[*report.Passage]bool{}
	public := publicPlaces.Of(p)
	for _, ps := range p.Report.Passages {
		at := ps.Full()
		for len(public) > 0 && public[0].End <= at.Start {
			public = public[1:]
		}
		if len(public) > 0 && public[0].Contains(at) {
			out[ps] = true
		}
	}
	return out
})

// outside is the text of the report but for what it tells customers.
var outside = lint.NewMemo(func(p *lint.Pass) string {
	text := []byte(string(p.Report.File.Text))
	for _, ps := range forCustomers.Of(p).told {
		for _, s := range forCustomers.Of(p).shown {
			if s.Overlaps(ps.Full()) {
				for i := s.Start; i < s.End; i++ {
					text[i] = '\n'
				}
			}
		}
	}
	return string(text)
})

// customerClaims are the facts that customers are told.
func customerClaims(p *lint.Pass) []*claim.Claim {
	told := forCustomers.Of(p).inTold
	if len(told) == 0 {
		return nil
	}
	var out []*claim.Claim
	for c := range claimsOf(p) {
		if told[c.Passage] && len(out) < mostClaims {
			out = append(out, c)
		}
	}
	return out
}

// mostClaims is how many facts are laid beside each other; no summary has as many.
const mostClaims = 300
