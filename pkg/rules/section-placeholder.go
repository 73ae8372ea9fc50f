package rules

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/eight"
	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionPlaceholder = lint.Rule{
	Name:     "section-placeholder",
	Summary:  "a place was left to be filled in",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		tell := func(ps *report.Passage, start, end int) {
			if !titled(p.Report, ps) && !status(p.Report, ps) {
				p.Diagnose(lint.Diagnostic{
					Span:    ps.Span(start, end),
					Message: fmt.Sprintf("%q was never filled in", strings.TrimSpace(ps.Text[start:end])),
					Hint:    "write it, or say that it is not known and why",
				})
			}
		}
		for _, ps := range p.Report.Passages {
			if end := note(ps.Text); end > 0 && !ps.Quoted {
				tell(ps, 0, end)
			}
		}
		for ps := range p.Report.PassagesWith('[', '{') {
			if ps.Quoted || note(ps.Text) > 0 {
				continue
			}
			if start, end := instruction(ps.Text); end > start {
				tell(ps, start, end)
			} else if start, end := slot(ps.Text); end > start {
				tell(ps, start, end)
			}
		}
	},
}

// titled reports whether a passage is the heading of a list of actions, which may well be called "TODO".
func titled(r *report.Report, ps *report.Passage) bool {
	return heading(ps) && slices.ContainsFunc(r.Actions, func(a report.Action) bool { return a.Within == ps.Section })
}

// status reports whether a passage is the status of an action, which may be "to do".
func status(r *report.Report, ps *report.Passage) bool {
	return ps.Cell() && slices.ContainsFunc(r.Actions, func(a report.Action) bool {
		return a.Status.Written() && ps.Full().Start <= a.Status.Span.Start && a.Status.Span.End <= ps.Full().End
	})
}

// note gives the end of the note to come back with which a text begins: all of it, or a mark before what
// else it says.
func note(text string) int {
	if text[0] != '?' && !notes().Open(text, 0) {
		return 0
	}
	size := len(text)
	for size > 0 && strings.IndexByte(" .:!\n", text[size-1]) >= 0 {
		size--
	}
	const longest = 24 // of these
	if size <= longest {
		switch strings.ToLower(text[:size]) {
		case "tbd", "tba", "todo", "to do", "fixme", "xxx", "tk", "to be done", "to be defined", "to be determined", "to be added", "to be written",
			"fill in", "fill me in", "lorem ipsum", "coming soon", "wip", "work in progress", "…", "?", "??", "???":
			return size
		}
	}
	for _, mark := range [...]string{"TODO:", "TODO(", "FIXME:", "TBD:", "Lorem ipsum"} {
		if strings.HasPrefix(text, mark) {
			return len(mark)
		}
	}
	return 0
}

// notes are the openings of notes that begin with a letter or dots.
var notes = sync.OnceValue(func() *eight.Openings {
	return eight.NewOpenings(3, "tbd", "tba", "todo", "to ", "fixme", "xxx", "tk", "fill", "lorem", "coming", "wip", "work", "…")
})

// slot finds a slot of a report template, which is one bare word; site generators have dots and blanks in theirs.
func slot(text string) (start, end int) {
	start = strings.Index(text, "{{")
	if start < 0 {
		return 0, 0
	}
	end = start + 2
	for end < len(text) && (text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z' || text[end] == '_' || text[end] == '-') {
		end++
	}
	if end > start+2 && strings.HasPrefix(text[end:], "}}") {
		return start, end + 2
	}
	return 0, 0
}

// instruction finds what a template tells the author in brackets: "[Insert the time it took]",
// "[describe the impact]".
func instruction(text string) (start, end int) {
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '[')
		if i < 0 {
			return 0, 0
		}
		start = at + i
		at = start + 1
		size := strings.IndexByte(text[at:], ']')
		if size < 0 {
			return 0, 0
		}
		verb, rest, _ := strings.Cut(text[at:at+size], " ")
		told := rest != ""
		switch strings.ToLower(verb) {
		case "insert", "describe", "enter", "specify", "provide", "fill":
		case "your":
			told = told && strings.Count(rest, " ") < 2 // "[your name]"
		default:
			told = false
		}
		if told {
			return start, at + size + 1
		}
	}
}
