package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// grid is a table as its cells.
type grid struct {
	head []*Passage // nil for an empty cell
	rows []gridRow
}

type gridRow struct {
	node  ast.Node
	cells []*Passage
}

func (r *Report) grid(table ast.Node) grid {
	var g grid
	next := r.firstPassage(table.Pos())
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == extast.KindTableHeader {
			g.head, next = r.cells(row, next)
			g.rows = make([]gridRow, 0, table.ChildCount())
		} else {
			g.rows = append(g.rows, gridRow{node: row})
			g.rows[len(g.rows)-1].cells, next = r.cells(row, next)
		}
	}
	return g
}

// Rows are the cells of a table, row by row, the header first, with the text of code in them. A cell without text is nil.
func (r *Report) Rows(table ast.Node) [][]*Passage {
	reading := Report{File: r.File, Passages: r.Passages} // the report stays as it is
	g := reading.grid(table)
	rows := append(make([][]*Passage, 0, 1+len(g.rows)), g.head)
	for _, row := range g.rows {
		rows = append(rows, row.cells)
	}
	return rows
}

// cells gives the text of a row's cells. The passages of a table follow each other, and next is the number
// of the first that is not of the rows before; it is given back for the row behind.
func (r *Report) cells(row ast.Node, next int) ([]*Passage, int) {
	cells := make([]*Passage, 0, row.ChildCount())
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		var p *Passage
		if next < len(r.Passages) && r.Passages[next].Node == c {
			p = r.withCode(r.Passages[next])
			next++
		}
		cells = append(cells, p)
	}
	return cells, next
}

// columns are the places of what a timeline's table says; -1 for what it does not.
type columns struct{ date, clock, text, actor, phase int }

// table reads a table of entries.
func (d *reader) table(n ast.Node) {
	g := d.r.grid(n)
	for _, p := range g.head {
		if p != nil && (d.open == nil || d.open == d.held) {
			d.say(p, d.place("the column", p.Full()))
		}
	}
	c := g.columns()
	if c.clock < 0 && c.date < 0 {
		return
	}
	if at, ok := moment.Read(g.head[max(c.clock, c.date)].text()); ok && at.Has.Any(moment.HasClock) {
		d.row(gridRow{n.FirstChild(), g.head}, c) // the first entry stands where the header should
	}
	var untimed []Field[string]
	d.room(len(g.rows))
	for _, row := range g.rows {
		if d.row(row, c) {
			continue
		}
		if c.text >= 0 && c.text < len(row.cells) && row.cells[c.text] != nil {
			p := row.cells[c.text]
			untimed = append(untimed, p.field(0, len(p.Text)))
		}
	}
	d.untimed(untimed, len(g.rows)-len(untimed))
	d.open = nil
}

func (p *Passage) text() string {
	if p == nil {
		return ""
	}
	return p.Text
}

// columns finds the columns by their headings and, where these say nothing, by what is in them.
func (g *grid) columns() columns {
	c, notes := columns{-1, -1, -1, -1, -1}, -1
	set := func(at *int, i int) {
		if *at < 0 {
			*at = i
		}
	}
	for i, p := range g.head {
		switch role := columnRole(p.text()); role {
		case "date":
			if c.date >= 0 && g.weekdays(c.date) {
				c.date = -1 // "Day" holds Fri, and "Date" beside it holds Jan 28
			}
			set(&c.date, i)
		case "clock":
			set(&c.clock, i)
		case "text":
			set(&c.text, i)
		case "notes":
			set(&notes, i)
		case "actor":
			set(&c.actor, i)
		case "phase":
			set(&c.phase, i)
		}
	}
	if c.clock >= 0 && !g.timed(c.clock) {
		c.clock = -1
	}
	if c.date >= 0 && !g.timed(c.date) {
		c.date = -1
	}
	if c.date < 0 && c.clock < 0 {
		for i := range g.head {
			if g.timed(i) {
				c.clock = i
				break
			}
		}
	}
	for _, next := range []func() int{func() int { return notes }, func() int { return g.widest(c) }} {
		if c.text < 0 || c.text == c.clock || c.text == c.date {
			c.text = next()
		}
	}
	return c
}

// timed reports whether at least half of a column's filled cells are times.
func (g *grid) timed(i int) bool {
	timed, other := 0, 0
	for n, row := range g.rows {
		if left := len(g.rows) - n; timed > other+left {
			break
		}
		if i >= len(row.cells) || row.cells[i] == nil {
			continue
		}
		if _, ok := moment.Read(row.cells[i].Text); ok {
			timed++
		} else {
			other++
		}
	}
	return timed > 0 && timed >= other
}

// weekdays reports whether a column's first filled cell names a day of the week and no date.
func (g *grid) weekdays(i int) bool {
	for _, row := range g.rows {
		if i < len(row.cells) && row.cells[i] != nil {
			at, ok := moment.Read(row.cells[i].Text)
			return ok && at.Has.Any(moment.HasWeekday) && !at.Has.Any(moment.HasDay)
		}
	}
	return false
}

// widest is the column with the most text beside those that have another role.
func (g *grid) widest(c columns) int {
	best, most := -1, 0
	for i := range g.head {
		if i == c.date || i == c.clock || i == c.actor || i == c.phase {
			continue
		}
		n := 1
		for _, row := range g.rows {
			if i < len(row.cells) {
				n += len(row.cells[i].text())
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// columnRole is what a column of a timeline holds, by its heading.
func columnRole(heading string) string {
	date, clock := false, false
	key := HeadingKey(heading)
	for word := range strings.FieldsSeq(key) {
		switch word {
		case "date", "day":
			date = true
		case "time", "times", "timestamp", "when", "clock", "hour", "utc", "gmt", "datetime", "hhmm":
			clock = true
		}
	}
	switch {
	case clock:
		return "clock"
	case date:
		return "date"
	}
	switch key {
	case "event", "events", "what", "what happened", "description", "activity", "message", "entry", "update", "happening", "event description", "incident", "observation", "action", "actions", "action taken", "step":
		return "text"
	case "details", "detail", "comment", "comments", "note", "notes", "remark", "remarks":
		return "notes" // what happened, where no other column says it
	case "who", "actor", "person", "by", "by whom", "responder", "author", "owner", "people", "team":
		return "actor"
	case "phase", "milestone", "stage", "status", "state", "type", "marker", "key moment":
		return "phase"
	}
	if _, ok := moment.ParseZone(heading); ok {
		return "clock"
	}
	return ""
}
