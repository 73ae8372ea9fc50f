package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// tail is what an action says behind its words of who does it, by when, and where it is tracked, in
// any order: "(Kim, 2020-04-01)", " - @tom, API-912", "(Boris) by end of June".
type tail struct {
	owner, due, priority part
	sure                 bool    // something beside its shape tells the owner from any other name
	outcome              Outcome // what one of the fields says became of it
	cut                  int     // where the action's words end
}

// part is text[start:end].
type part struct{ start, end int }

func (e part) empty() bool { return e.end <= e.start }

// tailOf reads the end of an action, text being p.Text[from:to].
func (c *collector) tailOf(p *Passage, from, to int, h habits) tail {
	text := p.Text[from:to]
	t := tail{cut: len(text)}
	label := len(text) // "Due: 2020-04-01" is no part of the words, other than "by 1 April"
	bare := false      // a day that stands there with nothing else may be the one on which it was done
	for t.owner.empty() {
		rest := strings.TrimRight(text[:t.cut], " .,;\n")
		_, open := inLastBrackets(rest)
		if open <= 0 || !t.fields(text, open+1, len(rest)-1) {
			var in string
			if in, open = behindLastDash(rest); open <= 0 || !t.fields(text, len(rest)-len(in), len(rest)) {
				open = 0
			}
		}
		if open == 0 {
			if open = t.commas(text, len(rest)); open > 0 && strings.HasSuffix(strings.TrimRight(text[:t.due.start], " "), ",") {
				bare = true
			}
		}
		if open == 0 && t.due.empty() {
			if at := lastDue(rest); at > 0 {
				t.due, open = dayIn(text, at, len(rest)), at
				bare = t.due.start == at
				if strings.Contains(text[at:t.due.start], ":") {
					label = at
				}
			}
		}
		if open <= 0 {
			t.named(c, p, from, rest, h)
			break
		}
		t.cut = open
	}
	if t.owner.empty() || !(t.sure || h.brackets || h.dashes || !t.due.empty()) {
		t.owner, t.cut = part{}, label
		if bare {
			t.due = part{}
		}
	}
	if t.cut < len(text) {
		t.cut = len(strings.TrimRight(text[:t.cut], " \n,;-–—"))
	}
	return t
}

// named finds an owner that ends what is left of a text once its other fields are gone: a handle, a
// team, a name in bold.
func (t *tail) named(c *collector, p *Passage, from int, rest string, h habits) {
	if t.due.empty() && !t.sure {
		return // there was no field, and what ends a text is nobody's name
	}
	if o, at, cut := trailingOwner(rest, h); o != "" {
		t.owner, t.cut, t.sure = part{at, at + len(o)}, cut, true
		return
	}
	for n := p.Node.LastChild(); n != nil; n = n.PreviousSibling() {
		if em, ok := n.(*ast.Emphasis); ok && em.Level == 2 {
			name := newPassage(c.r.File, em)
			if who := trimColon(name.Text); isPerson(who) {
				if at := p.Index(name.segs[0].file) - from; at > 0 && at+len(name.Text) == len(rest) {
					t.owner, t.cut = part{at, at + len(who)}, at
				}
			}
			return
		}
	}
}

// commas reads the fields that end text[:end] behind commas, from the last one on: "add an alert,
// Storage team, due 2027-01-01, OPS-12". It gives the first of the commas, 0 if there are none. A bare
// name is a field only before a day, as words between commas look the same.
func (t *tail) commas(text string, end int) (open int) {
	var all tail
	for stop := end; ; {
		i := strings.LastIndexByte(text[:stop], ',')
		if i <= 0 || i+1 < stop && text[i+1] != ' ' {
			break
		}
		var one tail
		if !one.field(text, i+1, stop) || !one.owner.empty() && !one.sure && all.due.empty() {
			break
		}
		open, stop = i, i
		all.sure, all.due = all.sure || one.sure, one.due
		if !one.owner.empty() {
			break
		}
	}
	if open > 0 && !t.fields(text, open+1, end) {
		open = 0
	}
	return open
}

// fields reads text[start:end] as fields between commas. If one of them is none, all is text, and
// nothing is taken.
func (t *tail) fields(text string, start, end int) bool {
	was := *t
	for start < end {
		stop := fieldEnd(text, start, end)
		// A comma may be that of a date: "April 1, 2020".
		if stop < end && text[stop] == ',' {
			if next := fieldEnd(text, stop+1, end); isDay(text[start:stop]) && isDay(text[start:next]) {
				stop = next
			}
		}
		if !t.field(text, start, stop) {
			*t = was
			return false
		}
		start = stop + 1
	}
	return true
}

