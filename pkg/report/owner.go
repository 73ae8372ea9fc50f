package report

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/prose"
)

// habits are what most items of a list of actions have in common, which tells an owner from a word
// that only looks like one.
type habits struct {
	initials bool // they begin with initials: "AC: add an alert"
	brackets bool // they end with a name in brackets: "add an alert (Ana)"
	dashes   bool // they end with a name behind a dash: "add an alert - Ana"
	groups   bool // all are short and hold a list
	teams    bool // they begin with a team: "Storage team: add an alert"
	dated    bool // the item at hand says by when, as who writes that writes by whom
}

// habits looks at the items of a list.
func (c *collector) habits(n ast.Node) habits {
	var items, initials, brackets, dashes, groups, teams int
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		items++
		p := c.r.PassageOf(item.FirstChild())
		if p == nil {
			continue
		}
		text := strings.TrimSpace(p.Text)
		if word, _, _ := strings.Cut(text, " "); isInitials(strings.TrimRight(word, ":")) && strings.HasSuffix(word, ":") {
			initials++
		}
		if name, _, ok := strings.Cut(text[:min(len(text), 40)], ":"); ok && isTeam(name) {
			teams++
		}
		if name, _ := inLastBrackets(text); isPerson(name) {
			brackets++
		}
		if name, _ := behindLastDash(text); isPerson(name) {
			dashes++
		}
		if innerList(item.FirstChild()) != nil && strings.Count(text, " ") < 5 {
			groups++
		}
	}
	most := func(n int) bool { return n >= 2 && n*5 >= items*3 }
	return habits{initials: most(initials), brackets: most(brackets), dashes: most(dashes), teams: most(teams), groups: groups == items && items > 1}
}

// isGroup reports whether an item that holds a list only names a group of actions.
func isGroup(text string, all bool) bool {
	return all || groupNames[HeadingKey(trimColon(text))]
}

// groupNames are the usual names of groups of actions, which are nobody's name.
var groupNames = map[string]bool{"short term": true, "medium term": true, "mid term": true, "long term": true, "immediate": true, "immediately": true, "near term": true, "now": true, "later": true, "next": true,
	"prevention": true, "prevent": true, "detection": true, "detect": true, "mitigation": true, "mitigate": true, "process": true, "processes": true, "fixes": true, "fix": true, "repair": true, "investigation": true, "investigate": true,
	"monitoring": true, "alerting": true, "documentation": true, "communication": true, "testing": true, "tooling": true, "infrastructure": true, "training": true, "other": true, "misc": true, "miscellaneous": true,
	"done": true, "completed": true, "in progress": true, "open": true, "planned": true, "to do": true, "todo": true, "high priority": true, "low priority": true, "medium priority": true, "high": true, "medium": true, "low": true,
	"action items": true, "actions": true, "action item": true, "action": true, "follow ups": true, "follow up": true, "next steps": true, "improvements": true, "technical": true, "organizational": true, "note": true, "notes": true,
	"recovery": true, "response": true, "security": true, "reliability": true, "p0": true, "p1": true, "p2": true, "p3": true, "update": true, "remediation": true, "resolution": true, "short": true, "long": true}

func trimColon(s string) string { return strings.TrimRight(strings.TrimSpace(s), ": ") }

// ownerHeading is the owner that a heading of a group names by a handle or a label.
func ownerHeading(s *Section) Field[string] {
	v := s.Heading.Value
	if strings.HasPrefix(v, "@") && !strings.Contains(v, " ") {
		return s.Heading
	}
	if name, rest, ok := strings.Cut(v, ":"); ok && strings.EqualFold(strings.TrimSpace(name), "owner") && strings.TrimSpace(rest) != "" {
		return Field[string]{strings.TrimSpace(rest), s.Heading.Span}
	}
	return Field[string]{}
}

// ownerLine takes from a line that names an owner what is said about them: "GE (RK supporting)",
// "JC - to think about", "Vendor via AG".
func ownerLine(s string) string {
	s = html.UnescapeString(s)
	for _, mark := range []string{" (", " - ", " – ", " — "} {
		s, _, _ = strings.Cut(s, mark)
	}
	if _, who, ok := strings.Cut(s, " via "); ok {
		s = who
	}
	return strings.TrimSpace(s)
}

