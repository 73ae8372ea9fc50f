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
	r        *Report
	s        *Section
	root     *Section                    // the timeline in hand
	items    []moment.Item               // the events' stamps, with what their places say of date and zone
	begins   []begin                     // where in items the timelines begin
	zones    map[*Section]moment.Context // what each timeline says of its zone, first
	dated    *Section                    // the timeline of the last item
	next     moment.Context              // what has been said of date and zone since the last entry
	said     bool                        // next says something
	usual    moment.Context              // the day that a sentence gives to all entries which write none
	held     *Event                      // a day that stands alone: an entry only if no clock times stand under it
	under    source.Span                 // what stands under held, if it is a heading
	strongOf *Passage
	clocks   map[*Section]int // how many headings of a timeline are clock times
	bold     []source.Span    // of strongOf, see strong
	slab     []Event          // memory for entries to come
	open     *Event           // the last entry, if it was no list item: the blocks below are its details
}

// begin is where a timeline begins among the items.
type begin struct {
	item int
	root *Section
}

// section reads one section of a timeline.
func (d *reader) section(s *Section) {
	root := s.nearest(TimelineKind)
	if root != d.root && !(d.held != nil && d.under.Contains(s.Span)) {
		d.settle()
	}
	if s.heading != nil {
		d.usual = moment.Context{}
	}
	if root != d.root {
		d.next.Zone, d.next.ZoneFrom = moment.Zone{}, "" // said of a timeline without entries
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
	if d.navigates(n) {
		return
	}
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
	case at.Has.Any(moment.HasClock|moment.HasRelative) || at.Problem != "" && at.ProblemKind != moment.AmbiguousDate:
		if d.stamped(s.Nodes) > 1 {
			d.say(p, from)
			if at.Has.Any(moment.HasZone) {
				d.sayZone(at.Zone, Field[string]{at.Zone.Name, s.Heading.Span}, from)
			}
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
		d.holdZone(p, at.OuterEnd, len(p.Text), from)
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
		if p := d.r.PassageOf(n); p != nil {
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
	timed := 0
	var untimed []Field[string]
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if d.item(item) {
			timed++
		} else if d.says(item) {
			continue
		} else if p := d.r.PassageOf(item.FirstChild()); p != nil {
			untimed = append(untimed, p.field(0, len(p.Text)))
		}
	}
	d.untimed(untimed, timed)
	return timed > 0
}

// says gives an item to the entry above it if that is an item which holds a time and nothing else.
func (d *reader) says(item ast.Node) bool {
	events := d.r.Timeline.Events
	above := item.PreviousSibling()
	if above == nil || len(events) == 0 {
		return false
	}
	e := events[len(events)-1]
	p := d.firstPassage(item)
	if p == nil || e.Text.Written() || e.Span != d.r.SpanOf(above) {
		return false
	}
	d.textOf(e, p, 0, len(p.Text))
	e.Span.End = d.r.SpanOf(item).End
	return true
}

// untimed keeps what stands among entries without a time, where most have one.
func (d *reader) untimed(found []Field[string], timed int) {
	if timed >= 2 && timed >= 2*len(found) {
		d.r.Timeline.Untimed = append(d.r.Timeline.Untimed, found...)
	}
}

// item reads one list item and reports whether there were entries. A stamp makes it one, and the
// lists in it are its detail; without one, or with a day alone, it is the head of the lists in it.
func (d *reader) item(item ast.Node) bool {
	first := item.FirstChild()
	p := d.r.PassageOf(first)
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
		if p := d.r.PassageOf(item.FirstChild()); p != nil {
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
				if p := d.r.PassageOf(item.FirstChild()); p != nil {
					if _, ok := d.read(p.Text); ok {
						found++
					}
				}
			}
		case ast.KindParagraph:
			if p := d.r.PassageOf(n); p != nil {
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
