package report

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// isActionTable reports whether a table's headings are those of a list of actions.
func (c *collector) isActionTable(n ast.Node) bool {
	text := false
	cells, _ := c.r.cells(n.FirstChild(), c.r.firstPassage(n.Pos()))
	for i, p := range cells {
		if i == 0 && gauges[HeadingKey(p.text())] {
			return false // "Target" is then what is to be reached, not when
		}
		switch ActionColumn(p.text()) {
		case "text":
			text = true
		case "owner", "status", "due", "ticket", "priority", "done":
			return true
		}
	}
	return text
}

// gauges are the headings of a first column that lists what is measured.
var gauges = map[string]bool{"metric": true, "metrics": true, "kpi": true, "benchmark": true, "measure": true, "measurement": true, "indicator": true, "sli": true, "slo": true}

// rows reads the rows of a table as actions.
func (c *collector) rows(n ast.Node) {
	g := c.r.grid(n)
	roles := make([]string, len(g.head))
	names := make([]string, len(g.head))
	text, used := -1, make([]bool, len(g.head))
	for i, p := range g.head {
		names[i] = strings.TrimSpace(p.text())
		roles[i] = ActionColumn(names[i])
		used[i] = roles[i] != ""
		if roles[i] == "text" && text < 0 {
			text = i
		}
	}
	if text < 0 {
		text = widestFree(g, used)
	}
	c.r.Actions = slices.Grow(c.r.Actions, len(g.rows))
	for _, row := range g.rows {
		a := Action{Span: c.r.SpanOf(row.node), Within: c.s, Columns: names, Owner: c.owner}
		var ticket Field[string]
		for i, p := range row.cells {
			if p == nil || i >= len(roles) {
				continue
			}
			f := p.field(0, len(p.Text))
			if i == text {
				c.doneMarks(&a, p, 0, len(p.Text))
				a.Text = f
				continue
			}
			if roles[i] != "status" && roles[i] != "done" {
				f = c.besideStatus(&a, p)
			}
			if roles[i] == "ticket" && f.Written() && !placeholder(f.Value) && !Waived(f.Value) {
				ticket = f
			}
			a.set(roles[i], f)
		}
		if a.Text.Written() && !placeholder(a.Text.Value) && !Waived(a.Text.Value) {
			c.add(a, row.node)
			// A column of tickets may hold bare numbers, which are tickets nowhere else.
			if last := &c.r.Actions[len(c.r.Actions)-1]; len(last.Tickets) == 0 && ticket.Written() {
				last.Tickets = append(last.Tickets, ticket)
			}
		}
	}
}

// besideStatus takes the status out of a cell of another column, where "n/a **DONE**" and "OPS-77
// TODO" put it, and gives what is left.
func (c *collector) besideStatus(a *Action, p *Passage) Field[string] {
	text := strings.TrimRight(p.Text, " \n.")
	if last := strings.LastIndexByte(text, ' '); last >= 0 {
		switch text[last+1:] {
		case "TODO", "OPEN", "WIP":
			return p.field(0, last)
		}
	} else if o := outcomeOf(text); o.told() {
		a.settle(o)
		return Field[string]{}
	}
	start, end := c.doneMarks(a, p, 0, len(p.Text))
	return p.field(start, end)
}

func widestFree(g grid, used []bool) int {
	best, most := -1, 0
	for i := range g.head {
		n := 0
		for _, row := range g.rows {
			if !used[i] && i < len(row.cells) {
				n += len(row.cells[i].text())
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// set puts a cell where its column says it belongs.
func (a *Action) set(role string, f Field[string]) {
	if c := f.Value; c == "" || keyBytes[c[0]] == 0 && strings.Trim(c, "-–— ") == "" {
		return // a dash stands for nothing
	}
	switch role {
	case "owner":
		a.Owner = f
	case "due":
		o := outcomeOf(f.Value)
		if a.settle(o); !o.closed() {
			a.Due = f
		}
	case "type":
		a.Type = f
	case "priority":
		a.Priority = f
	case "status", "done":
		a.Status = f
		a.settle(outcomeOf(f.Value))
	case "check":
		a.Check = f
	case "ticket":
		if !placeholder(f.Value) && !Waived(f.Value) {
			a.Tickets = append(a.Tickets, f)
		}
	}
}

// HasColumn reports whether the action stands in a table that has a column for what the heading names, by that
// or another heading: "Who" is one for "Owner".
func (a *Action) HasColumn(heading string) bool {
	role := ActionColumn(heading)
	return slices.ContainsFunc(a.Columns, func(h string) bool { return ActionColumn(h) == role })
}

// ActionColumn is what a column of a table of actions holds, by its heading: text, owner, due, type, priority,
// status, done, ticket or check; empty if it is none of them.
func ActionColumn(heading string) string {
	var b [32]byte
	key := appendKey(b[:0], heading)
	if role, ok := actionColumns[string(key)]; ok {
		return role
	}
	for word := range bytes.FieldsSeq(key) {
		if role, ok := actionColumns[string(word)]; ok {
			return role
		}
	}
	return ""
}

// actionColumns are the usual headings of an action table's columns.
var actionColumns = map[string]string{
	"action": "text", "actions": "text", "action item": "text", "what": "text", "corrective action": "text", "description": "text", "item": "text", "items": "text", "task": "text", "todo": "text", "to do": "text",
	"improvement": "text", "recommendation": "text", "measure": "text", "summary": "text", "title": "text", "follow up": "text", "details": "text",
	"owner": "owner", "owners": "owner", "who": "owner", "assignee": "owner", "assigned to": "owner", "assigned": "owner", "responsible": "owner", "dri": "owner", "team": "owner", "person": "owner", "lead": "owner", "poc": "owner", "responsible party": "owner", "action owner": "owner",
	"due": "due", "due date": "due", "deadline": "due", "by when": "due", "target date": "due", "eta": "due", "when": "due", "target": "due", "by": "due", "date": "due", "completion date": "due", "timeline": "due", "timeframe": "due",
	"type": "type", "kind": "type", "category": "type", "action type": "type",
	"priority": "priority", "prio": "priority", "severity": "priority", "p": "priority",
	"status": "status", "state": "status", "done": "done", "completed": "done", "progress": "status", "complete": "done", "resolved": "done",
	"ticket": "ticket", "tickets": "ticket", "issue": "ticket", "issues": "ticket", "link": "ticket", "links": "ticket", "bug": "ticket", "bugs": "ticket", "tracking": "ticket", "jira": "ticket", "tracking issue": "ticket", "pr": "ticket", "reference": "ticket",
	"monitor": "check", "check": "check", "verification": "check", "verified by": "check",
}
