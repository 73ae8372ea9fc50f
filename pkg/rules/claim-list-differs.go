package rules

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var claimListDiffers = lint.Rule{
	Name:     "claim-list-differs",
	Summary:  "prose says of the actions or the status updates what their list does not hold",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		updates := p.Report.Timeline.First(report.StatusUpdate) != nil
		if len(p.Report.Actions) == 0 && !updates {
			return
		}
		for _, ps := range p.Report.Passages {
			if ps.Quoted || ps.Cell() || ps.Heading() || ps.Section.Within(report.TimelineKind) {
				continue
			}
			sentencesWith(ps.Text, "All ", func(at int) { allActions(p, ps, at) })
			if updates {
				updatesMiscounted(p, ps)
			}
		}
	},
}

// sentencesWith calls found with the place of each sentence of a text that begins with some letters.
func sentencesWith(text, lead string, found func(at int)) {
	for from := 0; ; {
		n := strings.IndexByte(text[from:], lead[0]) // a capital letter, which is rare
		if n < 0 {
			return
		}
		at := from + n
		from = at + 1
		if strings.HasPrefix(text[at:], lead) && stands(text, at) {
			found(at)
		}
	}
}

// allActions holds "All five actions are complete" against the actions.
func allActions(p *lint.Pass, ps *report.Passage, at int) {
	actions := p.Report.Actions
	words := wordsOf(ps.Text[at:min(len(ps.Text), at+100)])[1:]
	many, stated := 0, ""
	if len(words) > 0 && words[0].low == "the" {
		words = words[1:]
	}
	if len(words) > 0 {
		if n, ok := howMany(words[0].low); ok {
			many, stated, words = n, words[0].low, words[1:]
		}
	}
	for len(words) > 0 && (words[0].low == "corrective" || words[0].low == "follow-up") {
		words = words[1:]
	}
	if len(actions) == 0 || len(words) < 3 || words[0].low != "actions" && !(words[0].low == "action" && words[1].low == "items") {
		return
	}
	if words[0].low == "action" {
		words = words[1:]
	}
	end := words[0].end
	words = words[1:]
	if len(words) < 2 || words[0].low != "are" && words[0].low != "were" && words[0].low != "have" {
		return
	}
	if stated != "" && many != len(actions) {
		listDiffers(p, ps.Span(at, at+end), fmt.Sprintf("%s actions are spoken of here, but the report lists %d", stated, len(actions)), &actions[0])
		return
	}
	for words = words[1:]; len(words) > 1 && (words[0].low == "been" || words[0].low == "now" || words[0].low == "already"); {
		words = words[1:]
	}
	last := at + words[0].end
	switch words[0].low {
	case "complete", "completed", "done", "closed", "finished", "implemented":
	default:
		return
	}
	if last < len(ps.Text) && strings.IndexByte(".;,!", ps.Text[last]) < 0 {
		return // "complete but for one"
	}
	var first *report.Action
	open := 0
	for i := range actions {
		if a := &actions[i]; !a.Closed() && (a.Status.Written() || strings.Contains(p.Report.File.Slice(a.Span), "[ ]")) {
			if open++; first == nil {
				first = a
			}
		}
	}
	if first != nil {
		listDiffers(p, ps.Span(at, last), fmt.Sprintf("all actions are said to be %s here, but %d of %d stand open", words[0].low, open, len(actions)), first)
	}
}

func listDiffers(p *lint.Pass, at source.Span, what string, other *report.Action) {
	p.Diagnose(lint.Diagnostic{Span: at, Message: what, Hint: "correct the sentence or the list", Related: []lint.Related{{Span: other.Text.Span, Message: other.Text.Value}}})
}

// howMany reads how many are said to be in a list.
func howMany(word string) (n int, ok bool) {
	if word == "twice" {
		return 2, true
	}
	if f, ok := smallNumbers(word); ok && f > 1 && f < 13 {
		return int(f), true
	}
	n, err := strconv.Atoi(word)
	return n, err == nil && n > 1 && n < 100
}
