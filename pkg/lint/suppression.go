package lint

import (
	"bytes"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// A suppression is a comment of a report that takes one finding off the list, with a reason:
//
//	<!-- postmortem-ignore rule-name until=2026-12-31: reason -->
//
// for the next block, or for the block, table row or list item that it stands in; in the front
// matter "# postmortem-ignore rule-name: reason", for the next key or the key of its line. Nothing
// that looks like one is passed over in silence: what cannot be applied has a flaw.

// Suppression is one comment that asks for an exception.
type Suppression struct {
	Rule    string      // the rule it names, known or not; empty if it names none
	Until   string      // the last day on which it holds, as written; empty if it has no end
	Reason  string      // why, in the author's words
	Span    source.Span // the comment
	Scope   source.Span // what it covers; zero if nothing follows it
	Flaw    string      // the rule that objects to it, one of the Suppression constants; empty if it is in order
	Finding Diagnostic  // what that rule says

	whole bool // it also covers findings about the report as a whole
	used  int
}

// What can be wrong with a suppression. Each is the name of the rule that reports it.
const (
	SuppressionMalformed     = "suppression-malformed"
	SuppressionBlanket       = "suppression-blanket"
	SuppressionUnknown       = "suppression-rule-unknown"
	SuppressionReasonMissing = "suppression-reason-missing"
	SuppressionExpired       = "suppression-expired"
	SuppressionRefused       = "suppression-refused"
	SuppressionUnused        = "suppression-unused"
)

const (
	suppressionMark = "postmortem-ignore"
	suppressionForm = "<!-- postmortem-ignore rule-name: reason -->"
)

func (s *Suppression) flaw(name, message, hint string) {
	if s.Flaw == "" {
		s.Flaw, s.Finding = name, Diagnostic{Span: s.Span, Message: message, Hint: hint}
	}
}

// Flawed reports every suppression whose flaw the rule is named after.
func (p *Pass) Flawed() {
	for _, s := range p.Suppressions {
		if s.Flaw == p.rule.Name {
			p.Diagnose(s.Finding)
		}
	}
}

// settle takes the suppressed findings out and marks the suppressions that were not needed.
func (p *Pass) settle(ran func(rule string) bool) (hidden int) {
	kept := p.out[:0]
	for _, d := range p.out {
		if s := p.hides(d); s != nil {
			s.used++
			hidden++
		} else {
			kept = append(kept, d)
		}
	}
	p.out = kept
	for _, s := range p.Suppressions {
		if s.Flaw == "" && s.used == 0 && ran(s.Rule) {
			s.flaw(SuppressionUnused, "this suppression of "+s.Rule+" hides nothing", "take it out")
			s.Finding.Fix = &Fix{Title: "remove the suppression", Safe: true, Edits: []source.Edit{{Span: p.removal(s.Span)}}}
		}
	}
	return hidden
}

func (p *Pass) hides(d Diagnostic) *Suppression {
	for _, s := range p.Suppressions {
		if s.Flaw != "" || s.Rule != d.Rule {
			continue
		}
		if !s.Scope.IsZero() && s.Scope.Start <= d.Span.Start && d.Span.Start <= s.Scope.End || s.whole && d.Span.IsZero() {
			return s
		}
	}
	return nil
}

// removal is what to delete with a comment: its line, if it stands there alone, with one of the blank
// lines around it; else the blanks before it.
func (p *Pass) removal(at source.Span) source.Span {
	f := p.Report.File
	first, last := f.LineAt(at.Start), f.LineAt(at.End)
	start, end := f.Line(first).Start, f.Line(last).End
	if len(bytes.TrimSpace(f.Text[start:at.Start])) == 0 && len(bytes.TrimSpace(f.Text[at.End:end])) == 0 && last < f.Lines() {
		blank := func(n int) bool { l := f.Line(n); return len(bytes.TrimSpace(f.Text[l.Start:l.End])) == 0 }
		last++
		if last < f.Lines() && blank(last) && (first == 1 || blank(first-1)) {
			last++
		}
		return source.Span{Start: start, End: f.Line(last).Start}
	}
	for at.Start > start && (f.Text[at.Start-1] == ' ' || f.Text[at.Start-1] == '\t') {
		at.Start--
	}
	return at
}
