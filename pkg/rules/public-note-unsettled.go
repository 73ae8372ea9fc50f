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
	Summary:  "a note to come back to a text stands in what customers would read",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		tell := func(at source.Span, note string) {
			p.Diagnose(lint.Diagnostic{Span: at, Message: fmt.Sprintf("customers would read %q, which is a note to its author", note), Hint: "settle it, or take it out: export stops at it"})
		}
		title := p.Report.Meta.CustomerTitle
		for _, n := range edition.Notes(title.Value) {
			tell(title.Span, title.Value[n.Start:n.End])
		}
		if !edition.MayNote(p.Report.Prose) {
			return
		}
		var told []source.Span // by section-placeholder
		for _, x := range p.Report.Placeholders() {
			told = append(told, x.Passage.Span(x.Start, x.End))
		}
		for _, ps := range p.Report.Passages {
			notes := edition.Notes(ps.Text)
			if notes == nil || !publicParts.Of(p)[ps] {
				continue
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
