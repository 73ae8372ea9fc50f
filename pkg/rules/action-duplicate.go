package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionDuplicate = lint.Rule{
	Name:     "action-duplicate",
	Summary:  "the same action stands in the report twice",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Report.Actions) < 2 {
			return
		}
		first := map[string]int{}
		for i, a := range p.Report.Actions {
			key := sameTask(a.Text.Value)
			if strings.Count(a.Text.Value, " ") < 2 || strings.HasSuffix(a.Text.Value, ":") || strings.Contains(a.Text.Value, "{{") {
				continue
			}
			if j, twice := first[key]; twice {
				other := p.Report.Actions[j].Text.Span
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: fmt.Sprintf("this action stands on line %d too", p.Report.File.Position(other.Start).Line),
					Hint: "keep one of them", Related: []lint.Related{{Span: other, Message: "the same action"}}})
				continue
			}
			first[key] = i
		}
	},
}

// sameTask is a text without what does not tell it from another: case, marks at its end, and the
// determiners.
func sameTask(text string) string {
	words := strings.Fields(strings.ToLower(strings.Trim(text, " .;")))
	return strings.Join(slices.DeleteFunc(words, determines), " ")
}

func determines(word string) bool {
	switch word {
	case "a", "an", "the", "each", "every", "any", "all", "our":
		return true
	}
	return false
}
