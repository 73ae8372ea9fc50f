package rules

import (
	"bytes"
	"iter"
	"slices"
	"sort"
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
	kept := keeping{map[*report.Section]bool{}, map[report.Kind]bool{}}
	rest := x.shown
	var title *report.Passage // read only above something else
	for _, ps := range p.Report.Passages {
		at := ps.Full()
		for len(rest) > 0 && rest[0].End <= at.Start {
			rest = rest[1:]
		}
		for len(posted) > 0 && posted[0].End <= at.Start {
			posted = posted[1:]
		}
		heading := ps.Heading()
		switch {
		case ps.Quoted || heading && ps.Section.Level != 1 || len(posted) > 0 && posted[0].Overlaps(at):
		case len(rest) == 0 || !rest[0].Overlaps(at):
			if of := recordOf(ps.Section); of != nil {
				kept.parts[of], kept.kinds[of.Kind] = true, true
			}
		case heading:
			title = ps
		default:
			x.all = append(x.all, ps)
			if !ps.Section.Within(report.TimelineKind) && !ps.Section.Within(report.ActionsKind) {
				x.prose, x.inProse[ps] = append(x.prose, ps), true
			}
		}
	}
	for _, ps := range x.prose {
		if kept.told(ps.Section) {
			x.told, x.inTold[ps] = append(x.told, ps), true
		}
	}
	if title != nil && len(x.prose) > 0 {
		x.told, x.inTold[title], x.inProse[title] = append(x.told, title), true, true
		slices.SortFunc(x.told, func(a, b *report.Passage) int { return a.Full().Start - b.Full().Start })
	}
	return x
})

// mostSaid is how many phrases of one rule are looked at in what customers read; no summary has as many.
const mostSaid = 50

// saidToCustomers gives the hits of a rule's phrases in the prose that customers will read.
func saidToCustomers(p *lint.Pass, of *phrases) iter.Seq[hit] {
	return func(yield func(hit) bool) {
		text := forCustomers.Of(p)
		if len(text.prose) == 0 {
			return
		}
		looked := 0
		for h := range said(p, of) {
			if !text.inProse[h.passage] {
				continue
			}
			if looked++; looked > mostSaid || !yield(h) {
				return
			}
		}
	}
}

// shows reports whether customers will read the whole of a place.
func (x *reading) shows(at source.Span) bool {
	i := sort.Search(len(x.shown), func(i int) bool { return x.shown[i].End > at.Start })
	return i < len(x.shown) && x.shown[i].Contains(at)
}

// place is where the text for customers begins: its heading, or its first words.
func (x *reading) place() source.Span {
	first := x.prose[0]
	if i := slices.IndexFunc(x.told, func(ps *report.Passage) bool { return !ps.Heading() }); i >= 0 {
		first = x.told[i]
	}
	at := first.Full()
	for s := first.Section; s != nil && s.Heading.Written() && x.shows(s.Heading.Span); s = s.Parent {
		at = s.Heading.Span
	}
	return at
}

// recordOf is the part of the record that a section is or stands in, nil if it stands in none.
func recordOf(s *report.Section) *report.Section {
	for ; s != nil; s = s.Parent {
		if s.Kind != report.Other {
			return s
		}
	}
	return nil
}

// keeping are the parts of the record that hold something withheld, and of which kinds they are.
type keeping struct {
	parts map[*report.Section]bool
	kinds map[report.Kind]bool
}

// told reports whether what is public in a section tells customers what happened, and has to be stated elsewhere: what is
// in no part of the record or in a summary, and a public part of which another one, that is not, keeps the record. Other
// public parts, the impact or the causes, are the record itself: what the first are held against.
func (k keeping) told(s *report.Section) bool {
	of := recordOf(s)
	return of == nil || of.Kind == report.CustomerSummary || of.Kind == report.Summary || k.kinds[of.Kind] && !k.parts[of]
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
	text := bytes.Clone(p.Report.File.Text)
	blank := func(s source.Span) {
		for i := s.Start; i < s.End; i++ {
			text[i] = '\n'
		}
	}
	blank(p.Report.Meta.CustomerTitle.Span)
	shown := forCustomers.Of(p).shown
	for _, ps := range forCustomers.Of(p).told {
		at := ps.Full()
		for len(shown) > 0 && shown[0].Start < at.End {
			if shown[0].Overlaps(at) {
				blank(shown[0])
			}
			if shown[0].End > at.End {
				break // the next passage may lie in it too
			}
			shown = shown[1:]
		}
	}
	return string(text)
})

// customerClaims are the facts that customers are told.
func customerClaims(p *lint.Pass) (out []*claim.Claim) {
	if len(forCustomers.Of(p).shown) == 0 {
		return nil
	}
	for c := range claimsOf(p) {
		if toldCustomers(p, c) && len(out) < mostClaims {
			out = append(out, c)
		}
	}
	return out
}

// toldCustomers reports whether a fact is one that customers are told, in the text or in the title of its edition.
func toldCustomers(p *lint.Pass, c *claim.Claim) bool {
	x := forCustomers.Of(p)
	return x.inTold[c.Passage] || len(x.shown) > 0 && p.Report.Meta.CustomerTitle.Span.Contains(c.Span)
}

// mostClaims is how many facts are laid beside each other; no summary has as many.
const mostClaims = 300
