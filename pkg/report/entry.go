package report

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/openpostmortem/postmortem/pkg/moment"
)

// timeline reads the entries of every timeline section.
func (r *Report) timeline() {
	t := &r.Timeline
	for _, s := range r.Sections {
		if !s.Within(TimelineKind) {
			continue
		}
		r.statedZone(s)
		for _, n := range s.Nodes {
			switch n.Kind() {
			case ast.KindList:
				for item := n.FirstChild(); item != nil; item = item.NextSibling() {
					if p := r.passageOf(item.FirstChild()); p != nil {
						r.entry(p, item, s)
					}
				}
			case extast.KindTable:
				r.tableEntries(n, s)
			}
		}
	}
	r.resolve()
	t.Ordered = true
	var last *Event
	for _, e := range t.Events {
		if e.At.Instant.IsZero() {
			continue
		}
		if last != nil && e.At.Instant.Before(last.At.Instant) {
			t.Ordered = false
		}
		last = e
	}
}

func (r *Report) passageOf(n ast.Node) *Passage {
	for _, p := range r.Passages {
		if p.Node == n {
			return p
		}
	}
	return nil
}

func (r *Report) entry(p *Passage, n ast.Node, s *Section) {
	at, ok := moment.Read(p.Text)
	if !ok {
		return
	}
	e := &Event{At: at, Span: r.SpanOf(n), Within: s}
	rest := at.OuterEnd
	place := p.Span(at.Start, at.End)
	e.At.Start, e.At.End = place.Start, place.End
	for rest < len(p.Text) && strings.ContainsRune(" \t\n:-–—*|.", rune(p.Text[rest])) {
		rest++
	}
	r.phase(e, p, rest)
	r.Timeline.Events = append(r.Timeline.Events, e)
}

// phase takes a bold mark from the start of the entry's text and leaves the text.
func (r *Report) phase(e *Event, p *Passage, rest int) {
	for n := p.Node.FirstChild(); n != nil; n = n.NextSibling() {
		em, ok := n.(*ast.Emphasis)
		if !ok || em.Level != 2 {
			continue
		}
		mark := newPassage(r.File, em)
		if ph, ok := phaseOf(mark.Text); ok && p.Index(mark.Full().Start) == rest {
			e.Phase = Field[Phase]{ph, mark.Full()}
			rest += len(mark.Text)
			for rest < len(p.Text) && strings.ContainsRune(" :-–—.,", rune(p.Text[rest])) {
				rest++
			}
		}
		break
	}
	text := strings.TrimSpace(p.Text[rest:])
	e.Text = Field[string]{text, p.Span(rest, rest+len(text))}
}

func (r *Report) tableEntries(table ast.Node, s *Section) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() != extast.KindTableRow {
			continue
		}
		var at *Passage
		var text []*Passage
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			if p := r.passageOf(c); p != nil {
				if at == nil {
					at = p
				} else {
					text = append(text, p)
				}
			}
		}
		if at == nil {
			continue
		}
		stamp, ok := moment.Read(at.Text)
		if !ok {
			continue
		}
		place := at.Span(stamp.Start, stamp.End)
		stamp.Start, stamp.End = place.Start, place.End
		e := &Event{At: stamp, Span: r.SpanOf(row), Within: s}
		for _, p := range text {
			if ph, ok := phaseOf(p.Text); ok {
				e.Phase = Field[Phase]{ph, p.Full()}
				continue
			}
			e.Text = Field[string]{p.Text, p.Full()}
		}
		r.Timeline.Events = append(r.Timeline.Events, e)
	}
}

func (r *Report) statedZone(s *Section) {
	if r.Timeline.Zone.Written() {
		return
	}
	for _, p := range r.Passages {
		if p.Section != s {
			continue
		}
		if _, start, end, ok := moment.FindZone(p.Text); ok {
			r.Timeline.Zone = Field[string]{p.Text[start:end], p.Span(start, end)}
			return
		}
	}
}

// resolve gives the stamps their instants from what the document says of date and zone.
func (r *Report) resolve() {
	var c moment.Context
	for _, z := range []struct {
		Field[string]
		from string
	}{{r.Timeline.Zone, "the timeline"}, {r.Meta.Timezone, "the front matter"}} {
		if zone, ok := moment.ParseZone(z.Value); ok {
			c.Zone, c.ZoneFrom = zone, z.from
			break
		}
	}
	items := make([]moment.Item, len(r.Timeline.Events))
	for i, e := range r.Timeline.Events {
		items[i].Stamp = &e.At
	}
	moment.Resolve(items, c)
}

// actions reads the corrective actions of every actions section.
func (r *Report) actions() {
	for _, s := range r.Sections {
		if !s.Within(ActionsKind) {
			continue
		}
		for _, n := range s.Nodes {
			switch n.Kind() {
			case ast.KindList:
				for item := n.FirstChild(); item != nil; item = item.NextSibling() {
					if p := r.passageOf(item.FirstChild()); p != nil {
						_, done := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
						if done {
							done = item.FirstChild().FirstChild().(*extast.TaskCheckBox).IsChecked
						}
						text := strings.TrimSpace(p.Text)
						r.Actions = append(r.Actions, Action{Text: Field[string]{text, p.Full()}, Done: done, Span: r.SpanOf(item), Within: s})
					}
				}
			case extast.KindTable:
				r.tableActions(n, s)
			}
		}
	}
}

func (r *Report) tableActions(table ast.Node, s *Section) {
	var columns []string
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == extast.KindTableHeader {
			for c := row.FirstChild(); c != nil; c = c.NextSibling() {
				columns = append(columns, newPassage(r.File, c).Text)
			}
			continue
		}
		a := Action{Span: r.SpanOf(row), Within: s, Columns: columns}
		i := 0
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			p := newPassage(r.File, c)
			f := Field[string]{strings.TrimSpace(p.Text), p.Full()}
			if i < len(columns) && f.Value != "" {
				switch headingKey(columns[i]) {
				case "action", "what", "corrective action", "description", "item":
					a.Text = f
				case "owner", "who", "assignee":
					a.Owner = f
				case "due", "due date", "by", "deadline":
					a.Due = f
				case "type", "kind":
					a.Type = f
				case "priority":
					a.Priority = f
				case "status", "state":
					a.Status = f
					a.Done = strings.EqualFold(f.Value, "done")
				case "ticket", "issue", "link", "bug":
					a.Tickets = append(a.Tickets, f)
				case "monitor", "check":
					a.Check = f
				}
			}
			i++
		}
		if a.Text.Written() {
			r.Actions = append(r.Actions, a)
		}
	}
}
