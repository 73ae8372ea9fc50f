package report

import (
	"slices"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/eight"
)

// Placeholder is a place that was left to be filled in: Text[Start:End] of a passage.
type Placeholder struct {
	Passage    *Passage
	Start, End int
}

// String is what stands there.
func (p Placeholder) String() string { return strings.TrimSpace(p.Passage.Text[p.Start:p.End]) }

// Placeholders gives the places that were left to be filled in, one of a passage: notes with which a text begins
// ("TBD", "TODO: ask"), slots of templates ("{{version}}") and what a template or the author asks for in brackets.
func (r *Report) Placeholders() (all []Placeholder) {
	add := func(ps *Passage, start, end int) {
		if !r.namesActions(ps) && !r.isStatus(ps) {
			all = append(all, Placeholder{ps, start, end})
		}
	}
	for _, ps := range r.Passages {
		if end := noteAt(ps.Text); end > 0 && !ps.Quoted {
			add(ps, 0, end)
		}
	}
	for ps := range r.PassagesWith('[', '{') {
		if ps.Quoted || noteAt(ps.Text) > 0 {
			continue
		}
		if start, end := instructionIn(ps.Text); end > start {
			add(ps, start, end)
		} else if start, end := slotIn(ps.Text); end > start {
			add(ps, start, end)
		}
	}
	return all
}

// namesActions reports whether a passage is the heading of a list of actions, which may well be called "TODO".
func (r *Report) namesActions(ps *Passage) bool {
	return ps.Heading() && slices.ContainsFunc(r.Actions, func(a Action) bool { return a.Within == ps.Section })
}

// isStatus reports whether a passage is the status of an action, which may be "to do".
func (r *Report) isStatus(ps *Passage) bool {
	return ps.Cell() && slices.ContainsFunc(r.Actions, func(a Action) bool {
		return a.Status.Written() && ps.Full().Start <= a.Status.Span.Start && a.Status.Span.End <= ps.Full().End
	})
}

// noteAt gives the end of the note to come back with which a text begins: all of it, or a mark before what
// else it says.
func noteAt(text string) int {
	if text[0] != '?' && !openings().Open(text, 0) {
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

// openings are those of notes that begin with a letter or dots.
var openings = sync.OnceValue(func() *eight.Openings {
	return eight.NewOpenings(3, "tbd", "tba", "todo", "to ", "fixme", "xxx", "tk", "fill", "lorem", "coming", "wip", "work", "…")
})

// slotIn finds a slot of a report template, which is one bare word; site generators have dots and blanks in theirs.
func slotIn(text string) (start, end int) {
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

// instructionIn finds what a template tells the author in brackets: "[Insert the time it took]",
// "[describe the impact]"; and what the author has put there: "[TODO: ask Kim]".
func instructionIn(text string) (start, end int) {
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
		switch strings.ToLower(strings.TrimRight(verb, ":")) {
		case "todo", "tbd", "tbc", "fixme", "xxx":
			told = true
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