func fieldEnd(text string, start, end int) int {
	if i := strings.IndexAny(text[start:end], ",;|"); i >= 0 {
		return start + i
	}
	return end
}

// field reads one field.
func (t *tail) field(text string, start, end int) bool {
	for start < end && text[start] == ' ' {
		start++
	}
	s := strings.TrimRight(text[start:end], " .")
	end = start + len(s)
	switch {
	case isDay(s) && t.due.empty():
		t.due = dayIn(text, start, end)
	case isTicketName(s):
		t.sure = true
	case strings.HasPrefix(s, "https://") && !strings.Contains(s, " "):
	case closes(s).told():
		t.outcome, t.sure = closes(s), true
	case len(s) == 2 && s[0]|0x20 == 'p' && prose.Digit(s[1]):
		t.priority, t.sure = part{start, end}, true
	case isPerson(s) || isTeam(s) || anybody.Has(strings.ToLower(s)):
		t.sure = t.sure || s[0] == '@' || isTeam(s)
		if t.owner.empty() {
			t.owner.start = start
		}
		t.owner.end = end // "Ana, Bo" are two
	default:
		return false
	}
	return true
}

// anybody stands where an owner does and is nobody's name.
var anybody = prose.SetOf(`everyone everybody all anyone anybody someone somebody team teams us we tbd tba unassigned`)

// isTicketName reports whether a text is the name of one ticket and nothing else: "API-912", "#12",
// "PR #12", an address.
func isTicketName(s string) bool {
	if word, rest, ok := strings.Cut(s, " "); ok {
		switch strings.ToLower(strings.TrimRight(word, ":")) {
		case "ticket", "issue", "bug", "jira", "pr", "mr":
			s = rest
		}
	}
	found := 0
	bareTickets(&Passage{Text: s, segs: []seg{{}}}, func(name string, _ source.Span) { found = len(name) })
	return found > 0 && found == len(s)
}

// What stands before the day by which something is due, and what a day's own first words may be.
var (
	byLeads  = []string{"due date:", "due:", "due ", "eta:", "eta ", "deadline:", "by ", "before "}
	dayLeads = []string{"the end of ", "end of ", "mid ", "early ", "late "}
)

// after is the length of such words, in their order, at the start of a text.
func after(s string, leads []string) int {
	n := 0
	for _, lead := range leads {
		if rest := s[n:]; len(rest) > len(lead) && strings.EqualFold(rest[:len(lead)], lead) {
			n += len(lead)
			n += len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
		}
	}
	return n
}

// isDay reports whether a text is a day, a month or a quarter and nothing else, whatever year it lacks.
func isDay(s string) bool {
	s = strings.TrimSpace(s)
	s = s[after(s, byLeads):]
	s = s[after(s, dayLeads):]
	if _, _, ok := period(s); ok || len(s) == 2 && s[0]|0x20 == 'q' && '1' <= s[1] && s[1] <= '4' {
		return true
	}
	if at, ok := moment.Read(s); ok {
		return at.Has.Any(moment.HasMonth) && !at.Has.Any(moment.HasClock) && at.OuterEnd == len(s)
	}
	return monthNames[strings.ToLower(s)]
}

var monthNames = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true,
	"september": true, "october": true, "november": true, "december": true}

// dayIn is the day in text[start:end], without the words before it but for such as "end of".
func dayIn(text string, start, end int) part {
	return part{start + after(text[start:end], byLeads), end}
}

// lastDue is where the last words of a text begin if they say by when it is due, or are a day: "by
// end of June", "2020-04-01"; 0 if they do not.
func lastDue(text string) int {
	if !prose.HasDigit(text[max(0, len(text)-16):]) && !monthNames[strings.ToLower(text[strings.LastIndexAny(text, " \n")+1:])] {
		return 0
	}
	blanks := 0
	best := 0
	for i := len(text) - 1; i > 0 && blanks < 6; i-- {
		if text[i] != ' ' && text[i] != '\n' {
			continue
		}
		blanks++
		if isDay(text[i+1:]) {
			best = i + 1
		}
	}
	return best
}
