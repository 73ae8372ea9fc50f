package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/lint"
	"github.com/openpostmortem/postmortem/pkg/report"
)

var sectionPlaceholder = lint.Rule{
	Name:     "section-placeholder",
	Summary:  "a place was left to be filled in",
	Severity: lint.Error,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		for _, ps := range p.Report.Passages {
			if ps.Quoted {
				continue
			}
			if start, end := placeholder(ps); end > start && !titled(p.Report, ps) && !status(p.Report, ps) {
				p.Diagnose(lint.Diagnostic{
					Span:    ps.Span(start, end),
					Message: fmt.Sprintf("%q was never filled in", strings.TrimSpace(ps.Text[start:end])),
					Hint:    "write it, or say that it is not known and why",
				})
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

// placeholder gives the place in a passage that waits to be filled in: the whole of it, a note to
// come back, or a slot of a template.
func placeholder(ps *report.Passage) (start, end int) {
	const longest = 24 // of the texts below, which begin with few letters
	text, whole := "", ""
	if strings.IndexByte("tfxlcw?\xE2", ps.Text[0]|0x20) >= 0 {
		if text = strings.TrimRight(ps.Text, " .:!\n"); len(text) <= longest {
			whole = strings.ToLower(text)
		}
	}
	switch whole {
	case "tbd", "tba", "todo", "to do", "fixme", "xxx", "tk", "to be done", "to be defined", "to be determined", "to be added", "to be written",
		"fill in", "fill me in", "lorem ipsum", "coming soon", "wip", "work in progress", "...", "…", "?", "??", "???":
		return 0, len(text)
	}
	if text != "" && (text[0] == 'T' || text[0] == 'F' || text[0] == 'L') {
		for _, mark := range []string{"TODO:", "TODO(", "FIXME:", "TBD:", "Lorem ipsum"} {
			if strings.HasPrefix(ps.Text, mark) {
				return 0, len(mark)
			}
		}
	}
	if start, end := instruction(ps.Text); end > start {
		return start, end
	}
	if strings.IndexByte(ps.Text, '{') < 0 {
		return 0, 0
	}
	if i := strings.Index(ps.Text, "{{"); i >= 0 {
		// A slot of a report template is one bare word; site generators have dots and blanks in theirs.
		end := i + 2
		for end < len(ps.Text) && (ps.Text[end]|0x20 >= 'a' && ps.Text[end]|0x20 <= 'z' || ps.Text[end] == '_' || ps.Text[end] == '-') {
			end++
		}
		if end > i+2 && strings.HasPrefix(ps.Text[end:], "}}") {
			return i, end + 2
		}
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
