package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var languageExclamation = lint.Rule{
	Name:     "language-exclamation",
	Summary:  "a sentence of the report is shouted",
	Severity: lint.Hint,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for passage := range p.Report.PassagesWith('!') {
			text := passage.Text
			if passage.Quoted || passage.Cell() { // a cell is data as often as prose
				continue
			}
			foreign := quotations(passage)
			for i := 0; i < len(text); i++ {
				if text[i] != '!' {
					continue
				}
				end := i
				for end < len(text) && strings.IndexByte("!?", text[end]) >= 0 {
					end++
				}
				if ends(text, i, end) && !within(foreign, i) && !closing(text[:i]) {
					p.Diagnose(lint.Diagnostic{Span: passage.Span(i, end), Message: "this sentence ends with an exclamation mark", Hint: "end it with a full stop"})
				}
				i = end
			}
		}
	},
}

// ends reports whether text[from:to] is punctuation at the end of a sentence: a word or a bracket
// before it, a blank or nothing behind it. An operator, a flag or a name has neither.
func ends(text string, from, to int) bool {
	if from == 0 || to < len(text) && strings.IndexByte(" \n\t", text[to]) < 0 {
		return false
	}
	c := text[from-1]
	return wordByte[c] || c == ')'
}

// closing reports whether the sentence thanks somebody; that may be said warmly.
func closing(before string) bool {
	s := strings.ToLower(before[strings.LastIndexAny(before, ".?!;:\n")+1:])
	return strings.Contains(s, "thank") || strings.Contains(s, "kudos") || strings.Contains(s, "great job") || strings.Contains(s, "well done")
}
