package rules

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var lessonUntracked = lint.Rule{
	Name:     "lesson-untracked",
	Summary:  "a lesson asks for work that no action holds",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		if len(p.Report.Actions) == 0 {
			return
		}
		for _, passage := range p.Report.Passages {
			in := passage.Section
			if passage.Quoted || passage.Heading() || in.Within(report.ActionsKind) || !in.Within(report.Lessons) && !in.Within(report.WentPoorly) {
				continue
			}
			if work := demanded(passage.Text); work != "" && !held(p.Report, work) {
				p.Diagnose(lint.Diagnostic{Span: passage.Full(), Message: "this lesson asks for work, and no action speaks of it",
					Hint: "add an action with an owner, or say why it is not worth its cost"})
			}
		}
	},
}

// demanded is what a text says has to be done: "we need to rotate the keys"; empty if it says nothing of
// the kind.
func demanded(text string) string {
	for _, lead := range []string{"we need to ", "we must ", "we should ", "we have to ", "we absolutely need ", "we will ", "need to ", "todo: "} {
		if len(text) > len(lead) && strings.EqualFold(text[:len(lead)], lead) && !strings.HasPrefix(strings.ToLower(text[len(lead):]), "have ") {
			return text[len(lead):]
		}
	}
	return ""
}

// held reports whether an action has a long word of a text, or two, of those that say something.
func held(r *report.Report, work string) bool {
	want := map[string]int{}
	for w := range eachWord(work) {
		if len(w.low) > 3 && !idle()[w.low] {
			want[stem(w.low)] = len(w.low)
		}
	}
	for i := range r.Actions {
		common := map[string]bool{}
		for w := range eachWord(r.File.Slice(r.Actions[i].Span)) {
			s := stem(w.low)
			if want[s] > 5 {
				return true
			}
			if want[s] > 0 {
				common[s] = true
			}
		}
		if len(common) > 1 {
			return true
		}
	}
	return len(want) == 0
}

// stem is the beginning of a word, which its forms share.
func stem(w string) string { return w[:min(len(w), 5)] }

var idle = lazySet("this that these those with from have they them their when what which will would could should must need more less very also some " +
	"other into over than then there here been being make sure better ensure into only such because about before after during each every where")
