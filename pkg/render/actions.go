package render

import (
	"cmp"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// actionsBlock writes a list or a table of corrective actions as a table with the owner, the due
// date and the state, and reports whether it did. What has nothing to put into columns, or more
// than there are columns for, stays as the author wrote it.
func (p *page) actionsBlock(n ast.Node) bool {
	var rows []ast.Node
	var actions []*report.Action
	switch n.Kind() {
	case ast.KindList, extast.KindTable:
	default:
		return false
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == extast.KindTableHeader {
			continue
		}
		a := p.actionOf(row)
		if a == nil || row.Kind() == extast.KindTableRow && !p.covers(a, row) {
			return false
		}
		rows, actions = append(rows, row), append(actions, a)
	}
	columns := actionColumns(actions)
	if len(rows) == 0 || len(columns) == 0 {
		return false
	}
	// On a telephone each row is shown as a card; the roles keep it a table all the same.
	p.raw(`<div class="scroll" role="group" tabindex="0" aria-label="Corrective actions"><table class="actions" role="table"><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Action</th>`)
	for _, c := range columns {
		p.raw(`<th scope="col" role="columnheader">` + c.name + "</th>")
	}
	p.raw("</tr></thead><tbody role=\"rowgroup\">\n")
	for i, a := range actions {
		p.raw(`<tr role="row"><td role="cell" class="action">`)
		p.actionText(rows[i], a)
		p.raw("</td>")
		for _, c := range columns {
			p.raw(`<td role="cell" class="` + c.class + `" data-label="` + c.name + `">`)
			c.write(p, a, rows[i])
			p.raw("</td>")
		}
		p.raw("</tr>\n")
	}
	p.closeTable()
	return true
}

// actionColumn is a column of the table; it is there if any action has something to put into it.
type actionColumn struct {
	name, class string
	has         func(*report.Action) bool
	write       func(*page, *report.Action, ast.Node)
}

var actionColumnTable = []actionColumn{
	plainColumn("Type", "type", func(a *report.Action) *report.Field[string] { return &a.Type }),
	plainColumn("Priority", "priority", func(a *report.Action) *report.Field[string] { return &a.Priority }),
	plainColumn("Owner", "owner", func(a *report.Action) *report.Field[string] { return &a.Owner }),
	plainColumn("Due", "due", func(a *report.Action) *report.Field[string] { return &a.Due }),
	plainColumn("Monitor", "check", func(a *report.Action) *report.Field[string] { return &a.Check }),
	{"Ticket", "ticket", func(a *report.Action) bool { return len(a.Tickets) > 0 }, (*page).tickets},
	{"State", "state", func(a *report.Action) bool { return a.Status.Value != "" || a.Outcome != report.Pending }, (*page).state},
}

func plainColumn(name, class string, of func(*report.Action) *report.Field[string]) actionColumn {
	return actionColumn{name, class,
		func(a *report.Action) bool { return of(a).Value != "" },
		func(p *page, a *report.Action, row ast.Node) { p.field(row, *of(a)) }}
}

func actionColumns(actions []*report.Action) []actionColumn {
	var out []actionColumn
	for _, c := range actionColumnTable {
		for _, a := range actions {
			if c.has(a) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

func (p *page) actionOf(n ast.Node) *report.Action {
	at, all := p.report.SpanOf(n), p.report.Actions
	i := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= at.Start })
	if i == len(all) || all[i].Span.Start >= at.End {
		return nil
	}
	return &all[i]
}

// covers reports whether every cell of a row went into a field of the action.
func (p *page) covers(a *report.Action, row ast.Node) bool {
	spans := []source.Span{a.Text.Span, a.Owner.Span, a.Due.Span, a.Type.Span, a.Priority.Span, a.Status.Span, a.Check.Span}
	for _, t := range a.Tickets {
		spans = append(spans, t.Span)
	}
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		found := c.FirstChild() == nil
		at := extent(c, p.report.File.Text)
		for _, s := range spans {
			found = found || at.Overlaps(s)
		}
		if !found {
			return false
		}
	}
	return true
}

// actionText writes the action with the author's marks. Of a table row that is one cell; of a list
// item it is the whole, since the owner and the date may stand anywhere in it.
func (p *page) actionText(n ast.Node, a *report.Action) {
	if n.Kind() != extast.KindTableRow {
		p.blocks(n)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if extent(c, p.report.File.Text).Overlaps(a.Text.Span) {
			p.inlines(c)
		}
	}
}

// field writes a field of an action: with the author's marks where it is a cell of its own.
func (p *page) field(row ast.Node, f report.Field[string]) {
	if row.Kind() == extast.KindTableRow && f.Written() {
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			if extent(c, p.report.File.Text).Overlaps(f.Span) {
				p.inlines(c)
				return
			}
		}
	}
	p.text(f.Value)
}

func (p *page) tickets(a *report.Action, row ast.Node) {
	if row.Kind() == extast.KindTableRow && len(a.Tickets) > 0 {
		p.field(row, a.Tickets[0])
		return
	}
	for i, t := range a.Tickets {
		if i > 0 {
			p.raw(", ")
		}
		if strings.Contains(t.Value, "://") && p.openLink([]byte(t.Value), nil) {
			p.text(ticketName(t.Value))
			p.raw("</a>")
			continue
		}
		p.text(t.Value)
	}
}

// ticketName is the last part of a ticket's address.
func ticketName(u string) string {
	u = strings.TrimRight(u, "/")
	if i := strings.LastIndexByte(u, '/'); i >= 0 && i+1 < len(u) {
		return u[i+1:]
	}
	return u
}

func (p *page) state(a *report.Action, _ ast.Node) {
	s := cmp.Or(a.Status.Value, a.Outcome.String())
	class := "open"
	switch strings.ToLower(strings.ReplaceAll(s, "-", " ")) {
	case "in progress", "started", "under way", "doing", "ongoing", "in review":
		class = "going"
	}
	if a.Closed() {
		class = a.Outcome.String()
	}
	p.raw(`<span class="progress ` + class + `">`)
	p.text(s)
	p.raw("</span>")
}
