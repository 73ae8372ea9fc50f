package render

import (
	"time"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/report"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// timelineBlock writes a list or a table of moments in the page's own form, and reports whether it
// did. What it cannot write without losing something stays as the author wrote it.
func (p *page) timelineBlock(n ast.Node) bool {
	if k := n.Kind(); k != ast.KindList && k != extast.KindTable || !p.understood(n) {
		return false
	}
	p.openTimes()
	day := ""
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		switch item.Kind() {
		case extast.KindTableHeader:
		case extast.KindTableRow:
			p.tableEntryRow(item, &day)
		default:
			p.entryRow(item, &day)
		}
	}
	p.closeTable()
	return true
}

// understood reports whether a block can be shown as a table of moments. Of a list most items must
// be entries, and the others keep their text; of a table every row must be one, and every cell must
// belong to it.
func (p *page) understood(n ast.Node) bool {
	entries, all := 0, 0
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if item.Kind() == extast.KindTableHeader {
			continue
		}
		all++
		h := p.entryOf(item)
		if h == nil {
			continue
		}
		entries++
		if item.Kind() != extast.KindTableRow {
			continue
		}
		e := h.event
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			at := extent(c, p.report.File.Text)
			if c.FirstChild() != nil && !at.Overlaps(source.Span{Start: e.At.Start, End: e.At.End}) && !at.Overlaps(e.Text.Span) &&
				!at.Overlaps(e.Phase.Span) && !at.Overlaps(e.Actor.Span) {
				return false
			}
		}
	}
	if n.Kind() == extast.KindTable {
		return all > 0 && entries == all
	}
	return entries*2 > all
}

// entryOf finds the event that a list item or a table row is; one that only stands in it, as an item
// of a list inside, is not meant.
func (p *page) entryOf(n ast.Node) *happening {
	at := p.report.SpanOf(n)
	if h := p.timeline.within(at); h != nil && h.event.Span.Start == at.Start {
		return h
	}
	return nil
}

// unlisted are the events that no table of the page's own shows.
func (p *page) unlisted() []happening {
	listed := map[int]bool{}
	for _, s := range p.report.Sections {
		if !s.Within(report.TimelineKind) {
			continue
		}
		for _, n := range s.Nodes {
			if k := n.Kind(); (k != ast.KindList && k != extast.KindTable) || !p.understood(n) {
				continue
			}
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				if h := p.entryOf(item); h != nil {
					listed[h.number] = true
				}
			}
		}
	}
	var out []happening
	for _, h := range p.timeline.moments {
		if !listed[h.number] {
			out = append(out, h)
		}
	}
	return out
}

func (p *page) openTimes() {
	p.raw(`<div class="scroll" role="group" tabindex="0" aria-label="Timeline entries"><table class="times">`)
	p.timesCaption()
	p.raw(`<thead><tr><th scope="col">No.</th><th scope="col">Time</th><th scope="col">What happened</th></tr></thead><tbody>` + "\n")
}

// timesCaption says what clock the times are of, once on a page.
func (p *page) timesCaption() {
	if p.captioned {
		return
	}
	p.captioned = true
	p.raw("<caption>")
	switch c := p.timeline; {
	case !c.dated():
		p.raw("Times as the report gives them.")
	case c.zone == nil:
		p.raw("Times as the report gives them; it names no zone.")
	default:
		p.raw("Given in ")
		p.text(c.zoneText(c.zone))
		if c.beside != nil {
			p.raw(`<span class="beside" data-zone="`)
			p.text(c.beside.String())
			p.raw(`">, and beside it in `)
			p.text(c.zoneText(c.beside))
			p.raw("</span>")
		}
		p.raw(".")
	}
	p.raw("</caption>")
}

// dayRow begins a day. The date is said once, not in every row.
func (p *page) dayRow(h happening, day *string) {
	if !h.at.IsZero() && !h.astray {
		if d := h.at.Format("Monday 2 January 2006"); d != *day {
			*day = d
			p.raw(`<tr class="day"><th colspan="3" scope="rowgroup">`)
			p.text(d)
			p.raw("</th></tr>\n")
		}
	}
}

