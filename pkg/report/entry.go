package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
	"github.com/openpostmortem/postmortem/pkg/source"
)

// reader reads the entries of the report's timelines, in document order.
type reader struct {
	r     *Report
	s     *Section
	root  *Section       // the timeline in hand
	items []moment.Item  // the events' stamps, with what their places say of date and zone
	next  moment.Context // what has been said of date and zone since the last entry
	said  bool           // next says something
	usual moment.Context // the day that a sentence gives to all entries which write none
	held  *Event         // a day that stands alone: an entry only if no clock times stand under it
	under source.Span    // what stands under held, if it is a heading
	open  *Event         // the last entry, if it was no list item: the blocks below are its details
}

// section reads one section of a timeline.
func (d *reader) section(s *Section) {
	root := s.nearest(TimelineKind)
	if root != d.root {
		d.settle()
	}
	if s.heading != nil {
		d.usual = moment.Context{}
	}
	d.s, d.root, d.open = s, root, nil
	if s.Heading.Written() {
		d.heading(s)
	}
	for _, n := range s.Nodes {
		d.block(n)
	}
}

func (d *reader) block(n ast.Node) {
	switch n.Kind() {
	case ast.KindList:
		if above := d.open; !d.list(n) {
			d.open = above
			d.detail(n)
		}
	case extast.KindTable:
		d.table(n)
	case ast.KindParagraph, ast.KindTextBlock:
		d.paragraph(n)
	case ast.KindBlockquote:
		d.quoted(n)
		d.detail(n)
	default:
		d.detail(n)
	}
}

// heading reads a heading inside a timeline: a time is an entry, a day is the date of what follows.
func (d *reader) heading(s *Section) {
	p := d.headingPassage(s)
	if p == nil {
		return
	}
	from := d.place("the heading", s.Heading.Span)
	at, ok := moment.Read(p.Text)
	switch {
	case !ok:
		d.say(p, from)
	case at.Has.Any(moment.HasClock|moment.HasRelative) || at.Problem != "":
		if d.stamped(s.Nodes) > 1 {
			d.say(p, from)
			return
		}
		e := d.event(p, at, 0, len(p.Text))
		e.Span = d.trimmed(source.Span{Start: s.Span.Start, End: s.Body.End})
		d.add(e)
		d.open = e
	default:
		e := d.event(p, at, 0, len(p.Text))
		e.Span = d.trimmed(source.Span{Start: s.Span.Start, End: s.Body.End})
		d.hold(e, from)
		d.under = s.Span
	}
}

func (d *reader) headingPassage(s *Section) *Passage {
	for _, p := range d.r.Passages {
		if p.Section == s {
			return d.r.withCode(p)
		}
	}
	return nil
}

// trimmed is a span without blanks at its end.
func (d *reader) trimmed(s source.Span) source.Span {
	text := strings.TrimRight(d.r.File.Slice(s), " \t\r\n")
	return source.Span{Start: s.Start, End: s.Start + len(text)}
}

// detail adds a block without a time to the entry above it.
func (d *reader) detail(n ast.Node) {
	e := d.open
	if e == nil {
		e = d.held
	}
	if e == nil {
		return
	}
	if span := d.r.SpanOf(n); span.End > e.Span.End {
		e.Span.End = span.End
	}
	if e.Text.Value == "" {
		if p := d.firstPassage(n); p != nil {
			d.textOf(e, p, 0, len(p.Text))
		}
	}
}

// firstPassage is the first text of a block.
func (d *reader) firstPassage(n ast.Node) *Passage {
	for ; n != nil; n = n.FirstChild() {
		if p := d.r.passageOf(n); p != nil {
			return d.r.withCode(p)
		}
		if n.Type() == ast.TypeInline {
			break
		}
	}
	return nil
}

// list reads the items of a list and reports whether one of them has a time.
func (d *reader) list(n ast.Node) bool {
	found := false
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		found = d.item(item) || found
	}
	return found
}

