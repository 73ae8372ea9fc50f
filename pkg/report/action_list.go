package report

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
)

// collector collects the corrective actions of one section after the other.
type collector struct {
	r       *Report
	s       *Section
	table   bool            // a table in the section lists the actions: lists beside it are prose, but for those that ask for something
	owner   Field[string]   // a bold line or a heading that names who does what follows
	shared  []Field[string] // tickets in the heading of a group, which all its actions share
	conduct bool            // the section lists rules to keep
	group   Outcome         // what the heading or label above says became of all of the group
	last    *Action         // a paragraph that ends in a colon: the list below it is its detail
}

// actions reads the corrective actions of every actions section.
func (r *Report) actions() {
	c := collector{r: r}
	for _, s := range r.Sections {
		if s.nearest(ActionsKind) == nil || !s.grouped() {
			continue
		}
		first := len(r.Actions)
		c.section(s)
		c.settleMoods(first)
	}
}

func (c *collector) section(s *Section) {
	c.s, c.owner, c.last, c.table, c.shared = s, Field[string]{}, nil, false, nil
	c.conduct = s.conduct()
	c.group = ofGroup(s.Heading.Value)
	if s.Kind == Other && s.heading != nil {
		c.owner = ownerHeading(s)
		c.shared = c.tickets(s.heading)
	}
	if c.headed(s) {
		return
	}
	lists := false
	for _, n := range s.Nodes {
		c.table = c.table || n.Kind() == extast.KindTable && c.isActionTable(n)
		lists = lists || n.Kind() == ast.KindList
	}
	for i, n := range s.Nodes {
		announced := i > 0 && c.announces(s.Nodes[i-1])
		if n.Kind() == ast.KindList && i > 0 && c.completes(s.Nodes[i-1]) {
			continue
		}
		switch n.Kind() {
		case extast.KindTable:
			if c.isActionTable(n) || !announced {
				c.rows(n)
			}
			c.last = nil
		case ast.KindList:
			if c.last != nil {
				c.detail(n)
			} else if c.table && c.asks(n) || !c.table && !(announced && c.things(n)) {
				c.list(n)
			}
			c.last = nil
		case ast.KindParagraph, ast.KindTextBlock:
			c.paragraph(n, lists || c.table)
		}
	}
}

// list reads the items of a list as actions. Lists inside an item are its details, unless the item
// only names a group.
func (c *collector) list(n ast.Node) {
	h := c.habits(n)
	c.r.Actions = slices.Grow(c.r.Actions, n.ChildCount())
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		c.item(item, h)
	}
}

func (c *collector) item(item ast.Node, h habits) {
	first := item.FirstChild()
	p := c.r.PassageOf(first)
	if p == nil {
		for n := first; n != nil; n = n.NextSibling() {
			if n.Kind() == ast.KindList {
				c.list(n)
			}
		}
		return
	}
	p = c.r.withCode(p)
	inner := innerList(first)
	var fields []actionField
	if inner != nil {
		fields, _ = c.fields(inner)
	}
	if inner != nil && fields == nil && isGroup(p.Text, h.groups) {
		was, group := c.owner, c.group
		if f := p.field(0, len(p.Text)); isPerson(trimColon(f.Value)) && !groupNames[HeadingKey(f.Value)] {
			c.owner = p.field(0, len(strings.TrimRight(p.Text, " :")))
		}
		c.group = max(c.group, ofGroup(trimColon(p.Text)))
		c.list(inner)
		c.owner, c.group = was, group
		return
	}
	a := Action{Span: c.r.SpanOf(item), Within: c.s, Owner: c.owner}
	if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
		if box.IsChecked {
			a.settle(Done)
		}
	}
	c.read(&a, p, h)
	a.apply(fields)
	if !placeholder(a.Text.Value) && !Waived(p.Text) {
		c.add(a, item)
	}
}

func innerList(first ast.Node) ast.Node {
	for n := first.NextSibling(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindList {
			return n
		}
	}
	return nil
}

