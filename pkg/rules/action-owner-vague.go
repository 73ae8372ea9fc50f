package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var actionOwnerVague = lint.Rule{
	Name:     "action-owner-vague",
	Summary:  "the owner of an action is everybody or nobody in particular",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var last source.Span // one line may name the owner of several actions
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if a.Owner.Written() && a.Open() && a.Owner.Span != last && vagueOwner(a.Owner.Value) {
				last = a.Owner.Span
				p.Diagnose(lint.Diagnostic{Span: a.Owner.Span, Message: "owner \"" + a.Owner.Value + "\" is nobody in particular",
					Hint: "name one person or one team, or write `not stated: why`"})
			}
		}
	},
}

func vagueOwner(owner string) bool {
	if report.Waived(owner) {
		return false
	}
	words := plainWords(owner)
	for len(words) > 1 && quantifiers()[words[0]] {
		words = words[1:]
	}
	switch s := strings.Join(words, " "); len(words) {
	case 0:
		return true
	case 1:
		return vagueOwners()[s] || len(s) > 0 && quantifiers()[s]
	default:
		return s == "n a" || s == "to be decided" || s == "to be defined" || s == "to be determined" || s == "not assigned" || s == "not stated" || s == "no one" || s == "not known"
	}
}

var (
	quantifiers = lazySet("the our all each every whole entire any both some")
	vagueOwners = lazySet("team teams everyone everybody someone somebody anyone anybody us we tbd tba tbc todo unassigned none " +
		"nobody unknown various several multiple whoever devs developers engineers members people staff open x xxx")
)
