package report

import (
	"strings"

	"github.com/openpostmortem/postmortem/pkg/prose"
	"github.com/yuin/goldmark/ast"
)

// announces reports whether a block is prose that ends in a colon: what follows belongs to it.
func (c *collector) announces(n ast.Node) bool {
	p := c.r.PassageOf(n)
	return p != nil && n.Kind() == ast.KindParagraph && strings.HasSuffix(strings.TrimRight(p.Text, " \n*"), ":")
}

// completes reports whether a list after a block is the end of its last sentence: "an external way in,
// allowing:". That sentence is one action, and what is listed are its parts.
func (c *collector) completes(before ast.Node) bool {
	last := before
	if before.Kind() == ast.KindList && before.LastChild() != nil {
		last = before.LastChild().LastChild()
	}
	p := c.r.PassageOf(last)
	if p == nil {
		return false
	}
	text, ok := strings.CutSuffix(strings.TrimRight(p.Text, " \n"), ":")
	word, _ := prose.WordBefore(text, len(text))
	if !ok || !completed.Has(word) {
		return false
	}
	if before.Kind() == ast.KindParagraph {
		c.add(Action{Text: p.field(0, len(text)), Owner: c.owner, Within: c.s, Span: c.r.SpanOf(before)}, before)
	}
	return true
}

// completed are words after which a sentence goes on in a list.
var completed = prose.SetOf(`allowing enabling around about covering ensuring verifying`)

// things reports whether the items of a list are single words: names of things and not what is done
// to them.
func (c *collector) things(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		p := c.r.PassageOf(item.FirstChild())
		if p == nil || strings.Contains(strings.TrimSpace(c.r.withCode(p).Text), " ") {
			return false
		}
	}
	return true
}

// detail adds a block to the action above it.
func (c *collector) detail(n ast.Node) {
	a := c.last
	a.Span.End = max(a.Span.End, c.r.SpanOf(n).End)
	a.Tickets = append(a.Tickets, c.tickets(n)...)
}