// item reads one list item and reports whether there were entries. A stamp makes it one, and the
// lists in it are its detail; without one, or with a day alone, it is the head of the lists in it.
func (d *reader) item(item ast.Node) bool {
	first := item.FirstChild()
	p := d.r.passageOf(first)
	if p == nil {
		return d.inner(item)
	}
	p = d.r.withCode(p)
	at, ok := d.read(p.Text)
	if !ok {
		if d.nested(item) {
			d.say(p, d.place("the line", p.Full()))
			return d.inner(item)
		}
		return false
	}
	e := d.event(p, at, 0, len(p.Text))
	e.Span = d.r.SpanOf(item)
	if e.Text.Value == "" && first.NextSibling() != nil {
		if q := d.firstPassage(first.NextSibling()); q != nil {
			d.textOf(e, q, 0, len(q.Text))
		}
	}
	if !at.Has.Any(moment.HasClock) && d.nested(item) {
		d.hold(e, d.place("the line", p.Full()))
		return d.inner(item)
	}
	d.add(e)
	d.open = nil
	return true
}

func (d *reader) inner(item ast.Node) bool {
	found := false
	for n := item.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindList {
			found = d.list(n) || found
		}
	}
	return found
}

// nested reports whether lists inside a block hold items with a clock time.
func (d *reader) nested(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindList:
			if d.clocked(c) {
				return true
			}
		case ast.KindListItem:
			if d.nested(c) {
				return true
			}
		}
	}
	return false
}

func (d *reader) clocked(list ast.Node) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if p := d.r.passageOf(item.FirstChild()); p != nil {
			if at, ok := moment.Read(p.Text); ok && at.Has.Any(moment.HasClock) {
				return true
			}
		}
	}
	return false
}

// stamped counts the list items and paragraph lines among blocks that begin with a time.
func (d *reader) stamped(nodes []ast.Node) int {
	found := 0
	for _, n := range nodes {
		switch n.Kind() {
		case ast.KindList:
			for item := n.FirstChild(); item != nil; item = item.NextSibling() {
				if p := d.r.passageOf(item.FirstChild()); p != nil {
					if _, ok := d.read(p.Text); ok {
						found++
					}
				}
			}
		case ast.KindParagraph:
			if p := d.r.passageOf(n); p != nil {
				for line := range strings.SplitSeq(p.Text, "\n") {
					if _, ok := moment.Read(trimBullet(line)); ok {
						found++
					}
				}
			}
		case extast.KindTable:
			found += n.ChildCount()
		}
	}
	return found
}

// read reads the stamp at the start of an entry; "not dated" counts as one, so that what happened
// in between can stand in its place.
func (d *reader) read(text string) (moment.Stamp, bool) {
	if at, ok := moment.Read(text); ok {
		return at, ok
	}
	open := len(text) - len(strings.TrimLeft(text, " [("))
	for _, u := range undated {
		end := open + len(u.words)
		if len(text) < end || !strings.EqualFold(text[open:end], u.words) {
			continue
		}
		next := strings.TrimLeft(text[end:], " ")
		if next == "" || u.plain && text[end] == ' ' || strings.IndexByte(":-])", next[0]) >= 0 || strings.HasPrefix(next, "–") || strings.HasPrefix(next, "—") {
			return moment.Stamp{Text: text[open:end], Start: open, End: end, OuterStart: open, OuterEnd: end}, true
		}
	}
	return moment.Stamp{}, false
}

// undated are the ways of saying that an entry's time is not known; those that are not plain may
// begin a sentence too.
var undated = []struct {
	words string
	plain bool
}{{"not dated", true}, {"undated", true}, {"time unknown", true}, {"unknown time", true}, {"no time", false}, {"unknown", false}, {"???", true}, {"??", true}, {"tbd", false}, {"date unknown", true}}

// add appends an entry and gives it what has been said of date and zone.
func (d *reader) add(e *Event) {
	if d.dates(e) {
		d.held = nil
	}
	d.settle()
	it := moment.Item{Stamp: &e.At}
	if e.Undated() {
		d.append(e, it) // what has been said is for the entry that uses it
		return
	}
	if !d.said && d.usual.Date.Day != 0 && !e.At.Has.Any(moment.HasDay) && d.lastDated() {
		d.next.Date, d.next.DateFrom, d.said = d.usual.Date, d.usual.DateFrom, true
	}
	if d.said {
		c := d.next
		it.Context, d.next, d.said = &c, moment.Context{}, false
	}
	d.append(e, it)
}

