package rules

import (
	"fmt"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var publicNoteUnsettled = lint.Rule{
	Name:     "public-note-unsettled",
	Summary:  "what customers would read holds a note to its author, or says that it is not for them",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		tell := func(at source.Span, note string) {
			p.Diagnose(lint.Diagnostic{Span: at, Message: fmt.Sprintf("customers would read %q, which is a note to its author", note), Hint: "settle it, or take it out: export stops at it"})
		}
		if anyPublic(p.Report) {
			forOthers(p)
			unfilled(p)
		}
		title := p.Report.Meta.CustomerTitle
		for _, n := range edition.Notes(title.Value) {
			tell(title.Span, title.Value[n.Start:n.End])
		}
		if !anyPublic(p.Report) {
			return
		}
		var told []source.Span // by section-placeholder
		public := publicParts.Of(p)
		for _, ps := range p.Report.Passages {
			if !public[ps] {
				continue
			}
			notes := edition.Notes(ps.Text)
			if notes != nil && told == nil {
				for _, x := range p.Report.Placeholders() {
					told = append(told, x.Passage.Span(x.Start, x.End))
				}
			}
			for _, n := range notes {
				at := ps.Span(n.Start, n.End)
				if !slices.ContainsFunc(told, at.Overlaps) {
					tell(at, ps.Text[n.Start:n.End])
				}
			}
		}
	},
}

// forOthers finds public parts that begin with words that say they are not for customers.
func forOthers(p *lint.Pass) {
	var told []source.Span
	begins := func(text string, at source.Span, heading bool) {
		words := edition.NotForCustomers(text, heading)
		if words == "" || slices.ContainsFunc(told, at.Overlaps) {
			return
		}
		if slices.ContainsFunc(publicPlaces.Of(p), func(part source.Span) bool { return part.Contains(at) }) {
			told = append(told, at)
			p.Diagnose(lint.Diagnostic{Span: at, Message: fmt.Sprintf("customers would read what begins with %q", words), Hint: "mark its part <!-- internal -->, or take the words out: export stops at them"})
		}
	}
	for _, s := range p.Report.Sections {
		begins(s.Heading.Value, s.Heading.Span, true)
	}
	for _, e := range p.Report.Timeline.Events {
		begins(e.Text.Value, e.Text.Span, false)
	}
	for _, ps := range p.Report.Passages {
		begins(ps.Text, ps.Span(0, len(ps.Text)), false)
	}
}

// unfilled finds places in pointed brackets that customers would not even see.
func unfilled(p *lint.Pass) {
	for _, at := range edition.Unfilled(p.Report) {
		p.Diagnose(lint.Diagnostic{Span: at, Message: fmt.Sprintf("%q was never filled in, and customers would read the sentence without it", p.Report.File.Slice(at)), Hint: "write it, or set it in code: export stops at it"})
	}
}
