package rules

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

var causePersonNamed = lint.Rule{
	Name:     "cause-person-named",
	Summary:  "a person is named where the causes are given",
	Severity: lint.Warning,
	Group:    lint.All,
	Since:    "0.1.0",
	Policy:   true,
	Check: func(p *lint.Pass) {
		names, single := persons(p.Report), byOneName(p.Report)
		for _, passage := range p.Report.Passages {
			in := passage.Section
			if passage.Quoted || !in.Within(report.Causes) && !in.Within(report.Trigger) {
				continue
			}
			for _, at := range append(named(passage.Text, names), doing(passage.Text, single)...) {
				p.Diagnose(lint.Diagnostic{Span: passage.Span(at.Start, at.End), Message: "\"" + passage.Text[at.Start:at.End] + "\" is named as part of the cause",
					Hint: "name the role: the on-call engineer, the reviewer"})
			}
		}
	},
}

// persons gives the names that the report itself uses for people: owners, reviewers, actors of the
// timeline, if they have the form of a first and a last name.
func persons(r *report.Report) []string {
	fields := append([]report.Field[string]{r.Meta.Owner}, r.Meta.Reviewers...)
	for _, e := range r.Timeline.Events {
		fields = append(fields, e.Actor)
	}
	for _, a := range r.Actions {
		fields = append(fields, a.Owner)
	}
	var out []string
	for _, f := range fields {
		words := strings.Fields(f.Value)
		if len(words) < 2 || len(words) > 3 || teamWord()[strings.ToLower(words[len(words)-1])] {
			continue
		}
		person := true
		for _, w := range words {
			person = person && w[0] >= 'A' && w[0] <= 'Z' && strings.ToUpper(w) != w
		}
		if person {
			out = append(out, f.Value)
		}
	}
	return out
}

// byOneName gives the names of one word that the report uses for those who own or review something.
func byOneName(r *report.Report) []string {
	fields := append([]report.Field[string]{r.Meta.Owner}, r.Meta.Reviewers...)
	for _, a := range r.Actions {
		fields = append(fields, a.Owner)
	}
	var out []string
	for _, f := range fields {
		if w, ok := wordAt(f.Value, 0); ok && w.end == len(f.Value) && !vagueOwner(f.Value) && !slices.Contains(out, f.Value) {
			out = append(out, f.Value)
		}
	}
	return out
}

// doing finds names in a text where a deed follows that only people do.
func doing(text string, names []string) []source.Span {
	var out []source.Span
	for _, n := range names {
		for at := 0; ; {
			i := strings.Index(text[at:], n)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(n)
			if next, ok := nextWord(text, at); ok && deeds()[next.low] && wordStarts(text, start) && next.start > at {
				out = append(out, source.Span{Start: start, End: at})
			}
		}
	}
	return out
}

var deeds = lazySet("ignored wiped clicked typed forgot approved merged pushed overlooked missed assumed thought decided believed wrote mistyped misread skipped ran started")

// named finds names and handles in a text. A handle is an @ at the start of a word, not in an
// address.
func named(text string, names []string) []source.Span {
	var out []source.Span
	for i := strings.IndexByte(text, '@'); i >= 0 && i < len(text); {
		w, ok := wordAt(text, i+1)
		if ok && (i == 0 || strings.IndexByte(" \n(,", text[i-1]) >= 0) && (w.end == len(text) || text[w.end] != '/') {
			out = append(out, source.Span{Start: i, End: w.end})
		}
		next := strings.IndexByte(text[i+1:], '@')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	for _, n := range names {
		if i := strings.Index(text, n); i >= 0 {
			out = append(out, source.Span{Start: i, End: i + len(n)})
		}
	}
	return out
}
