package rules

import (
	"fmt"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var publicClaimDiffers = lint.Rule{
	Name:     "public-claim-differs",
	Summary:  "customers are told another number, share or duration than the report states",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		promptnessContradicted(p)
		looked := 0
		for c := range claimsOf(p) {
			if looked == mostClaims {
				break
			}
			if !forCustomers.Of(p).inProse[c.Passage] && !toldCustomers(p, c) {
				continue
			}
			looked++
			if other := contradicted(p, c); other != nil && !compared(p.Report, c, other) {
				where := other.Section.Heading.Value
				if where == "" {
					where = "the title"
				} else {
					where = fmt.Sprintf("%q", where)
				}
				p.Diagnose(lint.Diagnostic{
					Span:    c.Span,
					Message: fmt.Sprintf("customers are told %s, and %s says %s", c.Text, where, other.Text),
					Hint:    "find out which is right and state it in both places",
					Related: []lint.Related{{Span: other.Span, Message: other.Text}},
				})
			}
		}
	},
}

// contradicted gives a fact of the rest of the report that speaks of the same thing as one that
// customers are told and cannot be true beside it; nil if there is none, or if another one agrees.
func contradicted(p *lint.Pass, c *claim.Claim) *claim.Claim {
	if c.Subject == claim.OfUnknown {
		return nil
	}
	told := toldCustomers(p, c)
	var against *claim.Claim
	for _, other := range otherClaims(p, c) {
		switch c.Kind {
		case claim.Count:
			if counted(other) != counted(c) {
				continue
			}
			if !differ(c, other) {
				return nil
			}
		case claim.Duration:
			if other.From != c.From {
				continue // counted from something else
			}
			if overlaps(c, other) {
				return nil
			}
		default:
			continue
		}
		if against == nil && (told || !forCustomers.Of(p).inProse[other.Passage]) {
			against = other
		}
	}
	if against != nil && c.Kind == claim.Duration && measured(p.Report, c) {
		return nil // claim-duration-differs holds it against the timeline
	}
	return against
}

// compared reports whether claim-number-differs holds two counts against each other.
func compared(r *report.Report, a, b *claim.Claim) bool {
	in, other := part(r, a), part(r, b)
	return a.Kind == claim.Count && in != "" && other != "" && in != other && in != customerSummary && other != customerSummary
}

// otherClaims are the facts of the same kind about the same that stand elsewhere, and for one that customers are told, in
// what they are not.
func otherClaims(p *lint.Pass, c *claim.Claim) []*claim.Claim {
	var out []*claim.Claim
	for other := range claimsOf(p) {
		if other.Kind == c.Kind && other.Subject == c.Subject && len(out) < mostClaims && other.Passage != c.Passage && !toldCustomers(p, other) {
			out = append(out, other)
		}
	}
	return out
}

// overlaps reports whether two durations can both be right.
func overlaps(a, b *claim.Claim) bool {
	if a.Bound != b.Bound {
		return true
	}
	la, ha := a.Length()
	lb, hb := b.Length()
	lessA, moreA := tolerance(a)
	lessB, moreB := tolerance(b)
	return la-lessA < hb+moreB && lb-lessB < ha+moreA
}

// measured reports whether the timeline gives the duration that a claim speaks of.
func measured(r *report.Report, c *claim.Claim) bool {
	metrics := r.Metrics()
	for i := range metrics {
		if metrics[i].Missing == "" && answers(c.Subject, &metrics[i]) {
			return true
		}
	}
	return false
}
