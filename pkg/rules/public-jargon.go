package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var publicJargon = lint.Rule{
	Name:     "public-jargon",
	Summary:  "customers meet a term of the organisation's own",
	Severity: lint.Warning,
	Policy:   true,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Policy.Glossary) == 0 {
			return
		}
		parts := forCustomers.Of(p)
		for _, term := range slices.Sorted(maps.Keys(p.Policy.Glossary)) {
			meaning := p.Policy.Glossary[term]
			var first source.Span
			for _, ps := range parts {
				if strings.Contains(strings.ToLower(ps.Text), strings.ToLower(meaning)) {
					first = source.Span{}
					break // it is explained
				}
				if i := wordIndex(ps.Text, term); i >= 0 && first.IsZero() {
					first = ps.Span(i, i+len(term))
				}
			}
			if !first.IsZero() {
				p.Diagnose(lint.Diagnostic{Span: first, Message: fmt.Sprintf("customers do not know %q", term), Hint: "write \"" + meaning + "\""})
			}
		}
	},
}

// wordIndex finds a term in a text, in any case and not inside a longer word.
func wordIndex(text, term string) int {
	for i := 0; term != "" && i+len(term) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(term)], term) && (i == 0 || !wordByte[text[i-1]]) && (i+len(term) == len(text) || !wordByte[text[i+len(term)]]) {
			return i
		}
	}
	return -1
}