func (d *reader) append(e *Event, it moment.Item) {
	e.Root = d.root
	d.r.Timeline.Events = append(d.r.Timeline.Events, e)
	d.items = append(d.items, it)
}

// lastDated reports whether the entry before writes its own day.
func (d *reader) lastDated() bool {
	n := len(d.items)
	return n > 0 && d.items[n-1].Has.Any(moment.HasDay)
}

// dates reports whether the day that is held is the date of an entry and no entry itself.
func (d *reader) dates(e *Event) bool {
	switch {
	case d.held == nil || !e.At.Has.Any(moment.HasClock|moment.HasRelative):
		return false
	case d.under.Contains(e.Span):
		return true
	}
	return !e.At.Has.All(moment.HasMonth | moment.HasDay)
}

// hold keeps a day that stands alone. It dates what follows, and is an entry of its own if nothing
// that follows has a clock time before the next such day.
func (d *reader) hold(e *Event, from string) {
	d.settle()
	d.held, d.open, d.under = e, e, source.Span{}
	if e.At.ProblemKind == moment.AmbiguousDate {
		d.items = append(d.items, moment.Item{Stamp: &e.At})
		return
	}
	d.sayDate(&e.At, from)
}

// settle makes an entry of a day that nothing followed.
func (d *reader) settle() {
	e := d.held
	d.held = nil
	if e == nil || e.Text.Value == "" {
		return
	}
	e.Root = d.root
	d.r.Timeline.Events = append(d.r.Timeline.Events, e)
	if e.At.ProblemKind != moment.AmbiguousDate {
		d.items = append(d.items, moment.Item{Stamp: &e.At})
	}
}

// event makes an entry of a passage: the stamp is read from p.Text[from:], the text reaches to end.
func (d *reader) event(p *Passage, at moment.Stamp, from, end int) *Event {
	rest := from + at.OuterEnd
	at.Shift(from)
	p.locate(&at)
	e := &Event{At: at, Within: d.s}
	d.textOf(e, p, rest, end)
	return e
}

// locate turns the offsets of a stamp, which are those of the passage's text, into the file's.
func (p *Passage) locate(at *moment.Stamp) {
	for _, t := range []*moment.Stamp{at.Until, at.Also} {
		if t != nil {
			p.locate(t)
		}
	}
	in, out := p.Span(at.Start, at.End), p.Span(at.OuterStart, at.OuterEnd)
	at.Start, at.End, at.OuterStart, at.OuterEnd = in.Start, in.End, out.Start, out.End
}

// separators stand between the parts of an entry.
const separators = " \t\n\u00a0:-–—*|.,;>→•])"

// textOf gives an entry its phase, if a bold mark begins p.Text[rest:end], and its text.
func (d *reader) textOf(e *Event, p *Passage, rest, end int) {
	rest = end - len(strings.TrimLeft(p.Text[rest:end], separators))
	if !e.Phase.Written() {
		for n := p.Node.FirstChild(); n != nil; n = n.NextSibling() {
			em, ok := n.(*ast.Emphasis)
			if !ok || em.Level != 2 {
				continue
			}
			mark := newPassage(d.r.File, em)
			full := mark.Full()
			start, stop := p.Index(full.Start), p.Index(full.End-1)+1
			if start > rest {
				break
			}
			if stop <= rest || stop > end {
				continue
			}
			if ph, ok := phaseOf(p.Text[rest:stop]); ok {
				e.Phase = Field[Phase]{ph, p.Span(rest, stop)}
				rest = end - len(strings.TrimLeft(p.Text[stop:end], separators))
			}
			break
		}
	}
	e.Text = p.field(rest, end)
}

// field is a part of the passage on one line, with its place.
func (p *Passage) field(start, end int) Field[string] {
	text := strings.TrimSpace(p.Text[start:end])
	if text == "" {
		return Field[string]{}
	}
	start += strings.Index(p.Text[start:end], text)
	return Field[string]{strings.ReplaceAll(text, "\n", " "), p.Span(start, start+len(text))}
}