// paragraph reads a paragraph of an actions section: a bold line names the owner of what follows, a
// bold owner with text behind it is an action, and in a section without a list so is a sentence
// that tells somebody to do something.
func (c *collector) paragraph(n ast.Node, listed bool) {
	c.last = nil
	p := c.r.PassageOf(n)
	if p == nil {
		return
	}
	p = c.r.withCode(p)
	start := p.Index(max(p.segs[0].file, c.s.Body.Start))
	em, ok := n.FirstChild().(*ast.Emphasis)
	if ok && em.Level == 2 && start == 0 {
		name := newPassage(c.r.File, em)
		rest := strings.TrimSpace(p.Text[len(name.Text):])
		lead := trimColon(name.Text)
		switch {
		case strings.Trim(rest, ": ") == "":
			c.owner, c.group = Field[string]{}, ofGroup(lead)
			if who := ownerLine(lead); isPerson(who) && !groupNames[HeadingKey(lead)] {
				c.owner = Field[string]{who, name.Span(0, len(lead))}
			}
			return
		case dateAlone(rest):
			return // "Review date: 17 January"
		case isPerson(lead) && !groupNames[HeadingKey(lead)] && lead == strings.TrimSpace(name.Text) && rest[0] != ':':
			a := Action{Owner: Field[string]{lead, name.Full()}, Within: c.s, Span: c.r.SpanOf(n)}
			a.Text = p.field(len(name.Text), len(p.Text))
			c.marks(&a, p)
			c.add(a, n)
			if strings.HasSuffix(rest, ":") {
				c.last = &c.r.Actions[len(c.r.Actions)-1]
			}
			return
		case actionLabels[HeadingKey(lead)]:
			a := Action{Within: c.s, Span: c.r.SpanOf(n)}
			c.read(&a, &Passage{Text: p.Text, Node: p.Node, segs: p.segs}, habits{})
			rest := len(p.Text) - len(strings.TrimLeft(p.Text[len(name.Text):], " :"))
			a.Text = p.field(rest, max(rest, p.Index(a.Text.Span.End-1)+1))
			c.add(a, n)
			return
		}
	}
	if text := strings.TrimSpace(p.Text); listed && strings.HasSuffix(text, ":") && len(text) < 40 {
		c.group = ofGroup(trimColon(text))
	}
	if listed || !(imperative(p.Text[start:]) || c.s.Kind == Other && len(c.tickets(n)) > 0) {
		return
	}
	a := Action{Within: c.s, Span: c.r.SpanOf(n), Owner: c.owner}
	a.Text = p.field(start, len(p.Text))
	c.marks(&a, p)
	c.add(a, n)
}

// dateAlone reports whether a text behind a label is nothing but a date, perhaps with a remark in
// brackets.
func dateAlone(rest string) bool {
	text, ok := strings.CutPrefix(rest, ":")
	if !ok || !prose.HasDigit(text) {
		return false
	}
	text, _, _ = strings.Cut(strings.TrimSpace(text), " (")
	at, ok := moment.Read(text)
	return ok && at.Has.Any(moment.HasMonth) && strings.Trim(text[at.OuterEnd:], " .") == ""
}

// actionLabels begin a paragraph that is one action.
var actionLabels = map[string]bool{"action item": true, "action": true, "todo": true, "to do": true, "follow up": true, "next step": true}

// add appends an action with the tickets named in its block.
func (c *collector) add(a Action, n ast.Node) {
	if named := c.tickets(n); len(named) > 0 {
		a.Tickets = named // of a column, the links and keys in it
	}
	a.Tickets = append(a.Tickets, c.shared...)
	if answeredNo(a.Text.Value) {
		a.settle(Dropped)
	}
	task := unticked(n) && !a.Closed()
	if !task || c.group != Done {
		a.settle(c.group)
		a.Grouped = c.group == Done
	}
	a.Mood = c.moodOf(&a, task)
	c.r.Actions = append(c.r.Actions, a)
}

// placeholder reports whether an action's text says that there is none.
func placeholder(text string) bool {
	if c, ok := initial(text); ok && c != 0 && c != 'n' && c != 't' {
		return false
	}
	var b [64]byte
	switch string(appendKey(b[:0], text)) {
	case "", "none", "no actions", "no action items", "n a", "na", "tbd", "todo", "tba", "nothing", "not applicable", "none so far", "none yet", "to be determined":
		return true
	}
	return false
}

// read takes an action apart: done mark, priority, owner, due date, text.
func (c *collector) read(a *Action, p *Passage, h habits) {
	start, end := 0, len(p.Text)
	start, end = c.doneMarks(a, p, start, end)
	start = priorityAt(a, p, start, end)
	a.Due = dueIn(p)
	h.dated = a.Due.Written()
	named := true
	if o, at, stop := leadingOwner(p.Text[start:end], h); o != "" {
		a.Owner = Field[string]{o, p.Span(start+at, start+at+len(o))}
		start += stop
	} else if o, at, cut := trailingOwner(p.Text[start:end], h); o != "" {
		a.Owner = Field[string]{o, p.Span(start+at, start+at+len(o))}
		end = start + cut
	} else {
		named = false
	}
	t := c.tailOf(p, start, end, h)
	a.settle(t.outcome)
	if !a.Due.Written() && !t.due.empty() {
		a.Due = p.field(start+t.due.start, start+t.due.end)
	}
	if !t.priority.empty() && !a.Priority.Written() {
		a.Priority = p.field(start+t.priority.start, start+t.priority.end)
	}
	if !named && !t.owner.empty() {
		a.Owner = p.field(start+t.owner.start, start+t.owner.end)
	}
	if !named || t.owner.empty() {
		end = start + t.cut
	}
	if status, at := statusLabel(p); at > start && !a.Status.Written() {
		a.set("status", status)
		end = min(end, at)
	}
	a.Text = p.field(start, end)
	if !a.Text.Written() {
		a.Text = p.field(0, len(p.Text))
	}
}

// marks reads what an action in a paragraph says of itself beside its text.
func (c *collector) marks(a *Action, p *Passage) {
	c.doneMarks(a, p, 0, len(p.Text))
	a.Due = dueIn(p)
}
