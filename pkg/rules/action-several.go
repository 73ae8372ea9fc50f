package rules

import (
	"fmt"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

var actionSeveral = lint.Rule{
	Name:     "action-several",
	Summary:  "one entry of the actions asks for several",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if !a.Open() || !strings.ContainsAny(a.Text.Value, ".;") {
				continue
			}
			if verbs := deedsOf(a.Text.Value); len(verbs) > 1 {
				p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: fmt.Sprintf("this entry asks for %d works: %s", len(verbs), listed(verbs)),
					Hint: "give each an entry of its own, with its owner and its date"})
			}
		}
	},
}

// deedsOf gives the beginnings of the sentences in which an action asks for a work of its own. What points back
// ("add it to the runbook") is a detail of the work before.
func deedsOf(text string) []string {
	var out []string
	for from := 0; from < len(text); {
		end := from
		for end < len(text) && !(strings.IndexByte(".;", text[end]) >= 0 && (end+1 == len(text) || text[end+1] == ' ') && (end == 0 || text[end-1] != '.')) {
			end++
		}
		if lead := deed(text[from:end]); lead != "" {
			out = append(out, lead)
		}
		from = end + 1
	}
	return out
}

// deed is the first words of a sentence that asks for a work of its own, empty if it does not.
func deed(sentence string) string {
	words := wordsOf(firstWords(task(strings.TrimSpace(sentence)), 4))
	if len(words) < 2 || !deedVerbs()[words[0].low] {
		return ""
	}
	for _, w := range words[1:] {
		switch w.low {
		case "it", "this", "that", "them", "these", "those", "its", "same":
			return ""
		}
	}
	low := make([]string, 0, 3)
	for _, w := range words[:min(len(words), 3)] {
		low = append(low, w.low)
	}
	return `"` + strings.Join(low, " ") + `"`
}

var deedVerbs = lazySet("add create write move replace remove rotate fix implement build enable disable deploy migrate upgrade document automate introduce restore delete " +
	"split rename publish develop establish install configure audit improve enhance conduct provide")
