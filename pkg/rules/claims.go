package rules

import (
	"iter"

	"github.com/openpostmortem/postmortem/pkg/claim"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

// statedClaims are the facts that the prose of a report states.
var statedClaims = lint.NewMemo(func(p *lint.Pass) []claim.Claim { return claim.Find(p.Report) })

// claimsOf yields the facts that the prose of a report states, in document order.
func claimsOf(p *lint.Pass) iter.Seq[*claim.Claim] {
	all := statedClaims.Of(p)
	return func(yield func(*claim.Claim) bool) {
		for i := range all {
			if !yield(&all[i]) {
				return
			}
		}
	}
}
