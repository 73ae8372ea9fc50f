package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/prose"
)

// trailing reads timelines whose entries end in their times: "Incident declared 2020-08-25 11:26",
// "Rollback (10:40 UTC)". It is tried where no entry begins with one, and takes at least half of a
// section's items or none.
func (d *reader) trailing() {
	for _, s := range d.r.Sections {
		if !s.Within(TimelineKind) {
			continue
		}
		d.s, d.root = s, s.nearest(TimelineKind)
		var found []*Event
		items := 0
		for _, n := range s.Nodes {
			if n.Kind() == ast.KindList {
				found = d.trailingItems(n, found, &items)
			}
		}
		if len(found) > 0 && len(found)*2 >= items {
			for _, e := range found {
				d.add(e)
			}
		}
	}
}

func (d *reader) trailingItems(list ast.Node, found []*Event, items *int) []*Event {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		*items++
		p := d.r.PassageOf(item.FirstChild())
		if p == nil {
			continue
		}
		p = d.r.withCode(p)
		at, ok := lastStamp(p.Text)
		if !ok {
			if inner := innerList(item.FirstChild()); inner != nil {
				*items--
				found = d.trailingItems(inner, found, items)
			}
			continue
		}
		start, end := 0, at.OuterStart
		if len(strings.Fields(p.Text[at.OuterEnd:])) > 1 {
			end = len(p.Text) // the time stands in the middle
		}
		e := &Event{At: at, Within: d.s, Span: d.r.SpanOf(item)}
		p.locate(&e.At)
		text := strings.TrimRight(p.Text[start:end], separators+"(@[")
		for _, word := range []string{" at", " on", " since", " from"} {
			text = strings.TrimSuffix(text, word)
		}
		d.textOf(e, p, start, start+len(text))
		found = append(found, e)
	}
	return found
}

// lastStamp is the clock time that a text ends with, or the only one in it if it has a day or stands
// in brackets.
func lastStamp(text string) (moment.Stamp, bool) {
	if len(text) > 1000 || !prose.HasDigit(text) {
		return moment.Stamp{}, false
	}
	var last moment.Stamp
	clocks := 0
	for _, at := range moment.Find(text) {
		if at.Has.Any(moment.HasClock) {
			last = at
			clocks++
		}
	}
	if clocks == 0 {
		return last, false
	}
	rest := strings.Trim(text[last.OuterEnd:], " .)]*+(")
	if z, ok := moment.ParseZone(rest); ok && last.Zone.IsZero() { // "5:37 AM +UTC"
		last.Zone, last.Has = z, last.Has|moment.HasZone
		rest = ""
	}
	return last, rest == "" || clocks == 1 && (last.Has.All(moment.HasMonth|moment.HasDay) || strings.HasSuffix(text[:last.OuterStart], "("))
}
