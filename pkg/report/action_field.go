package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/source"
)

// actionField is one line that says something of an action: "Owner: Ana".
type actionField struct {
	role  string
	value Field[string]
}

// fields reads a list that holds nothing but such lines; ok is false for any other list.
func (c *collector) fields(list ast.Node) (fields []actionField, ok bool) {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p := c.r.PassageOf(item.FirstChild())
		if p == nil {
			return nil, false
		}
		p = c.r.withCode(p)
		name, _, found := strings.Cut(p.Text, ":")
		role := actionColumns[HeadingKey(name)]
		if !found || len(name) > 30 || role == "" || role == "text" {
			return nil, false
		}
		fields = append(fields, actionField{role, p.field(len(name)+1, len(p.Text))})
	}
	return fields, len(fields) > 0
}

// fieldList is the list of such lines among blocks, nil if there is none.
func (c *collector) fieldList(nodes []ast.Node) []actionField {
	for _, n := range nodes {
		if n.Kind() == ast.KindList {
			if fields, ok := c.fields(n); ok {
				return fields
			}
		}
	}
	return nil
}

// apply gives an action what its fields say.
func (a *Action) apply(fields []actionField) {
	for _, f := range fields {
		if !placeholder(f.value.Value) {
			a.set(f.role, f.value)
		}
	}
}

// headed reads a sub-heading that is an action itself, its owner and the rest listed below it. It
// reports whether it is one.
func (c *collector) headed(s *Section) bool {
	if s.Kind != Other || s.heading == nil {
		return false
	}
	fields := c.fieldList(s.Nodes)
	if fields == nil {
		return false
	}
	for _, n := range s.Nodes {
		if n.Kind() == extast.KindTable {
			return false
		}
	}
	text := trimNumbering(s.Heading.Value)
	at := s.Heading.Span
	at.Start = max(at.Start, at.End-len(text))
	a := Action{Text: Field[string]{text, at}, Within: s, Span: source.Span{Start: s.Span.Start, End: s.Span.Start + len(strings.TrimRight(c.r.File.Slice(source.Span{Start: s.Span.Start, End: s.Body.End}), " \t\r\n"))}}
	_, before := leadingDone(text)
	_, behind := trailingDone(text)
	a.settle(max(before, behind))
	a.apply(fields)
	var named []Field[string]
	for _, n := range s.Nodes {
		named = append(named, c.tickets(n)...)
	}
	if len(named) > 0 {
		a.Tickets = named
	}
	a.Tickets = append(a.Tickets, c.shared...)
	c.r.Actions = append(c.r.Actions, a)
	return true
}