// timeCells opens the row of an entry: its number and its time, and beside it the second time.
func (p *page) timeCells(h happening) {
	if ph := h.event.Phase.Value; ph != "" && ph != report.StatusUpdate {
		p.raw(`<tr class="marked">`)
	} else {
		p.raw("<tr>")
	}
	p.raw(`<td class="no">`)
	p.int(h.number)
	p.raw(`</td><td class="time">`)
	switch {
	case h.at.IsZero():
		p.raw(`<span class="undated">`)
		p.text(h.event.At.Text)
		p.raw("</span>")
	case h.event.DateOnly():
		p.raw(`<span class="undated">`)
		if h.astray {
			p.text(h.at.Format("2 January, "))
		}
		p.raw(`time not given</span>`)
	default:
		p.raw("<time")
		if at := h.event.At.Instant; !at.IsZero() {
			p.attr("datetime", at.UTC().Format("2006-01-02T15:04:05Z"))
		}
		p.raw(">")
		if h.event.At.Approximate {
			p.raw("~")
		}
		p.text(clock(h.at))
		if !h.until.IsZero() {
			p.raw("–")
			p.text(clock(h.until))
		}
		p.raw("</time>")
		if beside := p.timeline.beside; beside != nil {
			at := h.event.At.Instant.In(beside)
			p.raw(` <span class="beside">`)
			if at.Day() != h.at.Day() {
				p.text(at.Format("2 Jan "))
			}
			p.text(clock(at))
			if u := h.event.At.Until; u != nil && !h.until.IsZero() {
				p.raw("–")
				p.text(clock(u.Instant.In(beside)))
			}
			p.text(" " + moment.ZoneName(at))
			p.raw("</span>")
		}
	}
	p.raw("</td>")
}

func clock(t time.Time) string {
	if t.Second() != 0 {
		return t.Format("15:04:05")
	}
	return t.Format("15:04")
}

func (p *page) phase(e *report.Event) {
	if ph := e.Phase.Value; ph != "" {
		p.raw(`<span class="phase ` + phaseClass[ph] + `">`)
		p.text(string(ph))
		p.raw("</span> ")
	}
	if e.Actor.Value != "" {
		p.raw(`<span class="who">`)
		p.text(e.Actor.Value)
		p.raw("</span> ")
	}
}

var phaseClass = map[report.Phase]string{
	report.ImpactBegins: "begins", report.Detected: "found", report.Acknowledged: "found", report.Declared: "found",
	report.Mitigated: "eased", report.Resolved: "over", report.StatusUpdate: "told",
}

func (p *page) entryRow(item ast.Node, day *string) {
	h := p.entryOf(item)
	if h == nil {
		p.raw(`<tr><td class="no"></td><td class="time"></td><td>`)
		p.blocks(item)
		p.raw("</td></tr>\n")
		return
	}
	p.dayRow(*h, day)
	p.timeCells(*h)
	p.raw("<td>")
	p.phase(h.event)
	all := p.window
	if first := item.FirstChild(); first != nil {
		p.window.Start = h.textStart()
		p.inlines(first)
		p.window = all
		for n := first.NextSibling(); n != nil; n = n.NextSibling() {
			p.block(n)
		}
	}
	p.raw("</td></tr>\n")
}

// textStart is where what the entry says begins: behind its time and its mark, unless the time
// stands at its end.
func (h *happening) textStart() int {
	e := h.event
	if e.Text.Written() {
		return e.Text.Span.Start
	}
	return max(e.At.OuterEnd, e.Phase.Span.End)
}

func (p *page) tableEntryRow(row ast.Node, day *string) {
	h := p.entryOf(row)
	p.dayRow(*h, day)
	p.timeCells(*h)
	p.raw("<td>")
	p.phase(h.event)
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if at := extent(c, p.report.File.Text); c.FirstChild() != nil && at.Overlaps(h.event.Text.Span) {
			all := p.window
			p.window.Start = max(p.window.Start, h.event.Text.Span.Start)
			p.inlines(c)
			p.window = all
		}
	}
	p.raw("</td></tr>\n")
}
