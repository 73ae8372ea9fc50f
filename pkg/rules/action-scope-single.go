package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var scopePhrases = &phrases{[]string{
	"affected|failed|failing|broken|faulty|crashed|bad host|server|node|instance|machine|vm|pod|box|replica|broker|disk|volume",
	"this|that host|server|node|instance|machine|vm|box|replica|broker|disk",
}}

var actionScopeSingle = lint.Rule{
	Name:     "action-scope-single",
	Summary:  "an action cures one host or instance, and no action looks at the others of its kind",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		var found []lint.Diagnostic
		for h := range said(p, scopePhrases) {
			if definite(h) && actionAt(p.Report, h) != nil {
				found = append(found, lint.Diagnostic{Span: h.span(), Message: "this action cures one " + lastWord(h.text()) + "; no action looks at the others of its kind"})
			}
		}
		for i := range p.Report.Actions {
			if a := &p.Report.Actions[i]; a.Open() && !inquires(a.Text.Value) {
				if host := onlyHost(a.Text.Value); host != "" {
					found = append(found, lint.Diagnostic{Span: a.Text.Span, Message: "this action cures one host, " + host + "; no action looks at the others of its kind"})
				}
			}
		}
		if len(found) == 0 || slices.ContainsFunc(p.Report.Actions, func(a report.Action) bool { return general(a.Text.Value) }) {
			return
		}
		for _, d := range found {
			d.Hint = "say how all others are found and kept in order"
			p.Diagnose(d)
		}
	},
}

// inquires reports whether an action looks for something and cures nothing.
func inquires(text string) bool { return inquiries()[firstWord(task(text))] }

var inquiries = lazySet("investigate check review analyse analyze compare document find understand look ask identify determine verify confirm write report study test measure monitor watch")

// definite reports whether one certain thing is meant: "the failed disk", not "a failed disk".
func definite(h hit) bool {
	first, _ := wordAt(h.passage.Text, h.start)
	before := strings.Fields(strings.ToLower(h.before()))
	return first.low == "this" || first.low == "that" || len(before) > 0 && before[len(before)-1] == "the"
}

// general reports whether an action speaks of a class of things.
func general(text string) bool {
	for w := range eachWord(text) {
		switch w.low {
		case "all", "every", "each", "any", "fleet", "across", "everywhere", "others", "other", "remaining", "default", "defaults", "whole", "entire":
			return true
		}
	}
	return false
}

// actionAt gives the action in whose text a hit lies, or nil.
func actionAt(r *report.Report, h hit) *report.Action {
	at := h.span()
	for i := range r.Actions {
		if s := r.Actions[i].Text.Span; s.Start <= at.Start && at.End <= s.End {
			return &r.Actions[i]
		}
	}
	return nil
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