// leadingOwner finds the owner at the start of an action: a handle, a label, initials where the
// list has that habit. It gives the owner, its place, and where the action goes on.
func leadingOwner(text string, h habits) (owner string, at, rest int) {
	lead := len(text) - len(strings.TrimLeft(text, " "))
	word, _, _ := strings.Cut(text[lead:], " ")
	name := strings.TrimRight(word, ":,")
	switch {
	case strings.HasPrefix(word, "@") && len(name) > 1 && told(text[lead:], word):
	case h.initials && isInitials(name) && strings.HasSuffix(word, ":"):
	case addressee(text[lead:], h) > 0:
		n := addressee(text[lead:], h)
		return text[lead : lead+n], lead, len(text) - len(strings.TrimLeft(text[lead+n:], ": "))
	case assigned(text[lead:]) > 0:
		n := assigned(text[lead:])
		_, task, _ := strings.Cut(text[lead+n+1:], " ")
		return text[lead : lead+n], lead, len(text) - len(task)
	default:
		if i := label(text[lead:]); i > 0 {
			tail := text[lead+i:]
			skip := len(tail) - len(strings.TrimLeft(tail, " "))
			end := strings.IndexAny(tail, ".;\n")
			if end < 0 {
				end = len(tail)
			}
			if name := strings.TrimSpace(tail[:end]); name != "" && len(name) < 60 {
				rest = lead + i + end
				return name, lead + i + skip, rest + len(text[rest:]) - len(strings.TrimLeft(text[rest:], " .;\n"))
			}
		}
		return "", 0, 0
	}
	rest = lead + len(word)
	rest += len(text[rest:]) - len(strings.TrimLeft(text[rest:], " :-–—,"))
	if rest >= len(text) {
		return "", 0, 0
	}
	return name, lead, rest
}

// told reports whether a handle at the start of an action is told to do it: "@ana: add an alert",
// "@ana to add an alert". In "@ana mentioned that" it is not.
func told(text, word string) bool {
	if strings.HasSuffix(word, ":") || strings.HasSuffix(word, ",") {
		return true
	}
	next := strings.TrimLeft(text[len(word):], " ")
	for _, lead := range []string{":", "-", "–", "—", "to ", "will ", "should ", "and @", "& @"} {
		if strings.HasPrefix(next, lead) {
			return true
		}
	}
	return imperative(next)
}

// addressee is the length of the name at the start of an action, before a colon, of who is told to do
// it: "Kim: review the limits by 1 May". The name of a thing looks like that of a person, and a team may
// only be spoken of, so it counts where a day by which it is due follows, or where the list has that habit.
func addressee(text string, h habits) int {
	name, rest, ok := strings.Cut(text[:min(len(text), 60)], ":")
	rest = strings.TrimLeft(rest, " ")
	if !ok || rest == "" || imperative(name) || !(h.teams && isTeam(name) || h.dated && (isPerson(name) || isTeam(name)) && rest[0]-'a' < 26) {
		return 0
	}
	if first, _, _ := strings.Cut(name, " "); notActors.Has(strings.ToLower(first)) {
		return 0
	}
	return len(name)
}

// assigned is the length of the name at the start of an action that says who is to do it: "Tom to add
// an alert", "Storage team will add one". A sentence begins with a capital as well, so its first
// word has to be no usual one, and a verb has to follow.
func assigned(text string) int {
	for _, verb := range []string{" to ", " will ", " should "} {
		name, rest, ok := strings.Cut(text[:min(len(text), 60)], verb)
		if !ok || !isPerson(name) || !imperative(rest) || imperative(name) {
			continue
		}
		if first, _, _ := strings.Cut(name, " "); notActors.Has(strings.ToLower(first)) {
			continue
		}
		return len(name)
	}
	return 0
}

