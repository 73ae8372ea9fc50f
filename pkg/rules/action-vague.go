package rules

import (
	"cmp"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var actionVague = lint.Rule{
	Name:     "action-vague",
	Summary:  "an action names a wish and not what will be there when it is done",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for i := range p.Report.Actions {
			a := &p.Report.Actions[i]
			if a.Closed() {
				continue
			}
			task := tasks.Of(p)[i]
			switch lead, kind := vagueLead(task); kind {
			case "wish":
				if !bounded(task) && !proof(a.Text.Value) && !strings.HasSuffix(a.Text.Value, ":") {
					vague(p, a, "\""+lead+"\" has no end: nobody can say when this is done", "say what will be there: a limit, an alert, a test, a document")
				}
			case "thought":
				if decides(plainWords(task)) {
					continue
				}
				vague(p, a, "\""+lead+"\" promises thought and not a result", "say what is decided or written down at the end, or what is built")
			case "care":
				if proof(a.Text.Value) {
					continue // "remind users 14 days before" is a mechanism
				}
				vague(p, a, "\""+lead+"\" asks for care, which lasts until it is forgotten", "say what will make the slip impossible, visible or harmless")
			case "inquiry":
				if t := typeOf(a); t != "" && t != "investigate" {
					vague(p, a, "\""+lead+"\" does not "+t+" anything yet", "give it the type investigate, or say what will be built")
				}
			}
		}
	},
}

// decides reports whether a thought is to end in something: "evaluate the three and pick one".
func decides(words []string) bool {
	for i, w := range words[:len(words)-1] {
		if w == "and" && results()[words[i+1]] {
			return true
		}
	}
	return false
}

var results = lazySet("pick choose select decide adopt write document record implement apply do fix move file")

func vague(p *lint.Pass, a *report.Action, message, hint string) {
	p.Diagnose(lint.Diagnostic{Span: a.Text.Span, Message: message, Hint: hint})
}

// task gives the text of an action from its verb on: without a label before a colon, and without
// "we should" and the like.
func task(text string) string {
	if label, rest, ok := strings.Cut(text, ": "); ok && len(wordsOf(label)) <= 4 && strings.TrimSpace(rest) != "" {
		text = rest
	}
	verb := len(text)
	for w := range eachWord(text) {
		if verb = w.start; !preamble()[w.low] {
			break
		}
	}
	return text[verb:]
}

var preamble = lazySet("we i they someone somebody everyone everybody should must need needs will shall to please also todo ops the team have has going")

var vagueLeads = []struct{ kind, leads string }{
	{"wish", "improve improving improvement improvements enhance enhancing strengthen strengthening revisit revisiting rethink better more increase_awareness " +
		"do_better ensure_quality ensure_stability ensure_reliability raise_awareness"},
	{"thought", "consider considering think_about thinking_about look_into looking_into look_at looking_at explore exploring discuss " +
		"discussing reflect reflecting see_if see_whether try_if try_to_see work_on working_on do_something do_something_about evaluate evaluating figure_out find_a_way brainstorm"},
	{"care", "be_careful be_more_careful be_more_aware be_more_attentive be_more_vigilant be_aware pay_attention pay_more_attention " +
		"pay_closer_attention take_care take_more_care keep_in_mind remember_to remind stay_vigilant try_harder " +
		"make_sure_this_does_not_happen make_sure_this_doesn't_happen make_sure_it_does_not_happen make_sure_it_doesn't_happen " +
		"ensure_this_does_not_happen ensure_this_doesn't_happen ensure_it_does_not_happen ensure_that_this_does_not_happen"},
	{"inquiry", "investigate investigating research researching study analyse analyze"},
}

// vagueLead is the lead with which a task begins, and its kind; empty if there is none.
func vagueLead(task string) (lead, kind string) {
	if verb, ok := wordAt(task, 0); !ok || vagueKinds()[verb.low] == "" {
		return "", ""
	}
	words := plainWords(task)
	for n := min(6, len(words)); n > 0; n-- {
		lead := strings.Join(words[:n], " ")
		if kind := vagueKinds()[lead]; kind != "" && kind != longer {
			return lead, kind
		}
	}
	if len(words) > 2 && words[0] == "make" && comparative()[words[len(words)-1]] {
		return "make ... " + words[len(words)-1], "wish"
	}
	return "", ""
}

var comparative = lazySet("better easier faster safer clearer cleaner smarter robust reliable resilient stable")

// longer is the kind of a first word that alone is no lead.
const longer = "longer"

// vagueKinds holds the kind of each lead, and of its first word.
var vagueKinds = sync.OnceValue(func() map[string]string {
	out := map[string]string{"make": longer}
	for _, v := range vagueLeads {
		for lead := range strings.FieldsSeq(v.leads) {
			first, _, _ := strings.Cut(lead, "_")
			out[first] = cmp.Or(out[first], longer)
			out[strings.ReplaceAll(lead, "_", " ")] = v.kind
		}
	}
	return out
})

// bounded reports whether a wish goes on to say by what means or to what end; then it is only badly
// begun. A long one is given the benefit of the doubt.
func bounded(task string) bool {
	words := plainWords(task)
	for i, w := range words {
		switch w {
		case "by", "so", "until", "that", "which", "when", "about", "from", "with", "using", "adding", "through":
			return true
		case "to":
			if i+1 < len(words) && words[i+1] != "have" && words[i+1] != "be" && words[i+1] != "make" && words[i+1] != "avoid" && words[i+1] != "prevent" {
				return true
			}
		}
	}
	return len(words) > 12
}