// notActors begin a sentence that goes on like "Tom to add an alert" without being somebody's name.
var notActors = prose.SetOf(`we they i you he she it this that these those there what how who where when need needs plan plans want try attempt continue consider ability failure time effort efforts work
	process processes procedure tool tools tooling script scripts test tests check checks alert alerts alerting monitor monitors monitoring metric metrics dashboard dashboards logging job jobs runbook playbook
	policy guidelines documentation docs training automation mechanism way ways option options feature features change changes code database db system systems service services server servers
	ask decide agree aim hope intend learn remember due next everything everyone everybody anyone nobody someone somebody team teams todo action goal idea proposal request support permission access users customers`)

// label gives the length of an owner label at the start of a text, 0 if there is none.
func label(text string) int {
	for _, l := range ownerLabels {
		if len(text) > len(l) && strings.EqualFold(text[:len(l)], l) {
			return len(l)
		}
	}
	return 0
}

var ownerLabels = []string{"owner:", "owners:", "assignee:", "assigned to:", "assigned to ", "owned by:", "owned by ", "responsible:", "dri:"}

// trailingOwner finds the owner at the end of an action: a label, a handle, a team, and a name in
// brackets or behind a dash where the list has that habit. cut is where the action's text ends.
func trailingOwner(text string, h habits) (owner string, at, cut int) {
	for i := 0; i < len(text); i++ {
		if i > 0 && strings.IndexByte(" (\n[,;.|-", text[i-1]) < 0 {
			continue
		}
		n := label(text[i:])
		if n == 0 {
			continue
		}
		tail := text[i+n:]
		skip := len(tail) - len(strings.TrimLeft(tail, " *"))
		end := strings.IndexAny(tail, ").;,]\n|")
		if end < 0 {
			end = len(tail)
		}
		name := strings.TrimRight(tail[min(skip, end):end], " *")
		if name != "" && len(name) < 60 && strings.TrimSpace(text[:i]) != "" {
			return name, i + n + skip, len(strings.TrimRight(text[:i], " (\n[,;.|-–—"))
		}
	}
	trimmed := strings.TrimRight(text, " .\n")
	if name, i := inLastBrackets(trimmed); i >= 0 {
		if h.brackets && isPerson(name) || strings.HasPrefix(name, "@") && isPerson(name) || isTeam(name) {
			at = i + 1 + strings.Index(trimmed[i+1:], name)
			return name, at, len(strings.TrimRight(trimmed[:i], " "))
		}
	}
	if name, i := behindLastDash(trimmed); i >= 0 {
		if h.dashes && isPerson(name) || strings.HasPrefix(name, "@") && isPerson(name) || isTeam(name) {
			return name, len(trimmed) - len(name), len(strings.TrimRight(trimmed[:i], " "))
		}
	}
	if i := strings.LastIndexByte(trimmed, ' '); i >= 0 && strings.HasPrefix(trimmed[i+1:], "@") && isPerson(trimmed[i+1:]) {
		return trimmed[i+1:], i + 1, len(strings.TrimRight(trimmed[:i], " ,-–—"))
	}
	return "", 0, 0
}

// inLastBrackets is what stands in brackets at the very end, and where the bracket opens.
func inLastBrackets(text string) (string, int) {
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "]") {
		return "", -1
	}
	i := strings.LastIndexAny(text, "([")
	if i < 0 {
		return "", -1
	}
	return strings.TrimSpace(text[i+1 : len(text)-1]), i
}

// behindLastDash is what stands behind the last dash with blanks around it, and where the dash is.
func behindLastDash(text string) (string, int) {
	if strings.IndexByte(text, ' ') < 0 || strings.IndexByte(text, '-') < 0 && strings.IndexByte(text, "–"[0]) < 0 {
		return "", -1
	}
	for _, dash := range []string{" — ", " – ", " - ", " -- "} {
		if !strings.Contains(text, dash) {
			continue // which is found out much faster than where the last one is
		}
		if i := strings.LastIndex(text, dash); i >= 0 {
			return strings.TrimSpace(text[i+len(dash):]), i
		}
	}
	return "", -1
}
